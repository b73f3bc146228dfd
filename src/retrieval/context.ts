/** What stands around an entry: its neighbours, its group, and the groups beside it. */
import type { Candidate, Scores } from './candidates.ts';
import type { PlannedTerm } from './plan.ts';
import { entryOf, frequencyOf, K1, type Segment } from './segment.ts';

/** Masks of the terms met before and after the entry in its group, and BM25 of the group read as one text. */
export interface Context {
  readonly previous: number;
  readonly next: number;
  /** Whether it opens its group. */
  readonly first: boolean;
  readonly group: number;
  /** The better of the groups before and after. */
  readonly besideGroup: number;
}

/** BM25 of every group of every segment that has a candidate. */
export type GroupScores = ReadonlyMap<Segment, Float32Array>;

/** Scores the groups around the candidates. */
export function scoreGroups(candidates: readonly Candidate[], terms: readonly PlannedTerm[]): GroupScores {
  const segments = new Set(candidates.map(({ scores }) => scores.segment));
  return new Map([...segments].map((segment) => [segment, groupsOf(segment, terms)]));
}

/** Weaker variants than this say little about what a paragraph is about. */
const LEAST_VARIANT = 0.3;

function groupsOf(segment: Segment, terms: readonly PlannedTerm[]): Float32Array {
  const { norms, size } = { norms: segment.groupNorms, size: segment.groupNorms.length };
  const scores = new Float32Array(size);
  for (const { variants } of terms) {
    const frequencies = new Float32Array(size);
    let count = 0;
    for (const { stem, weight } of variants) {
      if (weight < LEAST_VARIANT) continue;
      for (const posting of segment.postings.get(stem) ?? []) {
        const group = segment.entries[entryOf(posting)]?.group ?? 0;
        if (frequencies[group] === 0) count += 1;
        frequencies[group] = (frequencies[group] ?? 0) + weight * frequencyOf(posting);
      }
    }
    if (count === 0) continue;
    const gain = Math.log(1 + (size - count + 0.5) / (count + 0.5)) * (K1 + 1);
    frequencies.forEach((frequency, group) => {
      if (frequency > 0)
        scores[group] = (scores[group] ?? 0) + (gain * frequency) / (frequency + (norms[group] ?? K1));
    });
  }
  return scores;
}

/** The context of a candidate. */
export function contextOf({ scores, at }: Candidate, groups: GroupScores): Context {
  const group = scores.segment.entries[at]?.group ?? 0;
  const of = groups.get(scores.segment);
  return {
    previous: maskIn(scores, at - 1, group),
    next: maskIn(scores, at + 1, group),
    first: scores.segment.entries[at - 1]?.group !== group,
    group: of?.[group] ?? 0,
    besideGroup: Math.max(of?.[group - 1] ?? 0, of?.[group + 1] ?? 0),
  };
}

function maskIn({ segment, masks }: Scores, at: number, group: number): number {
  return segment.entries[at]?.group === group ? (masks[at] ?? 0) : 0;
}
