/** First pass over the postings: BM25 with variants, for the best few entries. */
import type { PlannedTerm } from './plan.ts';
import type { Postings, Scope } from './scope.ts';
import { entryOf, frequencyOf, K1, type Segment } from './segment.ts';

/** An entry worth a closer look. */
export type Candidate = {
  readonly segment: Segment;
  /** Its number in the segment. */
  readonly at: number;
  readonly bm25: number;
};

/** Finds the best entries of a scope, at most `limit`, best first. */
export type CandidateFinder = (terms: readonly PlannedTerm[], scope: Scope, limit: number) => Candidate[];

/** Share of the best neighbour's score that an entry gets: a sentence is read with those around it. */
const NEIGHBOUR_SHARE = 0.3;
/** Part of a term's rarity that an entry gets for it standing in its topic's title; it parts topics, not entries. */
const TITLE_SHARE = 0.5;

/**
 * Postings read for one question. What is left out then are the commonest words, which part entries least; the closer
 * look still sees them. Bounds the time of a question over hundreds of thousands of facts.
 */
const MOST_POSTINGS = 16_000;

/** What the first pass found, by place in the row; all zero between questions. */
type Tally = {
  readonly bm25: Float32Array;
  /** Places with a score, of which there are so many: a list would be made anew for each question. */
  readonly touched: Uint32Array;
  count: number;
};

/** A finder that keeps its tally: to make a new one for each question would cost more than to fill it. */
export function createCandidateFinder(): CandidateFinder {
  let kept = tallyOf(0);
  return (terms, scope, limit) => {
    if (kept.bm25.length < scope.length) kept = tallyOf(2 * scope.length);
    for (const { gain, postings } of lookups(terms, scope))
      addPostings(kept, postings, { norms: scope.norms, gain });
    const best = bestOf(kept, scope, { limit, bonuses: titleBonuses(terms, scope) });
    const found = best.map(({ place }) => candidateAt(place, kept, scope));
    kept.bm25.fill(0, 0, scope.length);
    kept.count = 0;
    return found;
  };
}

const tallyOf = (size: number): Tally => ({
  bm25: new Float32Array(size),
  touched: new Uint32Array(size),
  count: 0,
});

type Lookup = {
  readonly gain: number;
  readonly postings: Postings;
};

/** Rarest first, as many as may be read. */
function lookups(terms: readonly PlannedTerm[], scope: Scope): Lookup[] {
  const countOf = ({ postings: { from, to } }: Lookup) => to - from;
  const all = terms.flatMap(({ idf, variants }) =>
    variants.map(({ stem, weight }) => ({
      gain: weight * idf * (K1 + 1),
      postings: scope.postingsOf(stem),
    })),
  );
  all.sort((a, b) => countOf(a) - countOf(b));
  let left = MOST_POSTINGS;
  const over = all.findIndex((lookup) => {
    const count = countOf(lookup);
    if (count > left && left < MOST_POSTINGS) return true;
    left -= count;
    return false;
  });
  return over < 0 ? all : all.slice(0, over);
}

/** An index loop, for it runs tens of thousands of times for one question. */
function addPostings(
  tally: Tally,
  { list, from, to }: Postings,
  { norms, gain }: { norms: Float32Array; gain: number },
): void {
  const { bm25, touched } = tally;
  for (let n = from; n < to; n += 1) {
    const posting = list[n] ?? 0;
    const place = entryOf(posting);
    const frequency = frequencyOf(posting);
    const before = bm25[place] ?? 0;
    if (before === 0) {
      touched[tally.count] = place;
      tally.count += 1;
    }
    bm25[place] = before + (gain * frequency) / (frequency + (norms[place] ?? K1));
  }
}

/** By number of the topic, for those that have terms in their title. */
function titleBonuses(terms: readonly PlannedTerm[], scope: Scope): ReadonlyMap<number, number> {
  const bonuses = new Map<number, number>();
  for (const { term, idf } of terms) {
    for (const number of scope.titled(term.stem))
      bonuses.set(number, (bonuses.get(number) ?? 0) + TITLE_SHARE * idf);
  }
  return bonuses;
}

type Scored = {
  readonly place: number;
  /** BM25 with a share of the neighbours' and the bonus of the title. */
  readonly base: number;
};

/** The best of the places with a score and of those beside them. */
function bestOf(
  { bm25, touched, count }: Tally,
  { opens, topicAt }: Scope,
  { limit, bonuses }: { limit: number; bonuses: ReadonlyMap<number, number> },
): Scored[] {
  const best: Scored[] = [];
  const mostBonus = Math.max(0, ...bonuses.values());
  /** No more than this, whatever group the neighbours are of: most places fall short even so. */
  const bound = (place: number) =>
    (bm25[place] ?? 0) + NEIGHBOUR_SHARE * Math.max(bm25[place - 1] ?? 0, bm25[place + 1] ?? 0) + mostBonus;
  const at = (place: number) => bm25[place] ?? 0;
  const before = (place: number) => (opens[place] === 0 ? at(place - 1) : 0);
  const after = (place: number) => (opens[place + 1] === 0 ? at(place + 1) : 0);
  const offer = (place: number) => {
    if (best.length >= limit && bound(place) < (best.at(-1)?.base ?? 0)) return;
    const bonus = bonuses.size === 0 ? 0 : (bonuses.get(topicAt(place)) ?? 0);
    const base = at(place) + NEIGHBOUR_SHARE * Math.max(before(place), after(place)) + bonus;
    insert(best, { place, base }, limit);
  };
  for (const place of touched.subarray(0, count)) {
    offer(place);
    if (opens[place] === 0 && at(place - 1) === 0) offer(place - 1);
    // Where the one after the next has a score, it is that one which offers the next.
    if (opens[place + 1] === 0 && at(place + 1) === 0 && after(place + 1) === 0) offer(place + 1);
  }
  return best;
}

function insert(best: Scored[], scored: Scored, limit: number): void {
  const goesBefore = (other: Scored | undefined) =>
    other !== undefined &&
    (other.base < scored.base || (other.base === scored.base && other.place > scored.place));
  let rank = best.length;
  if (rank >= limit && !goesBefore(best[rank - 1])) return;
  while (rank > 0 && goesBefore(best[rank - 1])) rank -= 1;
  best.splice(rank, 0, scored);
  if (best.length > limit) best.pop();
}

function candidateAt(place: number, { bm25 }: Tally, scope: Scope): Candidate {
  const { segment, first } = scope.topicOf(scope.topicAt(place));
  return { segment, at: place - first, bm25: bm25[place] ?? 0 };
}
