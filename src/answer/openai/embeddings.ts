/** Texts → vectors, by an embedding model; a text is embedded once and its vector kept by the hash of its content. */
import { createHash } from 'node:crypto';
import type OpenAI from 'openai';
import type { CacheStore } from './cache-store.ts';
import { ModelFailure, toFailure } from './failure.ts';

/** Of length 1, so that the product of two is the cosine of the angle between them. */
export type Vector = Float32Array;

type EmbedOptions = {
  readonly signal: AbortSignal;
  /** How long new vectors are kept, in milliseconds. */
  readonly keptMs: number;
  /** Gets the tokens that these texts took, where they count for somebody. */
  readonly onTokens?: (tokens: number) => void;
};

/** The vectors of the texts, in their order. Fails with ModelFailure. */
export type Embed = (texts: readonly string[], options: EmbedOptions) => Promise<readonly Vector[]>;

/** What embedding takes. */
export type EmbeddingParts = {
  readonly client: OpenAI;
  readonly model: string;
  /** Must not fail. */
  readonly store: CacheStore;
  /** Gets the tokens of every request. */
  readonly onTokens: (tokens: number) => void;
};

/** Texts in one request: far below what the service takes, so that one request stays small and quick. */
const BATCH = 128;

/** An embedding model behind a service. */
export function createEmbed(parts: EmbeddingParts): Embed {
  return async (texts, options) => {
    const keys = texts.map((text) => keyOf(parts.model, text));
    const kept = await Promise.all(keys.map((key) => parts.store.get(key)));
    const vectors = kept.map(decode);
    const missing = [...vectors.keys()].filter((at) => vectors[at] === undefined);
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const found = await request(
        batch.map((at) => texts[at] ?? ''),
        parts,
        options,
      );
      for (const [order, at] of batch.entries()) {
        const vector = found[order];
        if (!vector) throw new ModelFailure('invalid');
        vectors[at] = vector;
        await parts.store.set(keys[at] ?? '', encode(vector), options.keptMs);
      }
    }
    return vectors.flatMap((vector) => vector ?? []);
  };
}

const keyOf = (model: string, text: string) =>
  createHash('sha256')
    .update(JSON.stringify([model, text]))
    .digest('base64url');

async function request(
  input: string[],
  { client, model, ...all }: EmbeddingParts,
  { signal, ...own }: EmbedOptions,
): Promise<readonly Vector[]> {
  try {
    const { data, usage } = await client.embeddings.create(
      { model, input, encoding_format: 'float' },
      { signal },
    );
    const tokens = usage?.total_tokens ?? 0;
    all.onTokens(tokens);
    own.onTokens?.(tokens);
    return [...data].sort((one, other) => one.index - other.index).map(({ embedding }) => unit(embedding));
  } catch (error) {
    throw toFailure(error);
  }
}

function unit(values: readonly number[]): Vector {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => (length === 0 ? 0 : value / length));
}

/** A tenth of the vector's JSON. */
const encode = ({ buffer, byteOffset, byteLength }: Vector) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

function decode(kept: unknown): Vector | undefined {
  if (typeof kept !== 'string') return undefined;
  const bytes = new Uint8Array(Buffer.from(kept, 'base64'));
  return bytes.byteLength > 0 && bytes.byteLength % Float32Array.BYTES_PER_ELEMENT === 0
    ? new Float32Array(bytes.buffer)
    : undefined;
}
