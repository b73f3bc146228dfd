/** Tenses of a claim and of a fact that tell one time. */
import { SAME_IN_PAST } from '../lexicon/verb-forms.ts';
import { wordSet } from '../lexicon/word-list.ts';
import type { Match } from '../match.ts';
import { clauseOf } from '../text/clauses.ts';
import { accompanyingVerb, helpersOf } from '../text/finite-verbs.ts';
import { isUnder } from '../text/force.ts';
import type { Reading } from '../text/reading.ts';
import type { Word } from '../text/words.ts';

/** "is building", "are being built". */
export const isUnderWay = (word: Word, reading: Reading) =>
  word.pos === 'VERB' &&
  helpersOf(word, reading).some(
    ({ folded, lemma }) => folded === 'being' || (lemma === 'be' && /ing$/.test(word.folded)),
  );

/** "The buyer takes over the debts": what the present tells may be told as to come. */
export function isPresent({ pos, folded, lemma, index, phrase }: Word, reading: Reading): boolean {
  const form =
    folded === lemma ? !SAME_IN_PAST.has(lemma) : folded === `${lemma}s` || folded === `${lemma}es`;
  if ((pos !== 'VERB' && phrase === undefined) || !form) return false;
  const clause = clauseOf(reading, index)?.words ?? reading.words;
  return clause.every(
    (word) => word.index >= index || word.pos !== 'AUX' || /^(?:do|does)$/.test(word.folded),
  );
}

/** "X will hold 88 per cent, while Y keeps 12", ", with Y keeping 12": beside what will be, the present tells no other time. */
export function goesOnFuture(word: Word, { statement: { reading } }: Match): boolean {
  // "One skeleton is going to the museum"
  if (
    TRAVELLING.has(word.lemma) &&
    (word.phrase === undefined || word.phrase === 'go to') &&
    isUnderWay(word, reading) &&
    !hasBeen(word, reading)
  )
    return true;
  const clause = clauseOf(reading, word.index);
  const before = clause && reading.clauses[clause.index - 1];
  const joined = clause?.link === 'and' && before?.sentence === clause.sentence;
  const accompanies = clause !== undefined && accompanyingVerb(clause.words) === word;
  return (
    joined === true &&
    (accompanies || isPresent(word, reading)) &&
    before.words.some((verb) => verb.pos === 'VERB' && isUnder(reading, verb, 'future'))
  );
}

/** "can get free lunches" for "lunches are being handed out": what is given now may be had. */
export function isOnOffer(word: Word, { statement: { reading }, unit }: Match): boolean {
  const clause = clauseOf(reading, word.index);
  const verb = clause?.words.find(({ pos }) => pos === 'VERB');
  const helpers = verb ? helpersOf(verb, reading).map(({ folded }) => folded) : [];
  return (
    verb !== undefined &&
    HAVING.has(verb.lemma) &&
    helpers.join(' ') === 'can' &&
    unit.reading.words.some((other) => isUnderWay(other, unit.reading) || isPresent(other, unit.reading))
  );
}

const TRAVELLING = wordSet('go come leave return travel fly sail move');

const hasBeen = (word: Word, reading: Reading) =>
  helpersOf(word, reading).some(({ folded }) => !/^(?:is|are|am)$/.test(folded));

const HAVING = wordSet('get receive have collect obtain use');
