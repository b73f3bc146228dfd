/** Learned constants, fitted on the public question set by test/bench/retrieval-fit.ts. */
import type { FeatureName } from './features.ts';
import type { SignalName, SubjectSignalName } from './signals.ts';

/** What each feature adds to the score of an entry: conditional logistic regression over the close looks. */
export const RANKING: Readonly<Record<FeatureName, number>> = {
  exact: 1.01,
  standIns: 2.14,
  met: 2.16,
  partlyMet: 2.56,
  exactTelling: 1.12,
  least: 0.97,
  focus: 0.89,
  run: 2.1,
  brokenNames: -1.19,
  turns: 0.93,
  early: 0.71,
  length: -0.43,
  subject: 1.99,
  brokenOff: 1.53,
  before: 5.56,
  after: 0.51,
  betterAfter: 2.3,
  around: 3.36,
  namesBefore: 2.34,
  namesAround: 2.45,
  pronounBefore: 1.25,
  definiteBefore: -2.15,
  last: 0.24,
  depth: -0.82,
  paragraph: -0.5,
  bm25: 1.45,
  group: 1.54,
  besideGroup: 0.68,
  focusKind: 0.66,
  placeKind: 0.72,
  date: 0.72,
  reason: 1.44,
  means: 2.08,
  fullName: 0.76,
  slot: 0.71,
  near: 1.88,
  nearDate: 1.81,
  nearNumber: 5.26,
  newNumber: -0.27,
  newRarity: 2.33,
};

/** Not learned, for the public set has no quotes: a quote comes first where a quote is asked for. */
export const QUOTE_ASKED_FOR = 1.5;
/** Not learned, for the public questions come with their topic: times the share of a question's terms in a topic's title. */
export const TOPIC_NAMED = 3;

/** What each signal adds to the logit of answerability: logistic regression of right top facts against unanswerable questions. */
export const ANSWERABILITY: Readonly<Record<SignalName | 'bias', number>> = {
  coverage: 0.85,
  score: 1.22,
  certainty: 1.18,
  unknownName: -0.38,
  unmetNames: -3.05,
  namesBefore: 3.12,
  namesAround: 0.9,
  early: 0.88,
  run: -0.61,
  near: 0.94,
  negated: -2.61,
  opposite: -1.57,
  number: -1.08,
  name: -0.1,
  degree: -0.56,
  bias: -4.33,
};

/** The same for being on the subject: answerable questions against answerable ones of another article. */
export const ON_SUBJECT: Readonly<Record<SubjectSignalName | 'bias', number>> = {
  coverage: 1.34,
  exactTelling: 3.53,
  score: 2.93,
  unknown: -2.3,
  unmetNames: -4.37,
  namesAround: 3.6,
  before: 11.99,
  subject: 4.23,
  bias: -6.2,
};
