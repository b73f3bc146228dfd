/** What a question is searched in: entries in a row, of one topic or of several, and the vocabulary there. */
import type { Dictionary } from './dictionary.ts';
import { type Segment, wordIn } from './segment.ts';

/** Entries in a row, with the counts that rarity is told from. */
export type Scope = {
  /** Number of entries. */
  readonly size: number;
  /** Places in the row; more than there are entries where topics have gone. */
  readonly length: number;
  /** BM25's length norm of each entry, by its place in the row. */
  readonly norms: Float32Array;
  /** 1 for each entry that opens a group, and behind the last one. */
  readonly opens: Uint8Array;
  /** Entries that hold a stem. */
  countOf(stem: string): number;
  /** Postings of a stem by place in the row, ascending. */
  postingsOf(stem: string): Postings;
  /** The topic of a place in the row, by number. */
  topicAt(place: number): number;
  /** A topic by its number, and the place of its first entry in the row. */
  topicOf(number: number): Placed;
  /** Numbers of the topics that have a stem in their title; none for a scope of one topic, which it would not part. */
  titled(stem: string): readonly number[];
  /** Whether a stem stands for a name wherever it is found. */
  isName(stem: string): boolean;
  /** Stems with the same first character, in no order; some may be held by no entry. */
  alike(stem: string): readonly string[];
};

/** A part of a list of postings. */
export type Postings = {
  readonly list: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
};

/** A topic in the row. */
export type Placed = {
  readonly segment: Segment;
  readonly first: number;
};

/** The postings of a stem that no entry holds. */
export const NO_POSTINGS: Postings = { list: [], from: 0, to: 0 };

/** A scope of one topic. */
export function scopeOf(segment: Segment, dictionary: Dictionary): Scope {
  const { entries, norms, opens, postings, starts, names } = segment;
  const find = (stem: string) => wordIn(segment, dictionary.find(stem));
  const postingsOf = (stem: string) => {
    const word = find(stem);
    return word < 0 ? NO_POSTINGS : { list: postings, from: starts[word] ?? 0, to: starts[word + 1] ?? 0 };
  };
  return {
    size: entries.length,
    length: entries.length,
    norms,
    opens,
    countOf: (stem) => countIn(postingsOf(stem)),
    postingsOf,
    topicAt: () => 0,
    topicOf: () => ({ segment, first: 0 }),
    titled: () => [],
    isName: (stem) => names[find(stem)] === 1,
    alike: (stem) => dictionary.alike(stem),
  };
}

function countIn({ from, to }: Postings): number {
  return to - from;
}
