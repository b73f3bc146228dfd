/** Helpful / Not helpful under an answer: one vote a person, changeable. */
import type { Keyv } from 'keyv';

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
