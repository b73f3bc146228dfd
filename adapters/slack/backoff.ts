/** How long to wait before something that failed is tried again. */

const FIRST_MS = 500;
const LONGEST_MS = 60_000;

/** Milliseconds before the next attempt after `failures` in a row: doubling from half a second to a minute, jittered. */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (0.75 + random() / 4));
}
