/** What stands around an entry: the sentences beside it, its group, and the groups beside that. */
import type { Candidate } from './candidates.ts';
import type { Dictionary } from './dictionary.ts';
import type { PlannedTerm, Variant } from './plan.ts';
import { entryOf, frequencyOf, K1, type Segment, wordIn } from './segment.ts';
import type { Sentence, SentenceReader } from './sentence.ts';

/** A candidate with what it is read with. */
export type Context = {
  readonly sentence: Sentence;
  /** The two sentences before it in its group, the nearest first. */
  readonly before: readonly Sentence[];
  /** The sentence after it in its group, if there is one. */
  readonly after: readonly Sentence[];
  /** Entries of its group before and after it, as far as they are counted. */
  readonly ahead: number;
  readonly behind: number;
  /** BM25 of the group read as one text. */
  readonly group: number;
  /** The better of the groups before and after. */
  readonly besideGroup: number;
};

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

/** Sentences before and after that are read with a sentence; further ones add nothing on the public set. */
const READ_BEFORE = 2;
const READ_AFTER = 1;
/** Entries of a group that are counted on either side. */
const COUNTED = 20;

/** The context of a candidate; undefined where there is no such entry. */
export function contextOf(
  { segment, at }: Candidate,
  groups: GroupScores,
  sentenceAt: SentenceReader,
): Context | undefined {
  const sentence = sentenceAt(segment, at);
  if (!sentence) return undefined;
  const ahead = extent(segment, at, -1);
  const behind = extent(segment, at, 1);
  const beside = (step: 1 | -1, count: number) => {
    const found: Sentence[] = [];
    for (let n = 1; n <= count; n += 1) {
      const other = sentenceAt(segment, at + step * n);
      if (other) found.push(other);
    }
    return found;
  };
  const of = groups.get(segment);
  const { group } = sentence.read.entry;
  return {
    sentence,
    before: beside(-1, Math.min(READ_BEFORE, ahead)),
    after: beside(1, Math.min(READ_AFTER, behind)),
    ahead,
    behind,
    group: of?.[group] ?? 0,
    besideGroup: Math.max(of?.[group - 1] ?? 0, of?.[group + 1] ?? 0),
  };
}

function extent({ entries }: Segment, at: number, step: 1 | -1): number {
  const group = entries[at]?.group;
  let count = 0;
  while (count < COUNTED && entries[at + step * (count + 1)]?.group === group) count += 1;
  return count;
}
