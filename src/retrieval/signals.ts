/** What the best hits of a search tell of whether they answer the question. */
import type { Hit } from './hit.ts';
import type { AnalysedQuestion } from './question.ts';
import type { Conflict, Support } from './support.ts';

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
