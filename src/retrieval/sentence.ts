/** The text of one entry held against a question: which words meet which terms, and how surely. */
import { type Matching, type MatchTable, matchEntry, type ReadEntry } from './matching.ts';
import type { PlannedTerm } from './plan.ts';
import type { WordVectors } from './word-vectors.ts';

/** An entry read against a question by the words themselves, by stand-ins, and by the company that words keep. */
export interface Sentence {
  readonly read: ReadEntry;
  readonly matching: Matching;
  /** For each term how surely the entry meets it, 0..1: 1 by its own words. */
  readonly strengths: readonly number[];
  /** How surely a token stands for a term, −1..1; 1 where it meets it. */
  standsFor(token: number, term: number): number;
}

/** What sentences are held against. */
export interface Asked {
  readonly terms: readonly PlannedTerm[];
  readonly table: MatchTable;
  /** Number of each term among the word vectors; undefined for numbers and for words that are not known there. */
  readonly numbers: readonly (number | undefined)[];
}

/** A reader of sentences for one question; each is read once, for it is looked at with each of its neighbours. */
export function createSentenceReader(
  asked: Asked,
  { read, vectors }: { read: (entry: ReadEntry['entry']) => ReadEntry; vectors: WordVectors },
): (entry: ReadEntry['entry']) => Sentence {
  const known = new Map<ReadEntry['entry'], Sentence>();
  const company = likenessRows(asked, vectors);
  return (entry) => {
    const before = known.get(entry);
    if (before) return before;
    const sentence = readSentence(read(entry), asked, company);
    known.set(entry, sentence);
    return sentence;
  };
}

function readSentence(read: ReadEntry, asked: Asked, rows: LikenessRows): Sentence {
  const { terms, table } = asked;
  const matching = matchEntry(read, terms, table);
  const company = likenesses(read, terms.length, rows);
  const strengths = terms.map((_, term) => {
    const match = matching.matches[term];
    if (match?.how === 'exact' || match?.how === 'stem') return 1;
    let best = match?.weight ?? 0;
    for (let at = term; at < company.length; at += terms.length) best = Math.max(best, company[at] ?? 0);
    return best;
  });
  return {
    read,
    matching,
    strengths,
    standsFor: (token, term) =>
      matching.termAt[token] === term ? 1 : (company[token * terms.length + term] ?? 0),
  };
}

/** How like the words met so far are to each term, by the company that they keep: a row of terms for each word. */
type LikenessRows = {
  /** Where the row of a word begins. */
  startOf(number: number): number;
  readonly values: readonly number[];
};

/** The same words stand in many sentences: each is compared with the terms once. One list, for a thousand are slow to make. */
function likenessRows({ numbers }: Asked, vectors: WordVectors): LikenessRows {
  const starts = new Map<number, number>();
  const values: number[] = [];
  const startOf = (number: number) => {
    const known = starts.get(number);
    if (known !== undefined) return known;
    const start = values.length;
    for (const term of numbers) values.push(term === undefined ? 0 : vectors.likeness(term, number));
    starts.set(number, start);
    return start;
  };
  return { startOf, values };
}

/** A row of terms for each token. */
function likenesses({ numbers }: ReadEntry, terms: number, { startOf, values }: LikenessRows): Float32Array {
  const found = new Float32Array(numbers.length * terms);
  for (let token = 0; token < numbers.length; token += 1) {
    const number = numbers[token] ?? -1;
    if (number < 0) continue;
    const start = startOf(number);
    for (let term = 0; term < terms; term += 1) found[token * terms + term] = values[start + term] ?? 0;
  }
  return found;
}
