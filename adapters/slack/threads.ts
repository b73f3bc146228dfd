/** The threads that the desk was asked in: follow-ups there need no mention. */
import type { Keyv } from 'keyv';
import type { Logger } from 'pino';

/** How long a thread is followed after the last question in it, in milliseconds. */
const FOLLOWED_MS = 24 * 60 * 60 * 1000;

/** Neither rejects: a store that fails costs a follow-up without a mention, and never an answer. */
export type Threads = {
  readonly follow: (key: string) => Promise<void>;
  readonly isFollowed: (key: string) => Promise<boolean>;
};

/** The key of a conversation, on every replica: also what the desk remembers earlier questions under. */
export function threadKey(place: {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}): string {
  return `slack:${place.team}:${place.channel}:${place.thread}`;
}

/** Keeps the followed threads in a store. */
export function createThreads(store: Keyv, logger: Logger): Threads {
  const attempt = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      logger.warn({ err: error }, 'the shared memory does not answer; follow-ups in threads need a mention');
      return otherwise;
    }
  };
  return {
    follow: (key) => attempt(async () => void (await store.set(key, true, FOLLOWED_MS)), undefined),
    isFollowed: (key) => attempt(async () => (await store.get(key)) === true, false),
  };
}
