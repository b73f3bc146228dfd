/** Drafts of a model, kept so that the same question over the same file costs nothing the second time. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Claim, claimSchema } from '../answer.ts';
import type { CacheStore } from './cache-store.ts';
import { instructionsFor, type Material } from './prompt.ts';
import type { OpenAiSettings } from './settings.ts';

/** Drafts that were composed before, by key. */
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

/**
 * The key of a draft: question without case and marks, topic, file, language, what was retrieved and said before; and how
 * it came about: model, rules, and whether it was checked a second time.
 */
export function cacheKey(
  { task, topic, language, ids }: Material,
  { model, verifyWithModel }: Pick<OpenAiSettings, 'model' | 'verifyWithModel'>,
): string {
  const about = task.kind === 'answer' ? [plain(task.question), task.turns] : [];
  const asked = [about, topic.topic, topic.hash, language, [...ids].sort()];
  const made = [model, instructionsFor(task), verifyWithModel];
  return createHash('sha256')
    .update(JSON.stringify([asked, made]))
    .digest('base64url');
}

const plain = (question: string) =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
