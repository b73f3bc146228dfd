/** The question sets of the evaluation: read, checked against their topic, and split into tuning and held-out. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseTopicFile } from '../../src/knowledge/parse.ts';
import type { Topic } from '../../src/knowledge/schema.ts';

const ids = z.array(z.string());
const questionSchema = z.strictObject({
  ask: z.string(),
  /** Earlier questions of the conversation. */
  first: ids.default([]),
  /** Ids of which one must be cited first. */
  best: ids.default([]),
  /** Ids that have to be cited too. */
  context: ids.default([]),
  /** Given where the file does not say: ids that may be cited first all the same, to set a false premise right. */
  may: ids.optional(),
});
const setSchema = z.strictObject({
  topic: z.string(),
  /** A set that was written to be tuned on, whole. */
  tuning: z.boolean().default(false),
  questions: z.array(questionSchema),
  threads: z.array(questionSchema).default([]),
});

export type EvalQuestion = z.output<typeof questionSchema> & {
  readonly topic: string;
  /** Scored, but never looked at while tuning. */
  readonly heldOut: boolean;
};

const here = (path: string) => new URL(path, import.meta.url);

/** Topics that the questions are about: the first real one, the fixtures, and those made up for the questions alone. */
export function evalTopics(): readonly Topic[] {
  const madeUp = ['../fixtures/knowledge/', 'topics/'].flatMap((folder) =>
    readdirSync(here(folder))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => folder + name),
  );
  return ['../../knowledge/colombia.yaml', ...madeUp].map((path) => loadTopic(here(path)));
}

function loadTopic(file: URL): Topic {
  const parsed = parseTopicFile(readFileSync(file, 'utf8'), file.pathname);
  if (!parsed.ok) throw new Error(`${file.pathname} is broken: ${JSON.stringify(parsed.problems)}`);
  return parsed.topic;
}

/** Every question of every set. @throws Error when a set names an id that its topic does not have. */
export function evalQuestions(topics: readonly Topic[]): readonly EvalQuestion[] {
  return readdirSync(here('questions/')).flatMap((name) => {
    const set = setSchema.parse(parse(readFileSync(here(`questions/${name}`), 'utf8')));
    const topic = topics.find((candidate) => candidate.topic === set.topic);
    if (!topic) throw new Error(`${name}: there is no topic ${set.topic}`);
    return [...set.questions, ...set.threads].map((question) => {
      checkIds(question, topic);
      return { ...question, topic: set.topic, heldOut: !set.tuning && isHeldOut(question.ask) };
    });
  });
}

function checkIds({ ask, best, context, may = [] }: z.output<typeof questionSchema>, topic: Topic): void {
  const known = new Set([...topic.facts, ...topic.quotes].map(({ id }) => id));
  const unknown = [...best, ...context, ...may].filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`"${ask}": ${topic.topic} has no ${unknown.join(', ')}`);
}

/** A third, fixed by the wording alone, so that adding questions moves none. */
function isHeldOut(ask: string): boolean {
  return (createHash('sha256').update(ask).digest()[0] ?? 0) % 3 === 0;
}
