/** What a question is searched in, one topic or all of them, and the vocabulary there. */
import type { Segment } from './segment.ts';

/** Segments with the counts that rarity is told from. */
export interface Scope {
  /** Number of entries. */
  readonly size: number;
  /** Entries that hold a stem. */
  countOf(stem: string): number;
  /** Segments that hold a stem. */
  segmentsOf(stem: string): readonly Segment[];
  /** Whether a stem stands for a name wherever it is found. */
  isName(stem: string): boolean;
  /** Stems with the same first character, in no order. */
  stemsLike(stem: string): Iterable<string>;
}

/** A scope of one topic. */
export function scopeOf(segment: Segment): Scope {
  return {
    size: segment.entries.length,
    countOf: (stem) => segment.postings.get(stem)?.length ?? 0,
    segmentsOf: (stem) => (segment.postings.has(stem) ? [segment] : []),
    isName: (stem) => segment.names.has(stem),
    stemsLike: (stem) => segment.postings.keys().filter((other) => other[0] === stem[0]),
  };
}

/** All topics, kept current as they come and go. */
export interface Collection extends Scope {
  add(segment: Segment): void;
  remove(segment: Segment): void;
}

interface Word {
  count: number;
  readonly segments: Segment[];
}

/** An empty collection. Adding or removing a topic costs its own vocabulary, not that of the others. */
export function createCollection(): Collection {
  const words = new Map<string, Map<string, Word>>();
  const find = (stem: string) => words.get(stem[0] ?? '')?.get(stem);
  let size = 0;
  return {
    get size() {
      return size;
    },
    countOf: (stem) => find(stem)?.count ?? 0,
    segmentsOf: (stem) => find(stem)?.segments ?? [],
    isName: (stem) => find(stem)?.segments.every(({ names }) => names.has(stem)) ?? false,
    stemsLike: (stem) => words.get(stem[0] ?? '')?.keys() ?? [],
    add: (segment) => {
      size += segment.entries.length;
      for (const [stem, { length }] of segment.postings) {
        const initial = stem[0] ?? '';
        const alike = words.get(initial) ?? new Map<string, Word>();
        words.set(initial, alike);
        const word = alike.get(stem) ?? { count: 0, segments: [] };
        alike.set(stem, word);
        word.count += length;
        word.segments.push(segment);
      }
    },
    remove: (segment) => {
      size -= segment.entries.length;
      for (const [stem, { length }] of segment.postings) {
        const word = find(stem);
        if (!word) continue;
        word.count -= length;
        word.segments.splice(word.segments.indexOf(segment), 1);
        if (word.segments.length === 0) words.get(stem[0] ?? '')?.delete(stem);
      }
    },
  };
}
