/** How long to wait before trying again. */

const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60_000;

/** How a wait is drawn. */
export type BackoffOptions = {
  /** Gives a number in [0, 1). */
  readonly random: () => number;
  /** What the other side asked for; added to the wait. */
  readonly atLeastMs?: number;
  /** What the waits grow up to; five minutes where it is absent. */
  readonly longestMs?: number;
};

/**
 * Exponential backoff with full jitter, in milliseconds: a random wait up to 1 s, 2 s, 4 s … 5 min for the first,
 * second, third … try, and never less than the platform asked for.
 */
export function backoff(
  tries: number,
  { random, atLeastMs = 0, longestMs = LONGEST_MS }: BackoffOptions,
): number {
  const ceiling = Math.min(longestMs, FIRST_MS * 2 ** Math.min(Math.max(0, tries - 1), 20));
  return Math.ceil(atLeastMs + random() * ceiling);
}
