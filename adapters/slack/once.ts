/** Answers each event once: Slack sends it again when an answer is late, and to another replica when a socket closes. */
import type { Logger } from 'pino';

/** Slack repeats an event for up to 24 hours where delayed events are on. */
const REMEMBERED_MS = 25 * 60 * 60 * 1000;

/** Whether this is the first time, on any replica, that the key is seen. */
export type Once = (key: string) => Promise<boolean>;

/**
 * Remembers keys through `claim`. Where the shared memory does not answer, this process's own memory stands in: an
 * answer given twice by two replicas is better than none by either.
 */
export function createOnce(claim: (key: string, ttlMs: number) => Promise<boolean>, logger: Logger): Once {
  const seenHere = new Map<string, number>();
  return async (key) => {
    try {
      return await claim(`slack:${key}`, REMEMBERED_MS);
    } catch (error) {
      logger.warn(
        { err: error },
        'the shared memory does not answer; repeated events are recognised by this process only',
      );
      return claimHere(seenHere, key);
    }
  };
}

/** How many keys this process keeps while the shared memory is away. */
const KEPT_HERE = 10_000;

function claimHere(seen: Map<string, number>, key: string): boolean {
  if (seen.has(key)) return false;
  seen.set(key, Date.now());
  const oldest = seen.keys().next();
  if (seen.size > KEPT_HERE && !oldest.done) seen.delete(oldest.value);
  return true;
}
