/** Words of a claim beside their opposites in what it cites. */

import { sameWord } from './lexicon/meaning.ts';
import { excludes } from './lexicon/opposites.ts';
import { antonymsOf, oppositesOf } from './lexicon/senses.ts';
import { isNegated } from './text/force.ts';
import type { Statement } from './text/statements.ts';
import type { Word } from './text/words.ts';
import type { Unit } from './unit.ts';

/** "were spared" for "are not affected": of a denied verb, what excludes it. */
export function opposed(word: Word, { reading }: Statement, unit: Unit): readonly Word[] {
  if (word.pos !== 'VERB' || word.quoted || !isNegated(reading, word)) return [];
  return unit.reading.words.filter(
    (other) =>
      other.pos === 'VERB' && !other.quoted && !isNegated(unit.reading, other) && excludes(other, word),
  );
}

/**
 * A word that the unit does not have, while it has the opposite, which the claim does not have. Where another word
 * bears it out, only the opposite that the dictionary lists for the very word counts.
 */
export function isContrary(
  word: Word,
  { words }: Statement,
  { unit: { reading, background }, isLinked }: Beside,
): boolean {
  if (word.quoted || word.phrase !== undefined || !/^(?:NOUN|VERB|ADJ|ADV)$/.test(word.pos)) return false;
  const against = isLinked ? antonymsOf : oppositesOf;
  const opposites = reading.words.filter(
    (other) =>
      other.pos !== 'PROPN' &&
      !other.quoted &&
      (against(other.lemma).has(word.lemma) ||
        (word.pos === 'VERB' && other.pos === 'VERB' && excludes(other, word))),
  );
  return (
    opposites.length > 0 &&
    word.folded !== 'ever' &&
    !opposites.some((other) => isNegated(reading, other)) &&
    !background.some((other) => sameWord(other, word)) &&
    !reading.words.some((other) => isSameDegree(other, word) || other.lemma === `re${word.lemma}`) &&
    !opposites.some((other) => words.some((own) => sameWord(other, own)))
  );
}

/** "the oldest" is not borne out by "16 years old". */
const isSameDegree = (one: Word, other: Word) =>
  sameWord(one, other) && (!SUPERLATIVE.test(other.folded) || SUPERLATIVE.test(one.folded));
const SUPERLATIVE = /(?:est|most)$/;

type Beside = { readonly unit: Unit; readonly isLinked: boolean };
