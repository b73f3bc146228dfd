/** Hundreds of questions at once are worked on one after the other, with everything else in between. */
import { setImmediate } from 'node:timers/promises';

/**
 * Gives out turns of the event loop, one to each caller: before the next has its own, what has been answered goes out
 * and what has come in is acknowledged.
 */
export function createEventLoopQueue(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}
