/** A closer look at one entry: its words matched against the planned terms. */
import { keepAnswers } from '../keep-answers.ts';
import type { Entry } from './entry.ts';
import type { PlannedTerm } from './plan.ts';
import { isFunctionWord } from './stop-words.ts';
import { MATCH_KINDS, type MatchKind } from './support.ts';
import { type Token, tokenise } from './tokens.ts';
import type { WordVectors } from './word-vectors.ts';

/** The best match of one term in an entry. */
interface TermMatch {
  readonly how: MatchKind;
  /** The folded word that meets the term. */
  readonly by: string;
  /** 1 for the word itself, less for a variant or a field. */
  readonly weight: number;
}

/** An entry read against a question. */
export interface Matching {
  readonly entry: Entry;
  readonly tokens: readonly Token[];
  /** By term number; absent where the term is unmet. */
  readonly matches: readonly (TermMatch | undefined)[];
  /** For each token of the text the number of the term that it meets, or -1. */
  readonly termAt: Int8Array;
}

interface Row {
  readonly term: number;
  readonly how: MatchKind;
  readonly weight: number;
}

/** For each stem that may meet a term: which term, how, and how strongly. Built once for a question. */
export type MatchTable = ReadonlyMap<string, readonly Row[]>;

/** The table of planned terms. */
export function matchTable(terms: readonly PlannedTerm[]): MatchTable {
  const table = new Map<string, Row[]>();
  terms.forEach(({ variants }, term) => {
    for (const { stem, how, weight } of variants) {
      const row = table.get(stem);
      if (row) row.push({ term, how, weight });
      else table.set(stem, [{ term, how, weight }]);
    }
  });
  return table;
}

/** A field beside the text says less than the text. */
const FIELD_SHARE = 0.7;

/** The tokens of an entry: of its text, and of what stands beside it. */
export interface ReadEntry {
  readonly entry: Entry;
  readonly tokens: readonly Token[];
  readonly fields: readonly Token[];
  readonly aliases: readonly Token[];
  /** For each token of the text its number among the word vectors, or -1. */
  readonly numbers: Int32Array;
  /** What the content words of the text are about as a whole, as a direction among the word vectors. */
  direction(): Float64Array;
}

/** Entries whose tokens are kept, some 20 MB: a bot is asked about the same few topics over and over. */
const MOST_KEPT = 4000;

/** Reads entries into tokens and keeps those read last. */
export function createEntryReader(vectors: WordVectors): (entry: Entry) => ReadEntry {
  return keepAnswers((entry: Entry) => readEntry(entry, vectors), MOST_KEPT);
}

function readEntry(entry: Entry, vectors: WordVectors): ReadEntry {
  const tokens = tokenise(entry.text);
  const isContent = ({ folded }: Token) => !isFunctionWord(folded);
  const numbers = Int32Array.from(tokens, (token) =>
    isContent(token) ? (vectors.numberOf(token.folded) ?? -1) : -1,
  );
  let direction: Float64Array | undefined;
  return {
    entry,
    tokens,
    fields: tokenise(entry.fields),
    aliases: tokenise(entry.aliases),
    numbers,
    direction: () => {
      direction ??= vectors.direction(
        numbers.filter((number, at) => number >= 0 && !/^\d/.test(tokens[at]?.stem ?? '')),
      );
      return direction;
    },
  };
}

/** Holds a read entry against the table of the planned terms. */
export function matchEntry(read: ReadEntry, terms: readonly PlannedTerm[], table: MatchTable): Matching {
  const { entry, tokens } = read;
  const matches: (TermMatch | undefined)[] = terms.map(() => undefined);
  const termAt = new Int8Array(tokens.length).fill(-1);
  const offer = (term: number, match: TermMatch) => {
    if (isBetter(match, matches[term])) matches[term] = match;
  };
  tokens.forEach(({ stem, folded }, at) => {
    for (const { term, how, weight } of table.get(stem) ?? []) {
      if (termAt[at] === -1) termAt[at] = term;
      const inflected = how === 'exact' && terms[term]?.term.folded !== folded;
      offer(term, { how: inflected ? 'stem' : how, by: folded, weight });
    }
  });
  for (const how of ['field', 'alias'] as const) {
    for (const { stem, folded } of how === 'field' ? read.fields : read.aliases) {
      for (const { term, weight } of table.get(stem) ?? [])
        offer(term, { how, by: folded, weight: weight * FIELD_SHARE });
    }
  }
  return { entry, tokens, matches, termAt };
}

function isBetter(match: TermMatch, than: TermMatch | undefined): boolean {
  if (!than || match.weight !== than.weight) return match.weight > (than?.weight ?? 0);
  return MATCH_KINDS.indexOf(match.how) < MATCH_KINDS.indexOf(than.how);
}
