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
  return (entry) => {
    const before = known.get(entry);
    if (before) return before;
    const sentence = readSentence(read(entry), asked, vectors);
    known.set(entry, sentence);
    return sentence;
  };
}

function readSentence(read: ReadEntry, asked: Asked, vectors: WordVectors): Sentence {
  const { terms, table } = asked;
  const matching = matchEntry(read, terms, table);
  const company = likenesses(read, asked, vectors);
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

/** How like each token is each term, by the company that they keep: a row of terms for each token. */
function likenesses(
  { numbers: own }: ReadEntry,
  { terms, numbers }: Asked,
  vectors: WordVectors,
): Float32Array {
  const found = new Float32Array(own.length * terms.length);
  for (let token = 0; token < own.length; token += 1) {
    const number = own[token] ?? -1;
    if (number < 0) continue;
    for (let term = 0; term < terms.length; term += 1) {
      const other = numbers[term];
      if (other !== undefined) found[token * terms.length + term] = vectors.likeness(other, number);
    }
  }
  return found;
}
