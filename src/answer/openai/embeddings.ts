/** Ranks facts and quotes by meaning, with vectors of an embedding model; each text is embedded once. */
import { createHash } from 'node:crypto';
import type OpenAI from 'openai';
import { z } from 'zod';
import type { Topic } from '../../knowledge/schema.ts';
import type { CacheStore } from './answer-cache.ts';
import { toFailure } from './failure.ts';

export type MeaningRanker = (
  question: string,
  topic: Topic,
  signal: AbortSignal,
) => Promise<readonly string[]>;

export type MeaningRankerOptions = {
  readonly client: OpenAI;
  readonly model: string;
  readonly store: CacheStore;
  readonly onTokens?: (tokens: number) => void;
};

/** A year: a text's vector never changes while the model is the same. */
const KEPT_MS = 365 * 24 * 60 * 60 * 1000;
/** Texts in one request; the service takes 2,048. */
const BATCH = 512;
const vectorSchema = z.array(z.number()).min(1);

/** Ids of a topic's facts and quotes, nearest in meaning first. Fails with ModelFailure. */
export function createMeaningRanker(options: MeaningRankerOptions): MeaningRanker {
  return async (question, topic, signal) => {
    const entries = [...topic.facts, ...topic.quotes];
    const texts = [question, ...entries.map(({ text }) => text)];
    const [asked = [], ...vectors] = await embed(texts, signal, options);
    return entries
      .map(({ id }, at) => ({ id, score: cosine(asked, vectors[at] ?? []) }))
      .sort((one, other) => other.score - one.score)
      .map(({ id }) => id);
  };
}

async function embed(
  texts: readonly string[],
  signal: AbortSignal,
  options: MeaningRankerOptions,
): Promise<readonly (readonly number[])[]> {
  const keys = texts.map((text) => keyOf(options.model, text));
  const known = await Promise.all(keys.map((key) => options.store.get(key)));
  const vectors = known.map((value) => vectorSchema.safeParse(value).data);
  const missing = texts.map((text, at) => ({ text, at })).filter(({ at }) => !vectors[at]);
  for (let from = 0; from < missing.length; from += BATCH) {
    const batch = missing.slice(from, from + BATCH);
    const found = await request(
      batch.map(({ text }) => text),
      signal,
      options,
    );
    for (const [order, { at }] of batch.entries()) {
      vectors[at] = found[order];
      await options.store.set(keys[at] ?? '', found[order], KEPT_MS);
    }
  }
  return vectors.map((vector) => vector ?? []);
}

const keyOf = (model: string, text: string) =>
  createHash('sha256')
    .update(JSON.stringify([model, text]))
    .digest('base64url');

async function request(
  input: string[],
  signal: AbortSignal,
  { client, model, onTokens }: MeaningRankerOptions,
): Promise<readonly number[][]> {
  try {
    const { data, usage } = await client.embeddings.create(
      { model, input, encoding_format: 'float' },
      { signal },
    );
    onTokens?.(usage.total_tokens);
    return [...data].sort((one, other) => one.index - other.index).map(({ embedding }) => embedding);
  } catch (error) {
    throw toFailure(error);
  }
}

/** Cosine of the angle between two vectors; 0 where they cannot be compared. */
function cosine(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || one.length !== other.length) return 0;
  let dot = 0;
  let lengths = [0, 0];
  for (const [at, value] of one.entries()) {
    const twin = other[at] ?? 0;
    dot += value * twin;
    lengths = [(lengths[0] ?? 0) + value * value, (lengths[1] ?? 0) + twin * twin];
  }
  const [first = 0, second = 0] = lengths;
  return first === 0 || second === 0 ? 0 : dot / Math.sqrt(first * second);
}
