/** How likely the best hit answers the question, and whether the question is on the subject at all. */
import type { Hit } from './knowledge-index.ts';
import type { AnalysedQuestion } from './question.ts';
import type { Conflict, Support } from './support.ts';
import { ANSWERABILITY, ON_SUBJECT } from './weights.ts';

/** What answerability is told by; each is about 0..1, `score` in tenths of the ranking's. */
export const SIGNALS = [
  'coverage',
  'score',
  'certainty',
  'unknownName',
  'unmetNames',
  'namesBefore',
  'namesAround',
  'early',
  'run',
  'near',
  'negated',
  'opposite',
  'number',
  'name',
  'degree',
] as const;
export type SignalName = (typeof SIGNALS)[number];
export type Signals = Readonly<Record<SignalName, number>>;

/** What it is told by that a question is on the subject of the topics searched; each is about −1..1. */
export const SUBJECT_SIGNALS = [
  'coverage',
  'exactTelling',
  'score',
  'unknown',
  'unmetNames',
  'namesAround',
  'before',
  'subject',
] as const;
export type SubjectSignalName = (typeof SUBJECT_SIGNALS)[number];
export type SubjectSignals = Readonly<Record<SubjectSignalName, number>>;

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

/** The signals of the best hit; undefined for no hits. */
export function signalsOf(question: AnalysedQuestion, hits: readonly Hit[]): Signals | undefined {
  const [best] = hits;
  if (!best) return undefined;
  const { features } = best;
  const support = best.support();
  const hasConflict = (kind: Conflict['kind']) =>
    Number(support.conflicts.some((conflict) => conflict.kind === kind));
  return {
    coverage: support.coverage,
    score: best.score / 10,
    certainty: certaintyOf(hits),
    unknownName: Number(support.unmet.some(({ term, known }) => term.role === 'name' && !known)),
    unmetNames: unmetShare(support, ({ term }) => term.role === 'name'),
    namesBefore: features.namesBefore,
    namesAround: features.namesAround,
    early: features.early,
    run: features.run,
    near: features.near,
    negated: Number(question.negated),
    opposite: hasConflict('opposite'),
    number: hasConflict('number'),
    name: hasConflict('name'),
    degree: hasConflict('degree'),
  };
}

/** The signals of the best hits; undefined for no hits. */
export function subjectSignalsOf(hits: readonly Hit[]): SubjectSignals | undefined {
  const [best] = hits;
  if (!best) return undefined;
  const { score, features } = best;
  const support = best.support();
  return {
    coverage: support.coverage,
    exactTelling: features.exactTelling,
    score: score / 10,
    unknown: unmetShare(support, ({ known }) => !known),
    unmetNames: unmetShare(support, ({ term }) => term.role === 'name'),
    namesAround: features.namesAround,
    before: features.before,
    subject: Math.max(...hits.slice(0, COMPARED).map(({ features }) => features.subject)),
  };
}

/** Share of the question's terms, weighted by rarity, that are unmet in the way that is asked. */
function unmetShare({ met, unmet }: Support, isSuch: (unmet: Support['unmet'][number]) => boolean): number {
  const rarity = (terms: readonly { readonly idf: number }[]) => terms.reduce((sum, { idf }) => sum + idf, 0);
  const all = rarity(met) + rarity(unmet);
  return all > 0 ? rarity(unmet.filter(isSuch)) / all : 0;
}

/** Hits that the best one is compared with; more change nothing, and callers ask for different numbers. */
const COMPARED = 10;

/** The ranking's own probability of its first hit. */
function certaintyOf(hits: readonly Hit[]): number {
  const top = hits[0]?.score ?? 0;
  return 1 / hits.slice(0, COMPARED).reduce((sum, { score }) => sum + Math.exp(score - top), 0);
}
