/** How long Slack's socket or start waits before it is tried again. */
import { backoff } from '../../../src/backoff.ts';

/** Readers wait at the other end: a minute is the longest. */
const LONGEST_MS = 60_000;

/** Milliseconds before the next attempt after `failures` in a row, at random up to twice as long each time. */
export function backoffMs(failures: number): number {
  return backoff(failures, { random: Math.random, longestMs: LONGEST_MS });
}
