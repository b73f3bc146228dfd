/** The public question set as topics and questions, and what is measured on it: see test/beside.ts. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Topic, topicFileSchema } from '../../src/knowledge/schema.ts';
import { fileBeside } from '../beside.ts';

const articleSchema = z.object({
  title: z.string(),
  sentences: z.array(z.object({ id: z.string(), paragraph: z.number(), text: z.string() })),
  questions: z.array(
    z.object({
      question: z.string(),
      answerable: z.boolean(),
      sentences: z.array(z.string()),
      answers: z.array(z.string()),
    }),
  ),
});

/** An article of the set: its topic (a fact for each sentence) and its questions. */
export type Article = {
  readonly title: string;
  readonly topic: Topic;
  readonly questions: readonly AskedQuestion[];
};

/** A question of the set; `sentences` are the ids of the facts that hold an answer, none when unanswerable. */
export type AskedQuestion = {
  readonly question: string;
  readonly answerable: boolean;
  readonly sentences: readonly string[];
  readonly answers: readonly string[];
};

/** The articles of the public set, to measure on. @throws where it is not at hand, saying where it is looked for. */
export function loadArticles(): Article[] {
  const articles = articlesIfAny();
  if (articles.length > 0) return articles;
  throw new Error(
    'There is no public question set to measure on: test/beside.ts says which it is, and where.',
  );
}

/** The articles of the public set, or nothing where it is not at hand. */
export function articlesIfAny(): Article[] {
  const file = fileBeside('eval/squad2-dev.jsonl');
  if (!file) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const article = articleSchema.parse(JSON.parse(line));
    return {
      title: article.title,
      questions: article.questions,
      topic: topicOf(article.title, article.sentences),
    };
  });
}

/** A topic with a fact for each sentence, as the measure asks for. */
export function topicOf(
  title: string,
  sentences: readonly { readonly id: string; readonly text: string; readonly paragraph?: number }[],
): Topic {
  const file = topicFileSchema.parse({
    topic: title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, ''),
    title: title.replaceAll('_', ' '),
    asOf: '2018-06-11',
    sources: [{ id: 'article', headline: title.replaceAll('_', ' ') }],
    facts: sentences.map(({ id, text, paragraph }) => ({
      id,
      text: text.slice(0, 1000),
      kind: 'background',
      ...(paragraph === undefined ? {} : { paragraph }),
    })),
  });
  const facts = file.facts.map((fact) => ({ ...fact, source: 'article' }));
  return { ...file, facts, quotes: [], hash: title };
}

/** What an engine says to one question: ids, best first, and how sure it is of the first (any scale). */
export type Ranking = {
  readonly ids: readonly string[];
  readonly confidence: number;
};

/** A question with an engine's ranking. */
export type Outcome = Ranking & {
  readonly asked: AskedQuestion;
};

/** Measures over outcomes; the first three over the answerable questions, `joint` and `auc` over all. */
export type Measures = {
  readonly hit1: number;
  readonly hit3: number;
  readonly mrr3: number;
  /** Share with the right top sentence or a right abstention at the best threshold. */
  readonly joint: number;
  readonly threshold: number;
  /** Chance that an answerable question gets a higher confidence than an unanswerable one. */
  readonly auc: number;
};

/** Computes the measures. */
export function measure(outcomes: readonly Outcome[]): Measures {
  const answerable = outcomes.filter(({ asked }) => asked.answerable);
  const places = answerable.map(({ asked, ids }) =>
    ids.slice(0, 3).findIndex((id) => asked.sentences.includes(id)),
  );
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    hit1: mean(places.map((place) => (place === 0 ? 1 : 0))),
    hit3: mean(places.map((place) => (place >= 0 ? 1 : 0))),
    mrr3: mean(places.map((place) => (place >= 0 ? 1 / (place + 1) : 0))),
    ...bestJoint(outcomes),
    auc: areaUnderCurve(outcomes),
  };
}

/** Whether the top sentence holds an answer. */
export function isRight({ asked, ids }: Outcome): boolean {
  return asked.answerable && ids[0] !== undefined && asked.sentences.includes(ids[0]);
}

function bestJoint(outcomes: readonly Outcome[]): { joint: number; threshold: number } {
  const sorted = [...outcomes].sort((a, b) => b.confidence - a.confidence);
  let right = outcomes.filter(({ asked }) => !asked.answerable).length;
  let best = { joint: right / outcomes.length, threshold: Number.POSITIVE_INFINITY };
  sorted.forEach((outcome, at) => {
    if (!outcome.asked.answerable) right -= 1;
    else if (isRight(outcome)) right += 1;
    const tied = sorted[at + 1]?.confidence === outcome.confidence;
    if (!tied && right / outcomes.length > best.joint) {
      best = { joint: right / outcomes.length, threshold: outcome.confidence };
    }
  });
  return best;
}

/** Share of questions with the right top sentence or a right abstention when answering from this confidence on. */
export function jointAt(outcomes: readonly Outcome[], threshold: number): number {
  const right = outcomes.filter((outcome) =>
    outcome.confidence >= threshold ? isRight(outcome) : !outcome.asked.answerable,
  );
  return right.length / Math.max(1, outcomes.length);
}

function areaUnderCurve(outcomes: readonly Outcome[]): number {
  const sorted = [...outcomes].sort((a, b) => a.confidence - b.confidence);
  let below = 0;
  let wins = 0;
  let at = 0;
  while (at < sorted.length) {
    const tied = sorted.slice(at).findIndex(({ confidence }) => confidence !== sorted[at]?.confidence);
    const group = sorted.slice(at, tied < 0 ? sorted.length : at + tied);
    const unanswerable = group.filter(({ asked }) => !asked.answerable).length;
    wins += (group.length - unanswerable) * (below + unanswerable / 2);
    below += unanswerable;
    at += group.length;
  }
  const answerable = outcomes.length - below;
  return wins / Math.max(1, answerable * below);
}
