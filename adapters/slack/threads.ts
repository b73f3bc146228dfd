/** The threads that the desk was asked in: follow-ups there need no mention. */
import type { Keyv } from 'keyv';

/** How long a thread is followed after the last question in it, in milliseconds. */
const FOLLOWED_MS = 24 * 60 * 60 * 1000;

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

/** Keeps the followed threads in a store. @throws what the store throws */
export function createThreads(store: Keyv): Threads {
  return {
    follow: async (key) => {
      await store.set(key, true, FOLLOWED_MS);
    },
    isFollowed: async (key) => (await store.get<boolean>(key)) === true,
  };
}
