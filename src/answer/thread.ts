/** What a conversation is about: its last turns, kept for follow-up questions. */
import { z } from 'zod';

const turnSchema = z
  .object({
    /** The question in full. */
    question: z.string(),
    topic: z.string(),
    /** Ids that the answer cited, best first; none where the question was declined. */
    citations: z.array(z.string()).readonly(),
  })
  .readonly();

/** One question of a conversation, and what its answer stood on. */
export type Turn = z.infer<typeof turnSchema>;

/** Where conversations are kept: a Keyv, or anything with its two methods. */
export type ThreadStore = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, ttlMs: number) => Promise<unknown>;
};

/** A conversation is forgotten a day after its last question. */
const THREAD_TTL_MS = 24 * 60 * 60 * 1000;

/** Turns that a follow-up may look back on. */
const TURNS = 6;

/** The turns kept under a key, oldest first; none where the store holds nothing that can be read. */
export async function readTurns(store: ThreadStore, key: string): Promise<readonly Turn[]> {
  const parsed = z.array(turnSchema).safeParse(await store.get(key));
  return parsed.success ? parsed.data : [];
}

/** Adds a turn to those that were read, and keeps the last of them. */
export async function keepTurn(
  store: ThreadStore,
  key: string,
  { turns, turn }: { turns: readonly Turn[]; turn: Turn },
): Promise<void> {
  await store.set(key, [...turns, turn].slice(-TURNS), THREAD_TTL_MS);
}
