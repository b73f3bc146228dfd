/** Helpful / Not helpful under an answer: one vote a person, changeable. */
import { createHash } from 'node:crypto';
import type { Keyv } from 'keyv';
import type { Answer } from '../answer/answer.ts';

/** A reader's vote on an answer. */
export type Vote = {
  /** Id of the answer, as the feedback action carries it. */
  readonly answer: string;
  /** Platform and id of the voter, such as "discord:42". */
  readonly voter: string;
  readonly helpful: boolean;
  /** What was wrong, in the voter's words; at most 1,000 characters are kept. */
  readonly reason?: string;
};

const MAX_REASON = 1000;

/** Votes are for improving the knowledge file; after three months the file is another. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * A short id of what was answered: the same answer to the same question has the same id everywhere and after a
 * restart. At most 16 characters, so that it fits into any platform's button.
 */
export function answerId({ question, topic, claims }: Answer): string {
  return createHash('sha256')
    .update(JSON.stringify([question, topic, claims]))
    .digest('base64url')
    .slice(0, 16);
}

/** Keeps a vote. Each voter has one key for each answer, so a second press or a replay changes nothing more. */
export async function keepVote(store: Keyv, vote: Vote): Promise<void> {
  const reason = vote.reason?.slice(0, MAX_REASON);
  await store.set(
    `${vote.answer}:${createHash('sha256').update(vote.voter).digest('base64url').slice(0, 16)}`,
    { helpful: vote.helpful, ...(reason ? { reason } : {}) },
    KEPT_MS,
  );
}
