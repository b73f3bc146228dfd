/** Judges how well each candidate answers a question. */
import type { Hit } from '../../retrieval/hit.ts';
import type { Dossier } from '../dossier.ts';
import { type Alike, alikeOf } from './alike.ts';
import type { Asked } from './asked.ts';
import { type Candidate, candidatesOf } from './candidate.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { doerTold } from './doer.ts';
import { type Fault, faultsOf } from './faults.ts';
import { fitOf } from './fit.ts';
import type { SentenceMeans } from './means.ts';
import { SIGNALS, type Signals } from './signal-names.ts';
import { roleSignals, signalsOf } from './signals.ts';
import { slotFill } from './slots.ts';
import { RANKING } from './weights.ts';

export type Assessment = {
  readonly candidate: Candidate;
  /** Higher answers better; within one question the odds of two candidates are e to the difference of their scores. */
  readonly score: number;
  readonly coverage: Coverage;
  readonly alike: Alike;
  /** How surely it holds the sort of thing that is asked for, 0..1. */
  readonly fill: number;
  readonly faults: readonly Fault[];
  readonly signals: Signals;
};

/** Candidates that are judged by more than what they meet of the question: hardly ever does one behind them answer. */
const JUDGED = 24;
/** Candidates whose sentences are read for who does what: only those near the top can be the answer. */
const READ_CLOSELY = 10;

/** The candidates that meet most of the question, at most so many, judged, best first. */
export function assessAll(
  asked: Asked,
  hits: readonly Hit[],
  means: SentenceMeans,
  most = JUDGED,
): readonly Assessment[] {
  const byScore = (a: Assessment, b: Assessment) => b.score - a.score;
  const measured = candidatesOf(hits, means).map((candidate) => ({
    candidate,
    coverage: coverageOf(asked, candidate, means.dossier),
  }));
  const judged = mostMet(measured, most)
    .map(({ candidate, coverage }) => assess(asked, candidate, { ...means, coverage }))
    .sort(byScore);
  const close = judged.slice(0, READ_CLOSELY).map((assessment) => refine(assessment, asked, means.dossier));
  return [...close, ...judged.slice(READ_CLOSELY)].sort(byScore);
}

/** Those that meet most of the question, by default as many as are judged. */
export function mostMet<Measured extends Pick<Assessment, 'coverage'>>(
  all: readonly Measured[],
  most = JUDGED,
): readonly Measured[] {
  return all.toSorted((a, b) => b.coverage.share - a.coverage.share).slice(0, most);
}

/** The judgement by words alone. */
function assess(
  asked: Asked,
  candidate: Candidate,
  { coverage, ...means }: SentenceMeans & { readonly coverage: Coverage },
): Assessment {
  const { dossier } = means;
  const alike = alikeOf(asked, candidate, { coverage, ...means });
  const fill = slotFill(asked, candidate, dossier);
  const faults = faultsOf(asked, candidate, { coverage, fill, dossier });
  const signals = signalsOf(asked, candidate, { coverage, alike, fill, faults, dossier });
  return { candidate, score: scoreOf(signals), coverage, alike, fill, faults, signals };
}

/** The judgement with the roles of the fact's own sentence, which take longer to read. */
function refine(assessment: Assessment, asked: Asked, dossier: Dossier): Assessment {
  const { candidate, faults } = assessment;
  if (!asked.deed || !candidate.fact) return assessment;
  const fit = fitOf(asked.deed, candidate.fact, dossier);
  const doer = doerTold(asked, candidate, dossier);
  const signals = { ...assessment.signals, ...roleSignals(asked, fit, doer) };
  return {
    ...assessment,
    signals,
    score: scoreOf(signals),
    faults: fit === 'contradicts' ? [...faults, 'role'] : faults,
  };
}

const WEIGHTS = SIGNALS.map((name) => [name, RANKING[name]] as const);

function scoreOf(signals: Signals): number {
  let sum = 0;
  for (const [name, weight] of WEIGHTS) sum += weight * signals[name];
  return sum;
}
