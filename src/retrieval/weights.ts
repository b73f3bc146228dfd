/** Learned constants, fitted on the public question set by test/bench/retrieval-fit.ts. */
import type { SignalName, SubjectSignalName } from './answerability.ts';
import type { FeatureName } from './features.ts';

/** What each feature adds to the score of an entry: conditional logistic regression over the close looks. */
export const RANKING: Readonly<Record<FeatureName, number>> = {
  exact: 0.93,
  standIns: 3.4,
  met: 1.86,
  partlyMet: 2.4,
  exactTelling: 1.18,
  least: 1.12,
  focus: 0.8,
  run: 2.17,
  brokenNames: -0.96,
  turns: 0.88,
  early: 0.75,
  length: -0.37,
  subject: 2.15,
  brokenOff: 1.27,
  before: 5.79,
  after: 0.51,
  betterAfter: 2.26,
  around: 2.55,
  namesBefore: 2.29,
  namesAround: 2.39,
  pronounBefore: 1.24,
  definiteBefore: -2.63,
  last: 0.21,
  depth: -0.76,
  paragraph: -0.47,
  bm25: 1.48,
  group: 1.56,
  besideGroup: 0.65,
  focusKind: 0.69,
  placeKind: 0.76,
  date: 0.77,
  reason: 1.46,
  fullName: 0.79,
  slot: 0.71,
  near: 1.84,
  nearDate: 1.9,
  nearNumber: 5.6,
  newNumber: -0.28,
  newRarity: 2.36,
};

/** Not learned, for the public set has no quotes: a quote comes first where a quote is asked for. */
export const QUOTE_ASKED_FOR = 1.5;
/** Not learned, for the public questions come with their topic: times the share of a question's terms in a topic's title. */
export const TOPIC_NAMED = 3;

/** What each signal adds to the logit of answerability: logistic regression of right top facts against unanswerable questions. */
export const ANSWERABILITY: Readonly<Record<SignalName | 'bias', number>> = {
  coverage: 0.83,
  score: 1.15,
  certainty: 1.11,
  unknownName: -0.41,
  unmetNames: -2.89,
  namesBefore: 2.6,
  namesAround: 1.28,
  early: 0.87,
  run: -0.63,
  near: 1.04,
  negated: -2.6,
  opposite: -1.57,
  number: -1.11,
  name: -0.11,
  degree: -0.54,
  bias: -4.22,
};

/** The same for being on the subject: answerable questions against answerable ones of another article. */
export const ON_SUBJECT: Readonly<Record<SubjectSignalName | 'bias', number>> = {
  coverage: 0.91,
  exactTelling: 3.05,
  score: 3.35,
  unknown: -2.85,
  unmetNames: -3.17,
  subject: 3.92,
  bias: -5.96,
};
