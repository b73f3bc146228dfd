/** Which conversation a message belongs to, so that a reply or a thread is a follow-up; kept across restarts. */
import type { Keyv } from 'keyv';

/** How long a conversation can be taken up again, in milliseconds. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** The conversations that are known by the ids of their messages. */
export type Conversations = {
  /**
   * The key under which the first of these ids (messages, threads, interactions) is known. A thread that was opened on
   * a message has that message's id. Undefined where none is, or the store does not answer.
   */
  readonly find: (...ids: readonly (string | undefined)[]) => Promise<string | undefined>;
  /** Makes ids known as parts of a conversation. */
  readonly join: (key: string, ...ids: readonly string[]) => Promise<void>;
};

/** Keeps conversations in a store. A store that fails costs the context of follow-ups, and never an answer. */
export function createConversations(store: Keyv, onError: (error: unknown) => void): Conversations {
  const read = async (id: string): Promise<string | undefined> => {
    const key: unknown = await store.get(id);
    return typeof key === 'string' ? key : undefined;
  };
  return {
    find: async (...ids) => {
      try {
        const keys = await Promise.all(ids.map((id) => (id === undefined ? undefined : read(id))));
        return keys.find((key) => key !== undefined);
      } catch (error) {
        onError(error);
        return undefined;
      }
    },
    join: async (key, ...ids) => {
      try {
        await Promise.all(ids.map((id) => store.set(id, key, KEPT_MS)));
      } catch (error) {
        onError(error);
      }
    },
  };
}

/** The key of a conversation that begins here: the desk remembers earlier questions under it. */
export function newConversation(channel: string, id: string): string {
  return `discord:${channel}:${id}`;
}
