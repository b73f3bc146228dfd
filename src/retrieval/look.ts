/** A closer look at a candidate: what its features are read from. */
import type { SlotQuestion } from './answer-slot.ts';
import type { KindsPresent } from './answer-type.ts';
import type { Context } from './context.ts';
import type { Sentence } from './sentence.ts';

/** A question as the features need it; made once for all candidates. */
export type FeatureQuestion = SlotQuestion & {
  /** How telling each term is in the language, 0..1. */
  readonly telling: readonly number[];
  /** How near a sentence is to what the question is about as a whole, −1..1. */
  readonly subjectOf: (sentence: Sentence) => number;
  /** Its function words that turn what is said, folded. */
  readonly turns: readonly string[];
  /** Where its words stand in it, by stem. */
  readonly places: ReadonlyMap<string, readonly number[]>;
};

/** What the features of a candidate are made from; `best` are the highest scores among the candidates. */
export type Look = {
  readonly asked: FeatureQuestion;
  readonly bm25: number;
  readonly context: Context;
  readonly kinds: KindsPresent;
  readonly best: { readonly bm25: number; readonly group: number };
};
