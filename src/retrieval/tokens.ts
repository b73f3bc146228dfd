/** Text → tokens: folded words with their stems and places, the same for facts and for questions. */
import { stem as porter2 } from 'porter2';
import { oncePerKey } from '../once-per-key.ts';
import { baseForm } from './irregular-forms.ts';

/** A word, number or abbreviation of a text. */
export type Token = {
  /** As written, without a possessive ending. */
  readonly surface: string;
  /** Lower case, accents and dots removed: `Bogotá` → `bogota`, `U.S.` → `us`, `1,000` → `1000`. */
  readonly folded: string;
  /** What is indexed: the Porter2 stem of the base form; number words become digits. */
  readonly stem: string;
  /** Offset of `surface` in the text, in UTF-16 units. */
  readonly start: number;
};

const TOKEN =
  /(?:\p{L}\.){2,}\p{L}?|\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th|s)?(?!\p{L})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const LONGEST_WORD = 40;

/** Splits a text into tokens, at most `limit` of them; total and linear for every string. */
export function tokenise(text: string, limit = 1000): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length >= limit) break;
    if (isEnding(match[0], text, match.index)) continue;
    const { surface, folded, stem } = wordOf(match[0]);
    if (folded) tokens.push({ surface, folded, stem, start: match.index });
  }
  return tokens;
}

/** The `s` of "Petro's" and the `t` of "didn't" are endings, not words. */
function isEnding(word: string, text: string, start: number): boolean {
  if (word.length > 2 || start < 2) return false;
  return (
    /^(?:s|t|d|ll|re|ve|m)$/i.test(word) &&
    /['’]/.test(text[start - 1] ?? '') &&
    /\p{L}/u.test(text[start - 2] ?? '')
  );
}

/** Lower case without accents, dots of abbreviations or commas of thousands. */
function fold(word: string): string {
  const plain = PLAIN.test(word)
    ? word.toLowerCase()
    : word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const bare = /^\p{N}/u.test(plain) ? plain.replace(/,(?=\p{N}{3})/gu, '') : plain.replaceAll('.', '');
  return bare.slice(0, LONGEST_WORD);
}

/** Most words; they are spared the slow way. */
const PLAIN = /^[a-z]+$/i;

/** More than the vocabulary of 100,000 facts; some 10 MB. */
const MOST_KEPT = 100_000;

/** A word by itself. Kept, for texts share their words: each is folded and stemmed once, and stands in memory once. */
export const wordOf = oncePerKey((surface: string) => {
  const folded = fold(surface);
  return { surface, folded, stem: findStem(folded) };
}, MOST_KEPT);

/** The indexed form of a folded word. */
export const stemOf = oncePerKey(findStem, MOST_KEPT);

function findStem(folded: string): string {
  const base = baseForm(folded);
  return /^[a-z]/.test(base) ? porter2(base) : base.replace(/(?<=\d)s$/, '');
}
