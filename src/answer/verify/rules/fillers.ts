/** Words of a claim that say nothing of their own where they stand: measures, empty heads, particles, "people". */

import { DISCOURSE_WORDS, GENERAL_NOUNS } from '../lexicon/function-words.ts';
import { follows } from '../lexicon/senses.ts';
import { wordSet } from '../lexicon/word-list.ts';
import type { Match } from '../match.ts';
import { findFigures } from '../text/figures.ts';
import { isUnder } from '../text/force.ts';
import type { Word } from '../text/words.ts';
import { isCounting } from './counting-words.ts';
import { isDated, isDatingFrom, isFoundThere } from './origin-words.ts';

/** Whether a word says nothing of its own, by itself or by what it stands beside. */
export const isFiller = (word: Word, match: Match): boolean =>
  isEmpty(word) ||
  isMeasure(word, match) ||
  isEmptyHead(word, match) ||
  isAbility(word, match) ||
  isParticle(word, match) ||
  isRepeating(word, match) ||
  isCounting(word, match) ||
  isDated(word, match) ||
  isDatingFrom(word, match) ||
  isFoundThere(word, match) ||
  isPerson(word, match);

const isEmpty = ({ pos, folded, lemma }: Word) =>
  pos === 'NOUN' ? GENERAL_NOUNS.has(lemma) : pos !== 'VERB' && DISCOURSE_WORDS.has(folded);

/** Nouns that only name the scale of the number behind them. */
const MEASURES = wordSet(
  'distance depth height length width size weight margin lead majority duration period',
);

/** "at distances of up to 40 kilometres", "with a margin of 212 votes". */
const isMeasure = (word: Word, { figures, statement: { reading } }: Match) =>
  word.pos === 'NOUN' &&
  (MEASURES.has(word.lemma) || word.lemma === 'value') &&
  /^(?:of|is|was)$/.test(reading.words[word.index + 1]?.folded ?? '') &&
  figures.some(({ span }) => span.has(word.index + 2));

/** Nouns that add nothing to the word before them. */
const EMPTY_HEADS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    price: /^(?:share|stock)$/,
    supply: /^(?:gas|water|power|electricity|energy|oil|fuel|food)$/,
    rise: /^(?:pay|wage|salary)$/,
    raise: /^(?:pay|wage|salary)$/,
    increase: /^(?:pay|wage|salary)$/,
    demand: /^ransom$/,
    team: /^(?:legal|rescue|medical|management)$/,
    action: /^(?:strike|industrial|legal)$/,
    operation: /^(?:rescue|search|recovery|military|police)$/,
    effort: /^(?:rescue|search|relief|recovery)$/,
    authority: /^(?:health|port|tax|police)$/,
    table: /^(?:negotiate|negotiating)$/,
    process: /^(?:peace|count|counting|approval)$/,
  }),
);

/** "the share price" for "the shares", "the rescue operation" for "the rescue". */
function isEmptyHead(word: Word, { links, unit, statement: { reading } }: Match): boolean {
  const before = reading.words[word.index - 1];
  if (word.pos !== 'NOUN' || !before || !EMPTY_HEADS.get(word.lemma)?.test(before.lemma)) return false;
  // "a pay rise" for "more pay": the fact has to say that it is more.
  const pay = /^(?:rise|raise|increase)$/.test(word.lemma);
  return (
    links.has(before.index) &&
    (!pay || unit.reading.words.some((other) => isMorePay(other, unit.reading.words)))
  );
}

const isMorePay = ({ folded, index }: Word, words: readonly Word[]) =>
  /^(?:more|higher|additional|extra)$/.test(folded) &&
  /^(?:pay|wage|salary)$/.test(words[index + 1]?.lemma ?? '');

/** "has the power to fine" for "can fine". */
const isAbility = (word: Word, { unit, statement: { reading } }: Match) =>
  /^(?:power|right|ability|authority)$/.test(word.folded) &&
  reading.words[word.index + 1]?.folded === 'to' &&
  unit.reading.words.some((other) => isUnder(unit.reading, other, 'possibility'));

const PARTICLE = /^(?:away|back|behind|along|together)$/;

/** "leave their animals behind" for "leave their animals": the verb carries it. */
function isParticle(word: Word, { links, statement: { reading } }: Match): boolean {
  if (!PARTICLE.test(word.folded) || !/^(?:ADV|ADP)$/.test(word.pos)) return false;
  const verb = reading.words
    .slice(Math.max(0, word.index - 5), word.index)
    .findLast(({ pos }) => pos === 'VERB');
  return verb !== undefined && verb.phrase === undefined && CARRYING.has(verb.lemma) && links.has(verb.index);
}

const CARRYING = wordSet(
  'leave take carry sweep wash bring send move drive pull push keep stay ship swim fly run get',
);

const isBack = ({ folded, lemma, phrase }: Word) =>
  / back$/.test(phrase ?? '') ||
  folded === 'back' ||
  /^(?:return|restore|resume|reopen|recover|restart)$/.test(lemma);

/** "counted again" for "a recount", "the new count". */
function isRepeating(word: Word, { unit, statement: { reading } }: Match): boolean {
  if (!/^(?:again|new)$/.test(word.folded)) return false;
  // "had power again" for "power came back"
  if (word.folded === 'again' && unit.reading.words.some(isBack)) return true;
  // "no date for new talks" for "for the next round of talks"
  if (word.folded === 'new' && unit.reading.words.some(({ folded }) => folded === 'next')) return true;
  return unit.reading.words.some(
    ({ lemma }) => lemma.startsWith('re') && reading.words.some((other) => lemma === `re${other.lemma}`),
  );
}

/** "people" where no number counts them, and "14 people" for "14 of them". */
function isPerson(word: Word, { figures, unit }: Match): boolean {
  if (!/^(?:people|person)$/.test(word.lemma)) return false;
  const counting = figures.find(({ counted }) => counted.includes(word));
  const uncounted = findFigures(unit.reading.words).some(
    ({ value, counted }) =>
      value === counting?.value &&
      (counted.length === 0 || counted.some(({ lemma }) => follows(lemma, 'person') || DEATHS.test(lemma))),
  );
  return !counting || uncounted;
}

/** Of these, each is a person's. */
const DEATHS = /^(?:death|fatality|casualty|injury|arrest)$/;
