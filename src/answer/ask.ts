/** Question → Answer: interpret, retrieve, compose, verify; abstain where the file does not say. */
import type { Fact, Topic } from '../knowledge/schema.ts';
import type { KnowledgeIndex } from '../retrieval/knowledge-index.ts';
import { openWordVectors, type WordVectors } from '../retrieval/word-vectors.ts';
import { openWordNet, type WordNet } from '../retrieval/wordnet.ts';
import type { Answer, Claim, Engine } from './answer.ts';
import { citeSource } from './claims.ts';
import { type Composed, composeClaims } from './compose.ts';
import { composeCorrections } from './corrections.ts';
import { dossierOf } from './dossier.ts';
import { createEventLoopQueue } from './event-loop.ts';
import { isAboutAnyTopic } from './find.ts';
import { findEach } from './find-each.ts';
import type { Model, ToldTurn } from './model.ts';
import type { Question } from './question.ts';
import { readQuestion } from './question-text.ts';
import { lazily, rememberLast } from './remember-last.ts';
import type { Report } from './report.ts';
import { suggestQuestions, suggestTopics } from './suggest.ts';
import { keepTurn, readTurns, type ThreadStore, type Turn } from './thread.ts';

/** What answers are made with. */
export type AskParts = {
  readonly index: KnowledgeIndex;
  /** Word relations that paraphrases are known by; by default WordNet, read when first needed. */
  readonly wordnet?: WordNet;
  /** Likeness of words that paraphrases are known by; by default the project's own file, read when first needed. */
  readonly vectors?: WordVectors;
  /** Composes claims and completes follow-ups; extraction answers without it and wherever it fails. */
  readonly model?: Model;
  readonly threads?: ThreadStore;
  readonly report?: Report;
};

/** Makes the function that answers questions. */
export function createAsk(parts: AskParts): (question: Question) => Promise<Answer> {
  const sources = {
    index: parts.index,
    wordnet: parts.wordnet ?? openWordNet(),
    vectors: parts.vectors ?? openWordVectors(),
    needsHits: parts.model !== undefined,
  };
  const answerAlone = rememberLast(parts.index.version, (text: string, slug: string | undefined) => {
    const found = findEach({ text, slug, turns: [] }, sources);
    return found && { found, suggestions: lazily(() => suggestQuestions(found, sources)) };
  });
  const queue = createEventLoopQueue();
  return async (question) => {
    const read = readQuestion(question.text);
    if (read.kind !== 'readable') return abstained(question, { suggestions: [] });
    const turns = await turnsOf(question, parts);
    const signal = parts.model?.deadline();
    const text = await inFull(read.text, { question, turns: tell(turns, parts.index), signal }, parts);
    await queue();
    const alone = turns.length === 0 ? answerAlone(text, question.topic) : undefined;
    const found =
      alone?.found ??
      (turns.length > 0 ? findEach({ text, slug: question.topic, turns }, sources) : undefined);
    const topic = found?.topic.topic ?? turns.at(-1)?.topic;
    const keep = (asked: string, claims: readonly Claim[]) =>
      remember(question, { turns, topic, asked, claims }, parts);
    if (!found) {
      await keep(text, []);
      return abstained(question, { suggestions: isAboutAnyTopic(text) ? suggestTopics(sources) : [] });
    }
    const { claims, engine } = await composeClaims({ question, found, turns, signal }, parts);
    await keep(found.question, claims);
    if (claims.length === 0)
      return abstained(question, {
        topic: found.topic,
        engine,
        suggestions: alone ? alone.suggestions() : suggestQuestions(found, sources),
      });
    return answered(question, { topic: found.topic, claims, engine });
  };
}

/** The question as a model puts it in full; what was asked where there is no model, no conversation or no sense. */
async function inFull(
  asked: string,
  { question, turns, signal }: Standing,
  { model }: AskParts,
): Promise<string> {
  if (!model || turns.length === 0) return asked;
  const { user } = question;
  const followUp = { question: asked, turns, ...(user ? { user } : {}), ...(signal ? { signal } : {}) };
  const rewritten = readQuestion(await model.rewrite(followUp));
  return rewritten.kind === 'readable' ? rewritten.text : asked;
}

/** Where a question stands: after which turns, and until when a model may work on it. */
type Standing = {
  readonly question: Question;
  readonly turns: readonly ToldTurn[];
  readonly signal: AbortSignal | undefined;
};

/** "Why did he say that?" is about the answer before it. */
function tell(turns: readonly Turn[], index: KnowledgeIndex): readonly ToldTurn[] {
  return turns.map(({ question, topic: slug, citations }) => {
    const topic = index.topic(slug);
    const facts = topic ? dossierOf(topic).facts : new Map<string, Fact>();
    return { question, answered: citations.flatMap((id) => facts.get(id)?.text ?? []) };
  });
}

/** A conversation that cannot be read or kept costs its context, never the answer. */
async function turnsOf({ thread }: Question, { threads, report }: AskParts): Promise<readonly Turn[]> {
  if (thread === undefined || !threads) return [];
  try {
    return await readTurns(threads, thread);
  } catch (error) {
    report?.({ kind: 'thread-unavailable', error });
    return [];
  }
}

type TurnToKeep = {
  readonly turns: readonly Turn[];
  readonly topic: string | undefined;
  /** The question in full. */
  readonly asked: string;
  readonly claims: readonly Claim[];
};

/** A question that was declined is kept too: "and why?" is about it, not about what was answered before it. */
async function remember(
  { thread }: Question,
  { turns, topic, asked, claims }: TurnToKeep,
  { threads, report }: AskParts,
): Promise<void> {
  if (thread === undefined || !threads || topic === undefined) return;
  const turn = { question: asked, topic, citations: claims.flatMap(({ citations }) => citations) };
  try {
    await keepTurn(threads, thread, { turns, turn });
  } catch (error) {
    report?.({ kind: 'thread-unavailable', error });
  }
}

function answered(
  question: Question,
  { topic, claims, engine }: Composed & { readonly topic: Topic },
): Answer {
  const cited = new Set(claims.flatMap(({ citations }) => citations));
  const { facts, quotes } = dossierOf(topic);
  const used = new Set([...cited].map((id) => (facts.get(id) ?? quotes.get(id))?.source));
  const corrections = composeCorrections(topic, cited);
  return {
    schema: 1,
    question: question.text,
    status: 'answered',
    engine,
    topic: topic.topic,
    asOf: topic.asOf,
    claims: [...claims],
    sources: topic.sources.filter(({ id }) => used.has(id)).map(citeSource),
    ...(corrections.length > 0 ? { corrections } : {}),
    suggestions: [],
  };
}

type Abstention = {
  readonly topic?: Topic;
  readonly engine?: Engine;
  readonly suggestions: readonly string[];
};

function abstained(question: Question, { topic, engine = 'extractive', suggestions }: Abstention): Answer {
  return {
    schema: 1,
    question: question.text,
    status: 'abstained',
    engine,
    ...(topic ? { topic: topic.topic, asOf: topic.asOf } : {}),
    claims: [],
    sources: [],
    suggestions: [...suggestions],
  };
}
