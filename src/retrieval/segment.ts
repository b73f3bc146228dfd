/** The index of one topic: its facts and quotes in reading order, and for each stem the entries that hold it. */
import type { Topic } from '../knowledge/schema.ts';
import { type Entry, entriesOf } from './entry.ts';
import { isFunctionWord } from './stop-words.ts';
import { type Token, tokenise } from './tokens.ts';

/** An indexed topic. Numbers of entries and groups are places in its arrays. */
export interface Segment {
  readonly topic: Topic;
  readonly entries: readonly Entry[];
  /** For each stem its postings, by entry number. Read them with `entryOf` and `frequencyOf`. */
  readonly postings: ReadonlyMap<string, Uint32Array>;
  /** BM25's length norm of each entry. */
  readonly norms: Float32Array;
  /** BM25's length norm of each group of entries. */
  readonly groupNorms: Float32Array;
  /** Stems that the texts write with a capital wherever it shows, and the names of people. */
  readonly names: ReadonlySet<string>;
  /** Stems of the topic's title and aliases. */
  readonly title: ReadonlySet<string>;
}

/** A posting is entry number × 64 + frequency in sixteenths, so that a word of a field counts for less than one. */
const SHIFT = 6;
const FULL = 16;

/** Entry number of a posting. */
export function entryOf(posting: number): number {
  return posting >>> SHIFT;
}

/** Weighted frequency of a posting: 1 for each occurrence in the text. */
export function frequencyOf(posting: number): number {
  return (posting & ((1 << SHIFT) - 1)) / FULL;
}

/** BM25's saturation of a term's frequency; the usual 1.2, around which the public set is flat. */
export const K1 = 1.2;
/** BM25's share of length; facts are sentences of like length. */
const B = 0.5;

/** Indexes a topic. */
export function indexTopic(topic: Topic): Segment {
  const entries = entriesOf(topic);
  const tokens = entries.map((entry) => tokenise(entry.text));
  const lengths = tokens.map((list) => list.filter(({ folded }) => !isFunctionWord(folded)).length);
  return {
    topic,
    entries,
    postings: postingsOf(entries, tokens),
    norms: normsOf(lengths),
    groupNorms: normsOf(groupLengths(entries, lengths)),
    names: namesIn(topic, tokens),
    title: stemsOf([topic.title, ...topic.aliases]),
  };
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

function postingsOf(
  entries: readonly Entry[],
  tokens: readonly (readonly Token[])[],
): Map<string, Uint32Array> {
  const lists = new Map<string, number[]>();
  entries.forEach((entry, number) => {
    for (const [stem, frequency] of frequencies(entry, tokens[number] ?? [])) {
      const posting = (number << SHIFT) | Math.min((1 << SHIFT) - 1, Math.round(frequency * FULL));
      const list = lists.get(stem);
      if (list) list.push(posting);
      else lists.set(stem, [posting]);
    }
  });
  return new Map([...lists].map(([stem, list]) => [stem, Uint32Array.from(list)]));
}

/** A word of a field or of a person's names says less than one of the text, and no more when it is repeated. */
const FIELD_FREQUENCY = 0.5;

function frequencies(entry: Entry, text: readonly Token[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { stem, folded } of text)
    if (!isFunctionWord(folded)) found.set(stem, (found.get(stem) ?? 0) + 1);
  for (const stem of stemsOf([entry.fields, entry.aliases]))
    if (!found.has(stem)) found.set(stem, FIELD_FREQUENCY);
  return found;
}

function stemsOf(texts: readonly string[]): Set<string> {
  const tokens = texts.flatMap((text) => tokenise(text));
  return new Set(tokens.filter(({ folded }) => !isFunctionWord(folded)).map(({ stem }) => stem));
}

function namesIn(topic: Topic, tokens: readonly (readonly Token[])[]): Set<string> {
  const names = stemsOf(
    topic.people.flatMap(({ name, aliases }) => [name, ...aliases.filter((alias) => /\p{Lu}/u.test(alias))]),
  );
  const common = new Set<string>();
  for (const list of tokens) {
    list.forEach(({ surface, stem, start }) => {
      if (!/^\p{Lu}/u.test(surface)) common.add(stem);
      else if (start > 0) names.add(stem);
    });
  }
  return new Set([...names].filter((stem) => !common.has(stem)));
}
