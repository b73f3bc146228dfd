/** The index of one topic: its facts and quotes in reading order, and for each stem the entries that hold it. */
import type { Topic } from '../knowledge/schema.ts';
import type { Dictionary } from './dictionary.ts';
import { type Entry, entriesOf } from './entry.ts';
import { isFunctionWord } from './stop-words.ts';
import { packTexts, type Surfaces, type Texts } from './texts.ts';
import { type Token, tokenise } from './tokens.ts';

/** An indexed topic. Numbers of entries, groups and words are places in its arrays. */
export type Segment = {
  readonly topic: Topic;
  readonly entries: readonly Entry[];
  /** Dictionary numbers of its stems, ascending. */
  readonly words: Uint32Array;
  /** Where the postings of each word begin; one more than there are words. */
  readonly starts: Uint32Array;
  /** Postings of all words, by entry number within each. Read them with `entryOf` and `frequencyOf`. */
  readonly postings: Uint32Array;
  /** 1 for each word that the texts write with a capital wherever it shows, or that names a person. */
  readonly names: Uint8Array;
  /** BM25's length norm of each entry. */
  readonly norms: Float32Array;
  /** 1 for each entry that opens a group. */
  readonly opens: Uint8Array;
  /** BM25's length norm of each group of entries. */
  readonly groupNorms: Float32Array;
  /** Of each entry its text, its fields and its aliases. */
  readonly texts: Texts;
  /** Stems of the topic's title and aliases. */
  readonly title: ReadonlySet<string>;
};

/** A posting is entry number × 64 + frequency in sixteenths, so that a word of a field counts for less than one. */
const SHIFT = 6;
const FULL = 16;
const MOST_FREQUENT = (1 << SHIFT) - 1;

/** Entry number of a posting. */
export function entryOf(posting: number): number {
  return posting >>> SHIFT;
}

/** The same posting in a row of entries where those of its topic begin at `first`. */
export function moved(posting: number, first: number): number {
  return posting + (first << SHIFT);
}

/** Weighted frequency of a posting: 1 for each occurrence in the text. */
export function frequencyOf(posting: number): number {
  return (posting & MOST_FREQUENT) / FULL;
}

/** The number of a word in a segment by its dictionary number; -1 where the segment does not have it. */
export function wordIn({ words }: Segment, number: number | undefined): number {
  if (number === undefined) return -1;
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = words[middle] ?? 0;
    if (found === number) return middle;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** BM25's saturation of a term's frequency; the usual 1.2, around which the public set is flat. */
export const K1 = 1.2;
/** BM25's share of length; facts are sentences of like length. */
const B = 0.5;

/** What the segments of an index share. */
export type Shared = {
  readonly dictionary: Dictionary;
  readonly surfaces: Surfaces;
};

/** Indexes a topic. */
export function indexTopic(topic: Topic, { dictionary, surfaces }: Shared): Segment {
  const entries = entriesOf(topic);
  const read = entries.map(({ text, fields, aliases }) => ({
    text: tokenise(text),
    fields: tokenise(fields),
    aliases: tokenise(aliases),
  }));
  const tokens = read.map(({ text }) => text);
  const lengths = tokens.map((list) => list.filter(({ folded }) => !isFunctionWord(folded)).length);
  const lists = postingsOf(read, dictionary);
  const words = Uint32Array.from(lists.keys()).sort();
  const names = namesIn(topic, tokens);
  return {
    topic,
    entries,
    words,
    ...joined(words, lists),
    names: flagged(words, names, dictionary),
    norms: normsOf(lengths),
    opens: Uint8Array.from(entries, ({ group }, at) => Number(entries[at - 1]?.group !== group)),
    groupNorms: normsOf(groupLengths(entries, lengths)),
    texts: packTexts(
      read.flatMap(({ text, fields, aliases }) => [text, fields, aliases]),
      surfaces,
    ),
    title: stemsOf([topic.title, ...topic.aliases]),
  };
}

function joined(words: Uint32Array, lists: ReadonlyMap<number, readonly number[]>) {
  const starts = new Uint32Array(words.length + 1);
  words.forEach((word, at) => {
    starts[at + 1] = (starts[at] ?? 0) + (lists.get(word)?.length ?? 0);
  });
  const postings = new Uint32Array(starts.at(-1) ?? 0);
  words.forEach((word, at) => {
    postings.set(lists.get(word) ?? [], starts[at]);
  });
  return { starts, postings };
}

function flagged(words: Uint32Array, names: ReadonlySet<string>, dictionary: Dictionary): Uint8Array {
  const numbers = new Set([...names].map((stem) => dictionary.find(stem)));
  return Uint8Array.from(words, (word) => Number(numbers.has(word)));
}

function normsOf(lengths: readonly number[]): Float32Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return Float32Array.from(lengths, (length) => K1 * (1 - B + (B * length) / Math.max(1, average)));
}

function groupLengths(entries: readonly Entry[], lengths: readonly number[]): number[] {
  const sums: number[] = [];
  entries.forEach(({ group }, at) => {
    sums[group] = (sums[group] ?? 0) + (lengths[at] ?? 0);
  });
  return sums;
}

/** The tokens of an entry. */
type Read = Readonly<Record<'text' | 'fields' | 'aliases', readonly Token[]>>;

function postingsOf(entries: readonly Read[], dictionary: Dictionary): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  entries.forEach((entry, number) => {
    for (const [stem, frequency] of frequencies(entry)) {
      const posting = (number << SHIFT) | Math.min(MOST_FREQUENT, Math.round(frequency * FULL));
      const word = dictionary.add(stem);
      const list = lists.get(word);
      if (list) list.push(posting);
      else lists.set(word, [posting]);
    }
  });
  return lists;
}

/** A word of a field or of a person's names says less than one of the text, and no more when it is repeated. */
const FIELD_FREQUENCY = 0.5;

function frequencies({ text, fields, aliases }: Read): Map<string, number> {
  const found = new Map<string, number>();
  for (const { stem, folded } of text) {
    if (!isFunctionWord(folded)) found.set(stem, (found.get(stem) ?? 0) + 1);
  }
  for (const { stem, folded } of [...fields, ...aliases]) {
    if (!isFunctionWord(folded) && !found.has(stem)) found.set(stem, FIELD_FREQUENCY);
  }
  return found;
}

function stemsOf(texts: readonly string[]): Set<string> {
  const tokens = texts.flatMap((text) => (text ? tokenise(text) : []));
  return new Set(tokens.filter(({ folded }) => !isFunctionWord(folded)).map(({ stem }) => stem));
}

function namesIn(topic: Topic, tokens: readonly (readonly Token[])[]): Set<string> {
  const written = topic.people.flatMap(({ name, aliases }) => [name, ...aliases]);
  const names = stemsOf(written.filter((name) => /\p{Lu}/u.test(name)));
  const common = new Set<string>();
  for (const list of tokens) {
    for (const { surface, stem, start } of list) {
      if (!/^\p{Lu}/u.test(surface)) common.add(stem);
      else if (start > 0) names.add(stem);
    }
  }
  return new Set([...names].filter((stem) => !common.has(stem)));
}
