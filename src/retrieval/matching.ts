/** A closer look at one entry: its words matched against the planned terms. */
import type { Entry } from './entry.ts';
import type { PlannedTerm } from './plan.ts';
import { MATCH_KINDS, type MatchKind } from './support.ts';
import { type Token, tokenise } from './tokens.ts';

/** The best match of one term in an entry. */
export interface TermMatch {
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

/** Reads an entry against the table of the planned terms. */
export function matchEntry(entry: Entry, terms: readonly PlannedTerm[], table: MatchTable): Matching {
  const tokens = tokenise(entry.text);
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
  for (const [how, text] of fieldsOf(entry)) {
    for (const { stem, folded } of tokenise(text)) {
      for (const { term, weight } of table.get(stem) ?? [])
        offer(term, { how, by: folded, weight: weight * FIELD_SHARE });
    }
  }
  return { entry, tokens, matches, termAt };
}

function fieldsOf({ fields, aliases }: Entry): [MatchKind, string][] {
  return [
    ['field', fields],
    ['alias', aliases],
  ];
}

function isBetter(match: TermMatch, than: TermMatch | undefined): boolean {
  if (!than || match.weight !== than.weight) return match.weight > (than?.weight ?? 0);
  return MATCH_KINDS.indexOf(match.how) < MATCH_KINDS.indexOf(than.how);
}
