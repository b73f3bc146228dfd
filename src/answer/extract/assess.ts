/** Judges how well each candidate answers a question. */
import type { Hit } from '../../retrieval/knowledge-index.ts';
import type { WordVectors } from '../../retrieval/word-vectors.ts';
import type { Dossier } from '../dossier.ts';
import { type Alike, alikeOf } from './alike.ts';
import type { Asked } from './asked.ts';
import { type Candidate, candidatesOf } from './candidate.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Fault, faultsOf } from './faults.ts';
import { type Fit, fitOf } from './roles.ts';
import { SIGNALS, type Signals, signalsOf } from './signals.ts';
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

/** What judging draws on. */
export type Means = { readonly dossier: Dossier; readonly vectors: WordVectors };

/** Candidates whose sentences are read for who does what: only those near the top can be the answer. */
const READ_CLOSELY = 10;

/** Every candidate judged, best first. */
export function assessAll(asked: Asked, hits: readonly Hit[], means: Means): readonly Assessment[] {
  const byScore = (a: Assessment, b: Assessment) => b.score - a.score;
  const judged = candidatesOf(hits, means)
    .map((candidate) => assess(asked, candidate, means))
    .sort(byScore);
  const close = judged.slice(0, READ_CLOSELY).map((assessment) => refine(assessment, asked, means.dossier));
  return [...close, ...judged.slice(READ_CLOSELY)].sort(byScore);
}

/** The judgement by words alone. */
export function assess(asked: Asked, candidate: Candidate, { dossier }: Means): Assessment {
  const coverage = coverageOf(asked, candidate, dossier);
  const alike = alikeOf(asked, candidate, coverage);
  const fill = slotFill(asked, candidate, dossier);
  return judge(asked, candidate, { coverage, alike, fill, fit: 'open', dossier });
}

/** The judgement with the roles of the fact's own sentence, which take longer to read. */
function refine(assessment: Assessment, asked: Asked, dossier: Dossier): Assessment {
  const { candidate } = assessment;
  if (!asked.deed || !candidate.fact) return assessment;
  const fit = fitOf(asked.deed, candidate.fact, dossier);
  return fit === 'open' ? assessment : judge(asked, candidate, { ...assessment, fit, dossier });
}

type Measures = Pick<Assessment, 'coverage' | 'alike' | 'fill'> & {
  readonly fit: Fit;
  readonly dossier: Dossier;
};

function judge(asked: Asked, candidate: Candidate, measures: Measures): Assessment {
  const { coverage, alike, fill } = measures;
  const faults = faultsOf(asked, candidate, measures);
  const signals = signalsOf(asked, candidate, { ...measures, faults });
  const score = SIGNALS.reduce((sum, name) => sum + RANKING[name] * signals[name], 0);
  return { candidate, score, coverage, alike, fill, faults, signals };
}
