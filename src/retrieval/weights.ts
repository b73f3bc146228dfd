/** Learned constants, fitted on the public question set by test/bench/retrieval-fit.ts. */
import type { FeatureName } from './features.ts';

/** What each feature adds to the score of an entry: conditional logistic regression over the first 25 candidates. */
export const RANKING: Readonly<Record<FeatureName, number>> = {
  coverage: 1.8,
  standIns: 1.77,
  exact: 1.8,
  names: -0.94,
  verbs: 1.42,
  previous: 2.07,
  next: 0.86,
  bm25: 2.51,
  group: 3.47,
  besideGroup: 1.08,
  pairs: 1.13,
  run: 1.78,
  brokenNames: -0.55,
  focus: 0.33,
  focusKind: 0.97,
  personKind: 1.17,
  placeKind: 0.76,
  place: 0.69,
  date: 2.16,
  number: 1.55,
  numberNear: 0.76,
  duration: 0.75,
  reason: 1.04,
  pronoun: 0.53,
  first: 0.42,
  density: 1.01,
};

/** Not learned, for the public set has no quotes: a quote comes first where a quote is asked for. */
export const QUOTE_ASKED_FOR = 1.5;
/** Not learned, for the public questions come with their topic: times the share of a question's terms in a topic's title. */
export const TOPIC_NAMED = 2;
