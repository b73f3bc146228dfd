/** Facts about what is not known that also tell what is. */
import { isDenial, isNegator } from '../lexicon/operators.ts';
import { isContent, type Match } from '../match.ts';
import type { Word } from '../text/words.ts';

/** "The league is considering a fine, and no amount has been named": half of what is open may be known. */
export function isKnownPart({ statement, unit, links }: Match): boolean {
  const told = statement.words.filter(isContent).flatMap(({ index }) => links.get(index) ?? []);
  const { words, clauses } = unit.reading;
  const joint = clauses.find(({ words: [first] }) => first?.folded === 'and' || first?.folded === 'but');
  const border = joint?.words[0]?.index ?? words.length;
  const half = told.every(({ index }) => index < border)
    ? words.slice(0, border)
    : told.every(({ index }) => index >= border)
      ? words.slice(border)
      : words;
  return half.length < words.length && !half.some(isOpen);
}

/** A word that leaves something open or denies it. */
export const isOpen = (word: Word) => isNegator(word) || isDenial(word) || word.folded === 'whether';
