/** How long to wait before trying again. */

const FIRST_MS = 1000;
const LONGEST_MS = 5 * 60_000;

/**
 * Exponential backoff with full jitter, in milliseconds: a random wait up to 1 s, 2 s, 4 s … 5 min for the first,
 * second, third … try, and never less than the platform asked for. `random` gives a number in [0, 1).
 */
export function backoff(
  tries: number,
  { random, atLeastMs = 0 }: { random: () => number; atLeastMs?: number },
): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(Math.max(0, tries - 1), 20));
  return Math.ceil(atLeastMs + random() * ceiling);
}
