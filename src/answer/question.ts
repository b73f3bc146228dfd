/** What the desk is asked. */
import type { Claim } from './answer.ts';

/** A question to the desk. */
export type Question = {
  readonly text: string;
  /** Slug of the topic to look in; without it the desk chooses. */
  readonly topic?: string;
  /** Key of the conversation: what was asked and answered before under it is context for a follow-up. */
  readonly thread?: string;
  /** BCP 47 locale of the asker. */
  readonly locale?: string;
  /** Opaque id of the asker, for budgets; never logged. */
  readonly user?: string;
  /** Gets each claim as soon as it is complete and verified, in order, with the slug of its topic. */
  readonly onClaim?: (claim: Claim, topic: string) => void;
};
