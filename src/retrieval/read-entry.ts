/** An entry as the closer look reads it: the words of its text and of what stands beside that. */
import type { Entry } from './entry.ts';
import type { Segment } from './segment.ts';
import { isFunctionWord } from './stop-words.ts';
import type { Surfaces } from './texts.ts';
import { wordOf } from './tokens.ts';
import type { WordVectors } from './word-vectors.ts';

/** What is asked of a word, whatever text it stands in: worked out once. */
export type Word = {
  readonly folded: string;
  readonly stem: string;
  /** Whether it is no function word. */
  readonly isContent: boolean;
  readonly hasCapital: boolean;
  /** Whether its stem begins with a digit. */
  readonly isNumber: boolean;
  /** Its number among the word vectors; -1 for function words, and for those that are not known there. */
  readonly vector: number;
  /** Rarity in the language, 0..1. */
  readonly rarity: number;
};

/** An entry, read. */
export type ReadEntry = {
  readonly entry: Entry;
  readonly words: readonly Word[];
  readonly fields: readonly Word[];
  readonly aliases: readonly Word[];
  /** Whether a word stands one character behind the one before it; of the first word, whether it begins the text. */
  isJoined(at: number): boolean;
};

/** Whether a word begins the text: behind a quote mark it does not. */
export function opensText(read: ReadEntry, at: number): boolean {
  return at === 0 && read.isJoined(0);
}

/** Whether a word has a capital that shows something: at the start of a text it shows nothing of a function word. */
export function isNamed(read: ReadEntry, at: number): boolean {
  const word = read.words[at];
  return word?.hasCapital === true && (word.isContent || !opensText(read, at));
}

/** Reads an entry by its place in its segment. */
export type EntryReader = (segment: Segment, at: number) => ReadEntry | undefined;

/** Texts of an entry, in the order in which they are packed. */
const TEXTS = 3;

/** Entries kept, some 8 MB: a question reads a hundred or so, most of them in all topics and again in the nearest. */
const MOST_KEPT = 4000;

/** A reader that keeps the words that it has met, and the entries that it has read last. */
export function createEntryReader(surfaces: Surfaces, vectors: WordVectors): EntryReader {
  const met: Word[] = [];
  const kept = new Map<Entry, ReadEntry>();
  const wordAt = (number: number) => {
    const word = met[number] ?? readWord(surfaces.at(number), vectors);
    met[number] = word;
    return word;
  };
  const readEntry = (entry: Entry, { texts: { packed, starts } }: Segment, at: number): ReadEntry => {
    const wordsOf = (text: number) => {
      const words: Word[] = [];
      for (let n = starts[text] ?? 0; n < (starts[text + 1] ?? 0); n += 1)
        words.push(wordAt((packed[n] ?? 0) >>> 1));
      return words;
    };
    const first = starts[TEXTS * at] ?? 0;
    return {
      entry,
      words: wordsOf(TEXTS * at),
      fields: wordsOf(TEXTS * at + 1),
      aliases: wordsOf(TEXTS * at + 2),
      isJoined: (word) => (packed[first + word] ?? 0) % 2 === 1,
    };
  };
  return (segment, at) => {
    const entry = segment.entries[at];
    if (!entry) return undefined;
    const known = kept.get(entry);
    if (known) return known;
    const read = readEntry(entry, segment, at);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(entry, read);
    return read;
  };
}

function readWord(surface: string, vectors: WordVectors): Word {
  const { folded, stem } = wordOf(surface);
  const isContent = !isFunctionWord(folded);
  return {
    folded,
    stem,
    isContent,
    hasCapital: /^\p{Lu}/u.test(surface),
    isNumber: /^\d/.test(stem),
    vector: isContent ? (vectors.numberOf(folded) ?? -1) : -1,
    rarity: vectors.rarity(folded),
  };
}
