/** Drafts of a model, kept so that the same question over the same file costs nothing the second time. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Claim, claimSchema } from '../answer.ts';
import type { Material } from './prompt.ts';

/** A Keyv, or anything with its two methods. */
export type CacheStore = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, ttlMs: number) => Promise<unknown>;
};

export type AnswerCache = {
  readonly read: (key: string) => Promise<readonly Claim[] | undefined>;
  readonly keep: (key: string, claims: readonly Claim[]) => Promise<void>;
};

/** A week: by then most topics have changed, and a changed file has other keys anyway. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** Claims are kept as drafts: whoever reads them verifies them again. */
export function createAnswerCache(store: CacheStore): AnswerCache {
  return {
    read: async (key) => {
      const parsed = z.array(claimSchema).safeParse(await store.get(key));
      return parsed.success ? parsed.data : undefined;
    },
    keep: async (key, claims) => void (await store.set(key, claims, KEPT_MS)),
  };
}

/** The key of a draft: question without case and marks, topic, file, language, model, what was retrieved and said before. */
export function cacheKey({ question, topic, language, ids, turns }: Material, model: string): string {
  const plain = question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const parts = [plain, topic.topic, topic.hash, language, model, [...ids].sort(), turns];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
