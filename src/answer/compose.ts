/** What composes an answer's claims from retrieved evidence when it is not the extractive engine. */
import type { Topic } from '../knowledge/schema.ts';
import type { Hit } from '../retrieval/knowledge-index.ts';
import type { Claim } from './answer.ts';
import type { Turn } from './thread.ts';

/** Everything that a composer may use. `question` is the question in full: a follow-up is already resolved. */
export type CompositionRequest = {
  readonly question: string;
  /** As the user typed it. */
  readonly asked: string;
  readonly topic: Topic;
  /** Facts and quotes that the question found, best first. */
  readonly evidence: readonly Hit[];
  /** Earlier questions of the conversation and what was answered, oldest first. */
  readonly turns: readonly Turn[];
  /** BCP 47 locale of the asker. */
  readonly locale?: string;
  /** Opaque id of the asker, for budgets. */
  readonly user?: string;
};

/**
 * A model behind the desk. Yields claims as they are complete, not yet verified; none at all means that the
 * evidence does not answer the question. `undefined` when it will not answer now (budget spent, circuit open).
 * Fails by throwing, from the call or while yielding; extraction then takes over.
 */
export type Composer = (
  request: CompositionRequest,
) => AsyncIterable<Claim> | undefined | Promise<AsyncIterable<Claim> | undefined>;
