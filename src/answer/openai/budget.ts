/** The tokens that each user may spend in a day. */
import { createHash } from 'node:crypto';
import type { Cells } from '../../storage/cells.ts';

/** Never fails: where it cannot be read, nothing is left, for nobody would notice the cost. */
export type Budget = {
  /** Whether the user has any tokens left today. */
  readonly isLeft: (user: string | undefined) => Promise<boolean>;
  readonly spend: (user: string | undefined, tokens: number) => Promise<void>;
};

export type BudgetOptions = {
  readonly cells: Cells;
  readonly dailyTokens: number | undefined;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
};

/** Two days: longer than the day that a key names, wherever the clocks of replicas stand. */
const KEPT_MS = 2 * 24 * 60 * 60 * 1000;
const ATTEMPTS = 10;

/** A budget shared by all replicas. Without a limit nothing is counted. Days are UTC days. */
export function createBudget({ cells, dailyTokens, now, onError }: BudgetOptions): Budget {
  if (dailyTokens === undefined) return { isLeft: async () => true, spend: async () => undefined };
  const keyOf = (user: string | undefined) =>
    `tokens:${new Date(now()).toISOString().slice(0, 10)}:${hashed(user)}`;
  const isLeft = async (user: string | undefined) =>
    Number((await cells.read(keyOf(user))) ?? 0) < dailyTokens;
  const spend = async (user: string | undefined, tokens: number) => {
    const key = keyOf(user);
    for (let attempt = 0; tokens > 0 && attempt < ATTEMPTS; attempt += 1) {
      const from = await cells.read(key);
      const to = String(Number(from ?? 0) + tokens);
      if (await cells.swap(key, { from, to, ttlMs: KEPT_MS })) return;
    }
  };
  return {
    isLeft: (user) =>
      isLeft(user).catch((error) => {
        onError(error);
        return false;
      }),
    spend: (user, tokens) => spend(user, tokens).catch(onError),
  };
}

/** Who asked is nobody's business who reads the store; askers without an id share one budget. */
const hashed = (user: string | undefined) =>
  createHash('sha256')
    .update(user ?? '')
    .digest('base64url')
    .slice(0, 22);
