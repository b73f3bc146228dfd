/** All topics as one row to search in, kept current as they come and go. */
import type { Dictionary } from './dictionary.ts';
import { NO_POSTINGS, type Placed, type Scope } from './scope.ts';
import { entryOf, moved, type Segment } from './segment.ts';

const NONE: readonly number[] = [];

/** All topics, kept current as they come and go. */
export type Collection = Scope & {
  add(segment: Segment): void;
  remove(segment: Segment): void;
};

type Held = {
  /** Ascending, for each topic goes behind those before it. */
  readonly postings: number[];
  /** Topics that write it as a common word. */
  common: number;
};

/** The row of all topics: its arrays are longer than it is, to grow by doubling. */
type Row = {
  readonly topics: Placed[];
  readonly numbers: Map<Segment, number>;
  readonly titles: Map<string, number[]>;
  norms: Float32Array;
  opens: Uint8Array;
  /** Number of the topic at each place. */
  owners: Uint32Array;
  length: number;
  size: number;
};

const emptyRow = (): Row => ({
  topics: [],
  numbers: new Map(),
  titles: new Map(),
  norms: new Float32Array(0),
  opens: new Uint8Array(0),
  owners: new Uint32Array(0),
  length: 0,
  size: 0,
});

/**
 * An empty collection. Adding or removing a topic costs its own vocabulary, not that of the others; places of removed
 * topics are given up when they are more than half of the row.
 */
export function createCollection(dictionary: Dictionary): Collection {
  let row = emptyRow();
  let held: Held[] = [];
  const find = (stem: string) => held[dictionary.find(stem) ?? -1];
  const add = (segment: Segment) => {
    const first = place(segment, row);
    segment.words.forEach((number, word) => {
      held[number] ??= { postings: [], common: 0 };
      hold(held[number], segment, { word, first });
    });
  };
  const rebuild = () => {
    const live = [...row.numbers.keys()];
    row = emptyRow();
    held = [];
    live.forEach(add);
  };
  return {
    get size() {
      return row.size;
    },
    get length() {
      return row.length;
    },
    get norms() {
      return row.norms;
    },
    get opens() {
      return row.opens;
    },
    countOf: (stem) => find(stem)?.postings.length ?? 0,
    postingsOf: (stem) => {
      const list = find(stem)?.postings;
      return list ? { list, from: 0, to: list.length } : NO_POSTINGS;
    },
    topicAt: (at) => row.owners[at] ?? 0,
    topicOf: (number) => {
      const topic = row.topics[number];
      if (!topic) throw new RangeError(`There is no topic ${number} in the row of ${row.topics.length}.`);
      return topic;
    },
    titled: (stem) => row.titles.get(stem) ?? NONE,
    isName: (stem) => {
      const word = find(stem);
      return word !== undefined && word.postings.length > 0 && word.common === 0;
    },
    alike: (stem) => dictionary.alike(stem),
    add,
    remove: (segment) => {
      const first = withdraw(segment, row);
      if (first === undefined) return;
      segment.words.forEach((number, word) => {
        letGo(held[number], segment, { word, first });
      });
      if (row.length > 2 * row.size) rebuild();
    },
  };
}

/** Puts a topic behind the others and returns the place of its first entry. */
function place(segment: Segment, row: Row): number {
  const first = row.length;
  const number = row.topics.length;
  row.length += segment.entries.length;
  row.size += segment.entries.length;
  row.norms = grown(row.norms, row.length, (size) => new Float32Array(size));
  row.opens = grown(row.opens, row.length + 1, (size) => new Uint8Array(size));
  row.owners = grown(row.owners, row.length, (size) => new Uint32Array(size));
  row.norms.set(segment.norms, first);
  row.opens.set(segment.opens, first);
  row.opens[row.length] = 1;
  row.owners.fill(number, first, row.length);
  row.topics.push({ segment, first });
  row.numbers.set(segment, number);
  for (const stem of segment.title) row.titles.set(stem, [...(row.titles.get(stem) ?? []), number]);
  return first;
}

function grown<Numbers extends Float32Array | Uint8Array | Uint32Array>(
  numbers: Numbers,
  size: number,
  make: (size: number) => Numbers,
): Numbers {
  if (numbers.length >= size) return numbers;
  const larger = make(Math.max(size, 2 * numbers.length));
  larger.set(numbers);
  return larger;
}

/** Takes a topic out; its place stays empty. The place of its first entry, or undefined where it was not in the row. */
function withdraw(segment: Segment, row: Row): number | undefined {
  const number = row.numbers.get(segment);
  const first = row.topics[number ?? -1]?.first;
  if (number === undefined || first === undefined) return undefined;
  row.size -= segment.entries.length;
  row.numbers.delete(segment);
  for (const stem of segment.title) {
    const others = row.titles.get(stem)?.filter((other) => other !== number) ?? [];
    row.titles.set(stem, others);
  }
  return first;
}

type Spot = {
  /** The number of the word in the segment. */
  readonly word: number;
  readonly first: number;
};

function hold(held: Held, { postings, starts, names }: Segment, { word, first }: Spot): void {
  const to = starts[word + 1] ?? 0;
  for (let at = starts[word] ?? 0; at < to; at += 1) held.postings.push(moved(postings[at] ?? 0, first));
  if (names[word] !== 1) held.common += 1;
}

function letGo(held: Held | undefined, { starts, names }: Segment, { word, first }: Spot): void {
  if (!held) return;
  const at = firstFrom(held.postings, first);
  held.postings.splice(at, (starts[word + 1] ?? 0) - (starts[word] ?? 0));
  if (names[word] !== 1) held.common -= 1;
}

/** Where the postings of the places from `first` on begin. */
function firstFrom(postings: readonly number[], first: number): number {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entryOf(postings[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
