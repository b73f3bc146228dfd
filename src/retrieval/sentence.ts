/** The text of one entry held against a question: which words meet which terms, and how surely. */
import { type Matching, type MatchTable, matchEntry } from './matching.ts';
import type { PlannedTerm } from './plan.ts';
import type { EntryReader, ReadEntry } from './read-entry.ts';
import type { Segment } from './segment.ts';
import type { WordGlosses } from './word-glosses.ts';
import type { WordVectors } from './word-vectors.ts';

/** An entry read against a question by the words themselves, by stand-ins, and by the company that words keep. */
export type Sentence = {
  readonly read: ReadEntry;
  readonly matching: Matching;
  /** For each term how surely the entry meets it, 0..1: 1 by its own words. */
  readonly strengths: readonly number[];
  /** How surely a word of it stands for a term, −1..1; 1 where it meets it. */
  standsFor(word: number, term: number): number;
};

/** What sentences are held against. */
export type Asked = {
  readonly terms: readonly PlannedTerm[];
  readonly table: MatchTable;
  readonly company: Company;
};

/** The sentence at a place of a segment; undefined where there is none. */
export type SentenceReader = (segment: Segment, at: number) => Sentence | undefined;

/** A reader of sentences for one question; each is read once, for it is looked at with each of its neighbours. */
export function createSentenceReader(asked: Asked, read: EntryReader): SentenceReader {
  const known = new Map<ReadEntry['entry'], Sentence>();
  return (segment, at) => {
    const entry = segment.entries[at];
    const before = entry && known.get(entry);
    if (before) return before;
    const own = read(segment, at);
    if (!own) return undefined;
    const sentence = readSentence(own, asked);
    known.set(own.entry, sentence);
    return sentence;
  };
}

function readSentence(read: ReadEntry, { terms, table, company }: Asked): Sentence {
  const { rows, best } = company.of(read);
  const { values } = company;
  const matching = matchEntry(read, terms, table);
  const strengths = matching.matches.map((match, term) => {
    if (match?.how === 'exact' || match?.how === 'stem') return 1;
    return Math.max(match?.weight ?? 0, best[term] ?? 0);
  });
  return {
    read,
    matching,
    strengths,
    standsFor: (word, term) => {
      if (matching.termAt[word] === term) return 1;
      const row = rows[word] ?? -1;
      return row < 0 ? 0 : (values[row + term] ?? 0);
    },
  };
}

/** How like words are to each term, by the company that they keep and by what a dictionary explains them by. */
export type Company = {
  readonly of: (read: ReadEntry) => EntryCompany;
  /** A row of terms for each word met so far. */
  readonly values: readonly number[];
};

/** The company of an entry's words. */
type EntryCompany = {
  /** Where the row of each word begins; -1 for words that are not known. */
  readonly rows: readonly number[];
  /** For each term the likeness of the word that is most like it, 0 or more. */
  readonly best: readonly number[];
};

/** A number of each term among the word vectors; undefined for numbers and for words that are not known there. */
type Numbers = readonly (number | undefined)[];

/** What likeness is told by. */
type Means = {
  readonly vectors: WordVectors;
  readonly glosses: WordGlosses;
};

/** Keeps the company of the terms asked last: a question is looked for in all topics, and then in the nearest of them. */
export function createCompany(means: Means): (terms: Numbers) => Company {
  let last: Numbers = [];
  let explained = new Uint8Array(0);
  const companyOfTerms = (terms: Numbers) => {
    const size = terms.length === 0 ? 0 : terms.length * means.glosses.size();
    if (size > explained.length) explained = new Uint8Array(size);
    else explained.fill(0, 0, size);
    markExplained(explained, terms, means.glosses);
    return companyOf(terms, { ...means, explained });
  };
  let kept = companyOfTerms(last);
  return (terms) => {
    if (terms.length !== last.length || terms.some((term, at) => term !== last[at])) {
      last = terms;
      kept = companyOfTerms(terms);
    }
    return kept;
  };
}

/** Writes down for each word and term how surely a dictionary explains the word by the term, in hundredths. */
function markExplained(explained: Uint8Array, terms: Numbers, glosses: WordGlosses): void {
  terms.forEach((term, at) => {
    if (term === undefined) return;
    const { words, weights } = glosses.explainedBy(term);
    for (let n = 0; n < words.length; n += 1)
      explained[(words[n] ?? 0) * terms.length + at] = weights[n] ?? 0;
  });
}

/** What it adds to the likeness of a word to a term that a dictionary explains it by the term, for each hundredth; flat around here. */
const EXPLAINED = 0.45 / 100;
/** From there on it adds nothing: only the word itself is surer. */
const SUREST = 0.95;

/** The same words stand in many sentences: each is compared with the terms once. One list, for a thousand are slow to make. */
function companyOf(
  terms: Numbers,
  { vectors, explained }: Means & { readonly explained: Uint8Array },
): Company {
  const values: number[] = [];
  const starts = new Map<number, number>();
  const startOf = (vector: number) => {
    const known = starts.get(vector);
    if (known !== undefined) return known;
    const start = values.length;
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at];
      const likeness = term === undefined ? 0 : vectors.likeness(term, vector);
      const added = EXPLAINED * (explained[vector * terms.length + at] ?? 0);
      values.push(
        Math.fround(added === 0 ? likeness : Math.max(likeness, Math.min(SUREST, likeness + added))),
      );
    }
    starts.set(vector, start);
    return start;
  };
  const read = ({ words }: ReadEntry): EntryCompany => {
    const rows = words.map(({ vector }) => (vector < 0 ? -1 : startOf(vector)));
    const best = terms.map((_, term) => {
      let most = 0;
      for (const row of rows) if (row >= 0) most = Math.max(most, values[row + term] ?? 0);
      return most;
    });
    return { rows, best };
  };
  const met = new Map<ReadEntry, EntryCompany>();
  const of = (entry: ReadEntry) => {
    const known = met.get(entry) ?? read(entry);
    met.set(entry, known);
    return known;
  };
  return { of, values };
}
