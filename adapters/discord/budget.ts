/**
 * Keeps below Discord's limit of invalid requests (401, 403, 429), which bans the address for everybody who uses it.
 * discord.js counts and warns; this stops.
 */
import type { RESTOptions } from 'discord.js';
import { limits } from './limits.ts';

/** Sent nothing: too many requests were refused lately. `retryAfterMs` says when there is room again. */
export class InvalidRequestBudgetError extends Error {
  override readonly name = 'InvalidRequestBudgetError';
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number) {
    super(
      `Discord refused nearly ${limits.invalidRequests} requests in ten minutes, and bans addresses that go on; nothing is sent for ${Math.ceil(retryAfterMs / 1000)} s. The log before this says what was refused.`,
    );
    this.retryAfterMs = retryAfterMs;
  }
}

type MakeRequest = RESTOptions['makeRequest'];

/** Leaves room for other programs behind the same address. */
const BUDGET = limits.invalidRequests * 0.8;
const SLOTS = 60;
const SLOT_MS = limits.invalidWindowMs / SLOTS;

/** Wraps discord.js's way of sending. @throws InvalidRequestBudgetError instead of sending, once the budget is spent. */
export function withinBudget(send: MakeRequest, now: () => number = Date.now): MakeRequest {
  /** Refusals by the ten seconds in which they came, oldest first. */
  const refusals = new Map<number, number>();
  return async (url, init) => {
    const slot = Math.floor(now() / SLOT_MS);
    for (const old of refusals.keys()) if (old <= slot - SLOTS) refusals.delete(old);
    const [oldest = slot] = refusals.keys();
    if (sum(refusals.values()) >= BUDGET)
      throw new InvalidRequestBudgetError((oldest + SLOTS) * SLOT_MS - now());
    const response = await send(url, init);
    if (counts(response)) refusals.set(slot, (refusals.get(slot) ?? 0) + 1);
    return response;
  };
}

function counts({ status, headers }: Awaited<ReturnType<MakeRequest>>): boolean {
  if (status === 429) return headers.get('X-RateLimit-Scope') !== 'shared';
  return status === 401 || status === 403;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
