/** What composes an answer's claims from retrieved evidence when it is not the extractive engine. */
import type { Topic } from '../knowledge/schema.ts';
import type { Claim } from './answer.ts';
import type { Turn } from './thread.ts';

/** Everything that a composer may use. `question` is the question in full: a follow-up is already resolved. */
export type CompositionRequest = {
  readonly question: string;
  readonly topic: Topic;
  /** Ids of the facts and quotes that the words of the question found, best first. */
  readonly found: readonly string[];
  /** Earlier questions of the conversation and what was answered, oldest first. */
  readonly turns: readonly Turn[];
  /** ISO 639-1 code of the language to answer in. */
  readonly language: string;
  /** Opaque id of the asker, for budgets. */
  readonly user?: string;
  /** Ends the work when the question has taken too long; by default its time begins now. */
  readonly signal?: AbortSignal;
};

/** A draft under way. */
type Composition = {
  /** Ids of the facts and quotes that it is made from: nothing else may be cited. */
  readonly evidence: readonly string[];
  /** Come as they are complete, not yet verified; none at all means that the evidence does not answer the question. */
  readonly claims: AsyncIterable<Claim>;
};

/**
 * Composes an answer. `undefined` when it will not do so now (budget spent, circuit open). Fails by throwing, from the
 * call or while claims come; extraction then takes over.
 */
export type Composer = (
  request: CompositionRequest,
) => Composition | undefined | Promise<Composition | undefined>;

/** An earlier question, and the facts that it was answered with, in the desk's words. */
export type ToldTurn = { readonly question: string; readonly answered: readonly string[] };

/** A question within its conversation. */
export type FollowUp = {
  readonly question: string;
  /** Oldest first. */
  readonly turns: readonly ToldTurn[];
  readonly user?: string;
  readonly signal?: AbortSignal;
};

/** A model behind the desk. */
export type Model = {
  readonly compose: Composer;
  /** A follow-up as a question that stands by itself; as it was asked where there is none to be had. Never fails. */
  readonly rewrite: (followUp: FollowUp) => Promise<string>;
  /** Starts the clock of one question: all that the model does for it has to be done by then. */
  readonly deadline: () => AbortSignal;
};
