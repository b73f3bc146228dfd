/** What stands around an entry: its neighbours, its group, and the groups beside it. */
import type { Candidate } from './candidates.ts';
import type { Dictionary } from './dictionary.ts';
import type { PlannedTerm, Variant } from './plan.ts';
import { entryOf, frequencyOf, K1, type Segment, wordIn } from './segment.ts';

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
export function scoreGroups(
  candidates: readonly Candidate[],
  terms: readonly PlannedTerm[],
  dictionary: Dictionary,
): GroupScores {
  const segments = new Set(candidates.map(({ segment }) => segment));
  return new Map([...segments].map((segment) => [segment, groupsOf(segment, terms, dictionary)]));
}

/** Weaker variants than this say little about what a paragraph is about. */
const LEAST_VARIANT = 0.3;

function groupsOf(segment: Segment, terms: readonly PlannedTerm[], dictionary: Dictionary): Float32Array {
  const size = segment.groupNorms.length;
  const scores = new Float32Array(size);
  for (const { variants } of terms)
    addGroups(scores, frequenciesIn(segment, variants, dictionary), segment.groupNorms);
  return scores;
}

/** Weighted frequency of a term in each group that has it. */
function frequenciesIn(
  segment: Segment,
  variants: readonly Variant[],
  dictionary: Dictionary,
): Map<number, number> {
  const { entries, postings, starts } = segment;
  const found = new Map<number, number>();
  for (const { stem, weight } of variants) {
    const word = weight < LEAST_VARIANT ? -1 : wordIn(segment, dictionary.find(stem));
    if (word < 0) continue;
    for (const posting of postings.subarray(starts[word], starts[word + 1])) {
      const group = entries[entryOf(posting)]?.group ?? 0;
      found.set(group, (found.get(group) ?? 0) + weight * frequencyOf(posting));
    }
  }
  return found;
}

function addGroups(
  scores: Float32Array,
  frequencies: ReadonlyMap<number, number>,
  norms: Float32Array,
): void {
  const rarity = Math.log(1 + (norms.length - frequencies.size + 0.5) / (frequencies.size + 0.5));
  for (const [group, frequency] of frequencies) {
    const saturated = (frequency * (K1 + 1)) / (frequency + (norms[group] ?? K1));
    scores[group] = (scores[group] ?? 0) + rarity * saturated;
  }
}

/** The context of a candidate. */
export function contextOf({ segment, at, previous, next }: Candidate, groups: GroupScores): Context {
  const group = segment.entries[at]?.group ?? 0;
  const of = groups.get(segment);
  return {
    previous,
    next,
    first: segment.opens[at] === 1,
    group: of?.[group] ?? 0,
    besideGroup: Math.max(of?.[group - 1] ?? 0, of?.[group + 1] ?? 0),
  };
}
