/** How likely the best hit answers the question, and whether the question is on the subject at all. */
import type { Hit } from './hit.ts';
import type { AnalysedQuestion } from './question.ts';
import { SIGNALS, SUBJECT_SIGNALS, signalsOf, subjectSignalsOf } from './signals.ts';
import { ANSWERABILITY, ON_SUBJECT } from './weights.ts';

/**
 * From here on, answering is right more often than abstaining where half of the questions are made to look answerable
 * and are not, as in the public set. test/bench/retrieval-quality.ts prints what each threshold costs and gains.
 */
export const ANSWERABLE_AMONG_TRAPS = 0.5;

/**
 * From here on, readers are better served by an answer: in the public set an abstention of what belongs to another
 * article is right in 94% (F1; 95% at 0.4), and 2% of the answerable questions are turned away.
 */
export const ON_SUBJECT_FROM = 0.3;

/** 0..1: how likely the first of the hits (as `search` returns them, best first) answers the question; 0 for no hits. */
export function answerability(question: AnalysedQuestion, hits: readonly Hit[]): number {
  const signals = signalsOf(question, hits);
  return signals ? chance(SIGNALS, signals, ANSWERABILITY) : 0;
}

/** 0..1: how likely the question is about what the topics searched speak of, answered there or not; 0 for no hits. */
export function onSubject(hits: readonly Hit[]): number {
  const signals = subjectSignalsOf(hits);
  return signals ? chance(SUBJECT_SIGNALS, signals, ON_SUBJECT) : 0;
}

function chance<Name extends string>(
  names: readonly Name[],
  signals: Readonly<Record<Name, number>>,
  weights: Readonly<Record<Name | 'bias', number>>,
): number {
  const sum = names.reduce((total, name) => total + weights[name] * signals[name], weights.bias);
  return 1 / (1 + Math.exp(-sum));
}
