/** Learned constants, fitted on the public question set by test/bench/retrieval-fit.ts. */
import type { SignalName, SubjectSignalName } from './answerability.ts';
import type { FeatureName } from './features.ts';

/** What each feature adds to the score of an entry: conditional logistic regression over the close looks. */
export const RANKING: Readonly<Record<FeatureName, number>> = {
  exact: 0.99,
  standIns: 3.0,
  met: 1.77,
  partlyMet: 2.24,
  exactTelling: 1.22,
  least: 1.12,
  run: 2.2,
  brokenNames: -0.9,
  early: 0.75,
  length: -0.4,
  subject: 2.1,
  before: 5.8,
  after: 1.55,
  around: 2.58,
  namesBefore: 2.18,
  namesAround: 2.61,
  pronounBefore: 1.2,
  definiteBefore: -2.1,
  last: 0.2,
  depth: -0.75,
  paragraph: -0.45,
  bm25: 1.44,
  group: 1.6,
  besideGroup: 1.02,
  focusKind: 0.69,
  placeKind: 0.78,
  date: 0.64,
  reason: 1.49,
  fullName: 0.82,
  slot: 0.82,
  near: 1.49,
  nearDate: 2.07,
  nearNumber: 5.79,
  nearOpen: 2.05,
  newNumber: -0.26,
  newRarity: 2.39,
};

/** Not learned, for the public set has no quotes: a quote comes first where a quote is asked for. */
export const QUOTE_ASKED_FOR = 1.5;
/** Not learned, for the public questions come with their topic: times the share of a question's terms in a topic's title. */
export const TOPIC_NAMED = 3;

/** What each signal adds to the logit of answerability: logistic regression of right top facts against unanswerable questions. */
export const ANSWERABILITY: Readonly<Record<SignalName | 'bias', number>> = {
  coverage: 1.25,
  score: 0.66,
  certainty: 1.09,
  unknownName: -0.47,
  unmetNames: -3.03,
  namesBefore: 2.66,
  namesAround: 1.45,
  early: 0.72,
  negated: -2.74,
  opposite: -1.54,
  number: -1.18,
  name: -0.16,
  degree: -0.45,
  bias: -3.37,
};

/** The same for being on the subject: answerable questions against answerable ones of another article. */
export const ON_SUBJECT: Readonly<Record<SubjectSignalName | 'bias', number>> = {
  coverage: 0.69,
  score: 3.67,
  unknown: -3.82,
  unmetNames: -3.85,
  subject: 4.22,
  bias: -4.69,
};
