/** Which words a dictionary explains a word by: "abbot" by "monks", "frigate" by "warship", "Seine" by "river". */
import { readFileSync } from 'node:fs';

/** Looks words up by their numbers among the word vectors. */
export type WordGlosses = {
  /** How many words there are. */
  size(): number;
  /** What is explained by a word or by a form of it. */
  explainedBy(word: number): Explained;
};

/** Words, and of each how surely, in hundredths: 100 in its commonest meaning, less in rarer ones. */
type Explained = { readonly words: Uint16Array; readonly weights: Uint8Array };

/** Of a word the commonest word of its stem, which stands for all of them, and what the dictionary explains by these. */
export type Family = {
  readonly head: number;
  /** Empty but for the head. */
  readonly explains: readonly { readonly word: number; readonly weight: number }[];
};

/** Opens the glosses; their file (1 MB) is read when they are first needed. */
export function openWordGlosses(): WordGlosses {
  let opened: WordGlosses | undefined;
  const open = () => {
    opened ??= decodeWordGlosses(readFileSync(new URL('word-glosses.bin', import.meta.url)));
    return opened;
  };
  return { size: () => open().size(), explainedBy: (word) => open().explainedBy(word) };
}

const HEADER = 4;

/**
 * Layout, little endian: the number of words (uint32); of each of them the head of its family, then how many it explains
 * (uint16); the words that are explained, in a row (uint16), and their weights in hundredths (uint8).
 */
export function encodeWordGlosses(families: readonly Family[]): Uint8Array {
  const all = families.flatMap(({ explains }) => explains);
  const numbers = [
    ...families.map(({ head }) => head),
    ...families.map(({ explains }) => explains.length),
    ...all.map(({ word }) => word),
  ];
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(families.length);
  const weights = all.map(({ weight }) => Math.round(100 * weight));
  return Buffer.concat([header, Buffer.from(Uint16Array.from(numbers).buffer), Buffer.from(weights)]);
}

/** Reads what `encodeWordGlosses` made. */
export function decodeWordGlosses(file: Uint8Array): WordGlosses {
  // Copied, for numbers of two bytes may not begin anywhere.
  const bytes = Uint8Array.from(file).buffer;
  const size = new DataView(bytes).getUint32(0, true);
  const heads = new Uint16Array(bytes, HEADER, size);
  const counts = new Uint16Array(bytes, HEADER + 2 * size, size);
  const starts = new Uint32Array(size + 1);
  counts.forEach((count, word) => {
    starts[word + 1] = (starts[word] ?? 0) + count;
  });
  const words = new Uint16Array(bytes, HEADER + 4 * size, starts[size]);
  const weights = new Uint8Array(bytes, HEADER + 4 * size + 2 * words.length, words.length);
  return {
    size: () => size,
    explainedBy(word) {
      const head = heads[word] ?? 0;
      const [from, to] = [starts[head], starts[head + 1]];
      return { words: words.subarray(from, to), weights: weights.subarray(from, to) };
    },
  };
}
