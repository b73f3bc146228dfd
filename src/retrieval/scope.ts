/** What a question is searched in, one topic or all of them, and the vocabulary there. */
import type { Dictionary } from './dictionary.ts';
import { type Segment, wordIn } from './segment.ts';

/** Segments with the counts that rarity is told from. */
export interface Scope {
  /** Number of entries. */
  readonly size: number;
  /** Entries that hold a stem. */
  countOf(stem: string): number;
  /** The segments that hold a stem, and its number in each. */
  holdersOf(stem: string): Holders;
  /** Whether a stem stands for a name wherever it is found. */
  isName(stem: string): boolean;
  /** Stems with the same first character, in no order; some may be held by no segment. */
  alike(stem: string): readonly string[];
}

/** Segments, and beside each the number of the word in it. */
export interface Holders {
  readonly segments: readonly Segment[];
  readonly words: readonly number[];
}

const NOBODY: Holders = { segments: [], words: [] };

/** A scope of one topic. */
export function scopeOf(segment: Segment, dictionary: Dictionary): Scope {
  const find = (stem: string) => wordIn(segment, dictionary.find(stem));
  return {
    size: segment.entries.length,
    countOf: (stem) => countIn(segment, find(stem)),
    holdersOf: (stem) => {
      const word = find(stem);
      return word < 0 ? NOBODY : { segments: [segment], words: [word] };
    },
    isName: (stem) => segment.names[find(stem)] === 1,
    alike: (stem) => dictionary.alike(stem),
  };
}

function countIn({ starts }: Segment, word: number): number {
  return word < 0 ? 0 : (starts[word + 1] ?? 0) - (starts[word] ?? 0);
}

/** All topics, kept current as they come and go. */
export interface Collection extends Scope {
  add(segment: Segment): void;
  remove(segment: Segment): void;
}

interface Held {
  count: number;
  readonly segments: Segment[];
  readonly words: number[];
}

/** An empty collection. Adding or removing a topic costs its own vocabulary, not that of the others. */
export function createCollection(dictionary: Dictionary): Collection {
  const held: Held[] = [];
  const find = (stem: string) => held[dictionary.find(stem) ?? -1];
  let size = 0;
  return {
    get size() {
      return size;
    },
    countOf: (stem) => find(stem)?.count ?? 0,
    holdersOf: (stem) => find(stem) ?? NOBODY,
    isName: (stem) => isNameIn(find(stem) ?? NOBODY),
    alike: (stem) => dictionary.alike(stem),
    add: (segment) => {
      size += segment.entries.length;
      segment.words.forEach((number, word) => {
        held[number] = addHolder(held[number] ?? { count: 0, segments: [], words: [] }, segment, word);
      });
    },
    remove: (segment) => {
      size -= segment.entries.length;
      segment.words.forEach((number, word) => {
        removeHolder(held[number], segment, word);
      });
    },
  };
}

function isNameIn({ segments, words }: Holders): boolean {
  return segments.length > 0 && segments.every(({ names }, at) => names[words[at] ?? -1] === 1);
}

function addHolder(held: Held, segment: Segment, word: number): Held {
  held.count += countIn(segment, word);
  held.segments.push(segment);
  held.words.push(word);
  return held;
}

function removeHolder(held: Held | undefined, segment: Segment, word: number): void {
  const at = held?.segments.indexOf(segment) ?? -1;
  if (!held || at < 0) return;
  held.count -= countIn(segment, word);
  held.segments.splice(at, 1);
  held.words.splice(at, 1);
}
