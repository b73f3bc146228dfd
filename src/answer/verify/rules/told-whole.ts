/** Words that add nothing where a claim tells all that its fact tells: what the file is about, and words that carry little. */
import { oppositesOf } from '../lexicon/senses.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isContent, isTold, type Match } from '../match.ts';
import { findDates } from '../text/dates.ts';
import { findTimes } from '../text/times.ts';
import type { Word } from '../text/words.ts';

/** Verbs that say little of their own: "players used boards to carry them" for "carried them on boards". */
const LIGHT_VERBS =
  wordSet(`use belong involve concern affect consist comprise include contain total measure number
  remain stay exist need require serve manage appear occur represent mean impose issue publish face form cover count
  deal work live feature mark`);

/** Nouns that only head what hangs on them: "the venue of the summit", "in the waters around the island". */
const LIGHT_NOUNS =
  wordSet(`part member number venue site scene location area region zone side use form kind sort type
  group set series range role task act step move case event incident person people victim waters sea coast`);

/** "the rocket's debris" for "debris", where the file is about a rocket. */
export const isSpared = (word: Word, match: Match): boolean =>
  (isLightVerb(word) || isLightNoun(word, match) || isMatter(word, match)) && tellsAll(match);

const isLightVerb = ({ pos, lemma, phrase }: Word) =>
  pos === 'VERB' && LIGHT_VERBS.has(lemma) && (phrase === undefined || / (?:to|of|in|with)$/.test(phrase));

const isLightNoun = (word: Word, match: Match) =>
  word.pos === 'NOUN' &&
  LIGHT_NOUNS.has(word.lemma) &&
  (!addsThing(word, match) ||
    /^(?:of|around|off|near)$/.test(match.statement.reading.words[word.index + 1]?.folded ?? ''));

const isMatter = (word: Word, match: Match) =>
  word.pos === 'NOUN' &&
  /^\p{Ll}/u.test(word.text) &&
  match.unit.matters.has(word.lemma) &&
  !match.unit.reading.words.some(({ lemma }) => oppositesOf(lemma).has(word.lemma)) &&
  !addsThing(word, match);

/** "two satellites and a camera", "sanctions over trafficking", "talks at the museum": one thing more, a reason or a place. */
function addsThing({ index }: Word, { statement: { reading } }: Match): boolean {
  const before = reading.words
    .slice(0, index)
    .findLast(({ pos }) => !/^(?:DET|ADJ|NUM|NOUN|PRON)$/.test(pos));
  const after = reading.words[index + 1];
  return (
    /^(?:and|or|,)$/.test(before?.folded ?? '') ||
    /^(?:and|or)$/.test(after?.folded ?? '') ||
    (before?.pos === 'ADP' && !/^(?:of|without|aboard)$/.test(before.folded))
  );
}

/** Whether every word of the fact stands in the claim, its names, numbers and dates aside. */
export function tellsAll(match: Match): boolean {
  const { words } = match.unit.reading;
  const dated = [...findDates(words), ...findTimes(words)];
  return words.every(
    (word) =>
      (!isContent(word) && word.pos !== 'VERB') ||
      /^(?:PROPN|NUM)$/.test(word.pos) ||
      word.quoted ||
      // "where it was launched" for "the launch site", "is launched" for "the launch takes place"
      (word.pos === 'NOUN' && LIGHT_NOUNS.has(word.lemma)) ||
      /^(?:take place|happen|occur)$/.test(word.phrase ?? word.lemma) ||
      dated.some(({ from, to }) => word.index >= from && word.index < to) ||
      isTold(match, word),
  );
}
