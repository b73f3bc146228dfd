/** First pass over the postings: BM25 with variants, and which terms each entry meets, for the best few entries. */
import type { PlannedTerm } from './plan.ts';
import type { Holders, Scope } from './scope.ts';
import { entryOf, frequencyOf, K1, type Segment } from './segment.ts';

/** What the first pass found for every entry of a segment, by entry number. */
export interface Scores {
  readonly segment: Segment;
  readonly bm25: Float32Array;
  /** Bit n: the entry meets the question's term n, by whatever variant. */
  readonly masks: Uint32Array;
}

/** An entry worth a closer look. */
export interface Candidate {
  readonly scores: Scores;
  /** Its number in the segment. */
  readonly at: number;
  /** BM25 with a share of its neighbours'. */
  readonly base: number;
}

/** Share of the best neighbour's score that an entry gets: a sentence is read with those around it. */
const NEIGHBOUR_SHARE = 0.3;
/** Part of a term's rarity that an entry gets for it standing in its topic's title; it parts topics, not entries. */
const TITLE_SHARE = 0.5;

/** The best entries, at most `limit`, best first. */
export function findCandidates(terms: readonly PlannedTerm[], scope: Scope, limit: number): Candidate[] {
  const best: Candidate[] = [];
  for (const scores of scoreAll(terms, scope))
    addBest(best, scores, { limit, bonus: titleBonus(scores.segment, terms) });
  return best;
}

/**
 * Postings read for one question. What is left out then are the commonest words, which part entries least; the closer
 * look still sees them. Bounds the time of a question over hundreds of thousands of facts.
 */
const MOST_POSTINGS = 16_000;

interface Lookup {
  readonly term: number;
  readonly gain: number;
  readonly holders: Holders;
  readonly count: number;
}

function scoreAll(terms: readonly PlannedTerm[], scope: Scope): Iterable<Scores> {
  const found = new Map<Segment, Scores>();
  let left = MOST_POSTINGS;
  for (const { term, gain, holders, count } of lookups(terms, scope)) {
    if (count > left && left < MOST_POSTINGS) break;
    left -= count;
    holders.segments.forEach((segment, at) => {
      const scores = found.get(segment) ?? emptyScores(segment);
      found.set(segment, scores);
      addPostings(scores, holders.words[at] ?? 0, { bit: 1 << term, gain });
    });
  }
  return found.values();
}

/** Rarest first. */
function lookups(terms: readonly PlannedTerm[], scope: Scope): Lookup[] {
  const all = terms.flatMap(({ idf, variants }, term) =>
    variants.map(({ stem, weight }) => ({
      term,
      gain: weight * idf * (K1 + 1),
      holders: scope.holdersOf(stem),
      count: scope.countOf(stem),
    })),
  );
  return all.sort((a, b) => a.count - b.count);
}

function emptyScores(segment: Segment): Scores {
  const size = segment.entries.length;
  return { segment, bm25: new Float32Array(size), masks: new Uint32Array(size) };
}

/** An index loop, for it runs tens of thousands of times for one question. */
function addPostings(
  { segment: { norms, postings, starts }, bm25, masks }: Scores,
  word: number,
  { bit, gain }: { bit: number; gain: number },
): void {
  const end = starts[word + 1] ?? 0;
  for (let n = starts[word] ?? 0; n < end; n += 1) {
    const posting = postings[n] ?? 0;
    const at = entryOf(posting);
    const frequency = frequencyOf(posting);
    bm25[at] = (bm25[at] ?? 0) + (gain * frequency) / (frequency + (norms[at] ?? K1));
    masks[at] = (masks[at] ?? 0) | bit;
  }
}

function titleBonus({ title }: Segment, terms: readonly PlannedTerm[]): number {
  return TITLE_SHARE * terms.reduce((sum, { term, idf }) => sum + (title.has(term.stem) ? idf : 0), 0);
}

/** Puts the entries of a segment into the list of the best, which stays sorted and short. */
function addBest(
  best: Candidate[],
  scores: Scores,
  { limit, bonus }: { limit: number; bonus: number },
): void {
  const { segment, bm25 } = scores;
  const groupOf = (at: number) => segment.entries[at]?.group;
  for (let at = 0; at < bm25.length; at += 1) {
    const before = bm25[at - 1] ?? 0;
    const after = bm25[at + 1] ?? 0;
    const own = bm25[at] ?? 0;
    // Most entries fall short even with both neighbours, and need no look at the groups.
    const floor = best.length < limit ? 0 : (best.at(-1)?.base ?? 0);
    if (own + NEIGHBOUR_SHARE * Math.max(before, after) + bonus <= Math.max(floor, bonus)) continue;
    const near = Math.max(
      groupOf(at - 1) === groupOf(at) ? before : 0,
      groupOf(at + 1) === groupOf(at) ? after : 0,
    );
    const base = own + NEIGHBOUR_SHARE * near;
    if (base > 0 && base + bonus > floor) insert(best, { scores, at, base: base + bonus }, limit);
  }
}

function insert(best: Candidate[], candidate: Candidate, limit: number): void {
  let place = best.length;
  while (place > 0 && (best[place - 1]?.base ?? 0) < candidate.base) place -= 1;
  best.splice(place, 0, candidate);
  if (best.length > limit) best.pop();
}
