/** A circuit breaker: after several failures in a row nothing is asked for a while, then one try decides. */

/** Keeps requests from a service that fails. */
export type Breaker = {
  /** Whether a request may go out now; after the pause, one caller gets the trial. */
  readonly mayTry: () => boolean;
  readonly succeeded: () => void;
  /** `pauseMs` where the service itself named a time. */
  readonly failed: (pauseMs?: number) => void;
};

/** When the breaker opens, and for how long. */
export type BreakerOptions = {
  /** Failures in a row that open it. */
  readonly failures?: number;
  readonly pauseMs?: number;
  readonly now: () => number;
};

/** Longest pause that a service's own Retry-After can ask for. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/** A closed breaker: three failures in a row open it for half a minute unless told otherwise. */
export function createBreaker({ failures = 3, pauseMs = 30_000, now }: BreakerOptions): Breaker {
  let inARow = 0;
  let closedUntil = 0;
  return {
    mayTry: () => {
      if (inARow < failures) return true;
      if (now() < closedUntil) return false;
      // One trial: the others go on waiting until it has succeeded or failed.
      closedUntil = now() + pauseMs;
      return true;
    },
    succeeded: () => {
      inARow = 0;
    },
    failed: (asked) => {
      inARow += 1;
      closedUntil = now() + Math.min(Math.max(pauseMs, asked ?? 0), LONGEST_PAUSE_MS);
    },
  };
}
