/** The chance that the best hit answers the question, from its support. */
import type { Hit } from './knowledge-index.ts';
import type { AnalysedQuestion } from './question.ts';
import type { Conflict } from './support.ts';
import { ANSWERABILITY } from './weights.ts';

/** What the estimate is made from; each is 0..1 but for `score` (tenths of the ranking's). */
export const SIGNALS = [
  'coverage',
  'previous',
  'density',
  'run',
  'score',
  'certainty',
  'present',
  'negated',
  'unknownName',
  'opposite',
  'number',
  'name',
  'degree',
] as const;
export type SignalName = (typeof SIGNALS)[number];
export type Signals = Readonly<Record<SignalName, number>>;

/**
 * From this answerability on, readers are better served by an answer: it keeps four in five of the public set's
 * answerable questions and turns away nine in ten that belong to another article.
 */
export const ANSWERABLE_FROM = 0.25;

/**
 * From here on, answering is right more often than abstaining where half of the questions are made to look answerable
 * and are not, as in the public set. test/bench/retrieval-quality.ts prints what each threshold costs and gains.
 */
export const ANSWERABLE_AMONG_TRAPS = 0.5;

/** 0..1: how likely the first of the hits (as `search` returns them, best first) answers the question; 0 for no hits. */
export function answerability(question: AnalysedQuestion, hits: readonly Hit[]): number {
  const signals = signalsOf(question, hits);
  if (!signals) return 0;
  const sum = SIGNALS.reduce(
    (total, name) => total + ANSWERABILITY[name] * signals[name],
    ANSWERABILITY.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** The signals of the best hit; undefined for no hits. */
export function signalsOf(question: AnalysedQuestion, hits: readonly Hit[]): Signals | undefined {
  const [best] = hits;
  if (!best) return undefined;
  const { support, features } = best;
  const hasConflict = (kind: Conflict['kind']) =>
    Number(support.conflicts.some((conflict) => conflict.kind === kind));
  return {
    coverage: support.coverage,
    previous: features.previous,
    density: features.density,
    run: features.run,
    score: best.score / 10,
    certainty: certaintyOf(hits),
    present: Number(support.answerPresent),
    negated: Number(question.negated),
    unknownName: Number(support.unmet.some(({ term, known }) => term.role === 'name' && !known)),
    opposite: hasConflict('opposite'),
    number: hasConflict('number'),
    name: hasConflict('name'),
    degree: hasConflict('degree'),
  };
}

/** Hits that the best one is compared with; more change nothing, and callers ask for different numbers. */
const COMPARED = 10;

/** The ranking's own probability of its first hit. */
function certaintyOf(hits: readonly Hit[]): number {
  const top = hits[0]?.score ?? 0;
  return 1 / hits.slice(0, COMPARED).reduce((sum, { score }) => sum + Math.exp(score - top), 0);
}
