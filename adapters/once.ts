/** Answers each event once, on whichever replica it arrives, and however often. */
import type { Logger } from 'pino';
import { inTime } from '../src/in-time.ts';

/** Whether this is the first time, on any replica, that the key is seen. Never rejects. */
export type Once = (key: string) => Promise<boolean>;

/** What recognising repeats takes. */
export type OnceOptions = {
  readonly claim: (key: string, ttlMs: number) => Promise<boolean>;
  /** How long a platform may repeat an event, in milliseconds. */
  readonly rememberedMs: number;
  readonly logger: Logger;
};

/** A platform waits three seconds for a sign of life: the shared memory gets a part of them, in milliseconds. */
const WAIT_MS = 1000;

/** How many keys this process keeps. */
const KEPT_HERE = 10_000;

/**
 * Remembers keys here and through `claim`. Where the shared memory does not answer, this process's own stands in: an
 * answer given twice by two replicas is better than none by either.
 */
export function createOnce({ claim, rememberedMs, logger }: OnceOptions): Once {
  const seenHere = new Set<string>();
  return async (key) => {
    if (seenHere.has(key)) return false;
    seenHere.add(key);
    const oldest = seenHere.keys().next();
    if (seenHere.size > KEPT_HERE && !oldest.done) seenHere.delete(oldest.value);
    try {
      return await inTime(claim(key, rememberedMs), WAIT_MS);
    } catch (error) {
      logger.warn(
        { err: error },
        'the shared memory does not answer; repeats are recognised by this process only',
      );
      return true;
    }
  };
}
