/** Learned constants, fitted on the public question set by test/bench/retrieval-fit.ts. */
import type { SignalName } from './answerability.ts';
import type { FeatureName } from './features.ts';

/** What each feature adds to the score of an entry: conditional logistic regression over the close looks. */
export const RANKING: Readonly<Record<FeatureName, number>> = {
  coverage: 1.85,
  standIns: 1.82,
  exact: 1.89,
  names: -0.83,
  verbs: 1.5,
  previous: 2.07,
  next: 0.9,
  bm25: 2.2,
  group: 3.32,
  besideGroup: 1.06,
  pairs: 1.21,
  run: 1.78,
  brokenNames: -0.58,
  focus: 0.33,
  focusKind: 0.99,
  personKind: 1.07,
  placeKind: 0.77,
  place: 0.62,
  date: 2.18,
  number: 1.45,
  numberNear: 0.75,
  duration: 0.78,
  reason: 1.05,
  pronoun: 0.53,
  first: 0.4,
  density: 1.09,
};

/** Not learned, for the public set has no quotes: a quote comes first where a quote is asked for. */
export const QUOTE_ASKED_FOR = 1.5;
/** Not learned, for the public questions come with their topic: times the share of a question's terms in a topic's title. */
export const TOPIC_NAMED = 2;

/** What each signal adds to the logit of answerability: logistic regression of right top facts against unanswerable questions. */
export const ANSWERABILITY: Readonly<Record<SignalName | 'bias', number>> = {
  coverage: 1.87,
  previous: 1.21,
  density: 1.52,
  run: -0.38,
  score: 0.27,
  certainty: 0.99,
  present: 0.12,
  negated: -2.62,
  unknownName: -1.19,
  opposite: -1.37,
  number: -1.26,
  name: -0.31,
  degree: -0.8,
  bias: -2.96,
};
