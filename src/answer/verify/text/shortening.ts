/** Quotations that were shortened: "I appreciated his call … and look forward to meeting him". */
import { operatorsOf } from '../lexicon/operators.ts';
import { readWords, type Word } from './words.ts';

const ELLIPSIS = /\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3})\s*/u;

/** The parts of a quotation between its ellipses; those at its ends leave nothing out. */
export const partsOfQuotation = (words: string): readonly string[] =>
  words.split(ELLIPSIS).filter((part) => part !== '');

/**
 * Whether a source, cut at these places (UTF-16 units, from and to), still says what it says. A cut is safe where what is
 * left out is an addition that nothing else hangs on: no verb, no negation or condition, no sentence's end, nothing that
 * governs the words before it or behind it.
 */
export function isSafelyCut(source: string, cuts: readonly (readonly [from: number, to: number])[]): boolean {
  const words = readWords(source);
  return cuts.every(([from, to]) => {
    const out = words.filter(({ start }) => start >= from && start < to);
    const before = words.findLast(({ start }) => start < from);
    const behind = words.find(({ start }) => start >= to);
    return (
      out.length > 0 &&
      before !== undefined &&
      behind !== undefined &&
      !out.some(isNeeded) &&
      hangsLoose(before, out, behind)
    );
  });
}

const isNeeded = (word: Word) =>
  word.pos === 'VERB' ||
  word.pos === 'AUX' ||
  /^[.!?;:]$/.test(word.text) ||
  /^(?:but|yet|only|except|than|if|unless|though|although|because|former|fake|so-called)$/.test(
    word.folded,
  ) ||
  operatorsOf(word).length > 0;

const MARK = /^[,()–—-]$/;

/** ", Gustavo Petro," is set off; "and tone, and" leaves out one of several. */
function hangsLoose(before: Word, out: readonly Word[], behind: Word): boolean {
  const first = out[0];
  const last = out.at(-1);
  if (!first || !last || !/^(?:NOUN|PROPN|PRON|NUM|ADV|PUNCT)$/.test(before.pos)) return false;
  const setOff = MARK.test(first.text) && (MARK.test(last.text) || MARK.test(behind.text));
  const oneOfSeveral = /^(?:CCONJ|ADP)$/.test(first.pos) || first.text === ',';
  return setOff || (oneOfSeveral && (last.pos === 'CCONJ' || behind.pos === 'CCONJ'));
}
