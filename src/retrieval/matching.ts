/** A closer look at one entry: its words matched against the planned terms. */
import type { PlannedTerm } from './plan.ts';
import type { ReadEntry, Word } from './read-entry.ts';
import { MATCH_KINDS, type MatchKind } from './support.ts';

/** The best match of one term in an entry. */
type TermMatch = {
  readonly how: MatchKind;
  /** The folded word that meets the term. */
  readonly by: string;
  /** 1 for the word itself, less for a variant or a field. */
  readonly weight: number;
};

/** An entry held against a question. */
export type Matching = {
  readonly read: ReadEntry;
  /** By term number; absent where the term is unmet. */
  readonly matches: readonly (TermMatch | undefined)[];
  /** For each word of the text the number of the term that it meets, or -1. */
  readonly termAt: readonly number[];
};

type Row = {
  readonly term: number;
  readonly how: MatchKind;
  readonly weight: number;
};

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

/** Holds a read entry against the table of the planned terms. */
export function matchEntry(read: ReadEntry, terms: readonly PlannedTerm[], table: MatchTable): Matching {
  const matches: (TermMatch | undefined)[] = terms.map(() => undefined);
  const offer = (term: number, match: TermMatch) => {
    if (isBetter(match, matches[term])) matches[term] = match;
  };
  const termAt = read.words.map(({ stem, folded }) => {
    const rows = table.get(stem);
    if (!rows) return -1;
    for (const { term, how, weight } of rows) {
      const inflected = how === 'exact' && terms[term]?.term.folded !== folded;
      offer(term, { how: inflected ? 'stem' : how, by: folded, weight });
    }
    return rows[0]?.term ?? -1;
  });
  const offerBeside = (words: readonly Word[], how: MatchKind) => {
    for (const { stem, folded } of words) {
      for (const { term, weight } of table.get(stem) ?? [])
        offer(term, { how, by: folded, weight: weight * FIELD_SHARE });
    }
  };
  offerBeside(read.fields, 'field');
  offerBeside(read.aliases, 'alias');
  return { read, matches, termAt };
}

function isBetter(match: TermMatch, than: TermMatch | undefined): boolean {
  if (!than || match.weight !== than.weight) return match.weight > (than?.weight ?? 0);
  return MATCH_KINDS.indexOf(match.how) < MATCH_KINDS.indexOf(than.how);
}
