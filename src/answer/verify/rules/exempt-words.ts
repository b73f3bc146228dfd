/** Words that a claim may have and its fact not: what they say is asked by another rule, or the fact says it in another form. */

import { interchangeable } from '../lexicon/newsroom.ts';
import { DENIALS, isNegator, operatorsOf } from '../lexicon/operators.ts';
import { fitsKind, SPEECH_NOUNS } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { linked, type Match } from '../match.ts';
import { findDates } from '../text/dates.ts';
import { forceOf, isNegated } from '../text/force.ts';
import { CAUSING, tiesOf } from '../text/ties.ts';
import { hasWord, type Word } from '../text/words.ts';
import type { Unit } from '../unit.ts';
import { asksWhy } from './attribution.ts';
import { closes } from './dates.ts';
import { isFiller } from './fillers.ts';
import { isCounted, isOwnReport, opensSpeech } from './reporting-words.ts';
import { OPEN_WORDS } from './unknown-facts.ts';

/** Whether a word needs no support by a word of the fact. */
export function isExempt(word: Word, match: Match): boolean {
  if (word.pos === 'PROPN' || isFiller(word, match)) return true;
  return (
    isKnownOperator(word, match) ||
    isTie(word, match) ||
    isResult(word, match) ||
    isBeginning(word, match) ||
    isEnding(word, match) ||
    isFraming(word, match) ||
    isPair(word, match) ||
    isOpenQuestion(word, match) ||
    isFailing(word, match) ||
    isRecord(word, match) ||
    isDeniedInOneWord(word, match) ||
    isNobody(word, match) ||
    isCounted(word, match)
  );
}

/** "a possible operation" where the fact has "might carry out": that the certainty is the same is checked elsewhere. */
function isKnownOperator(word: Word, { unit }: Match): boolean {
  if (word.pos === 'VERB' && !/^(?:schedule|plan|intend|expect|suppose|allow|permit|want)$/.test(word.lemma))
    return false;
  // "wants to freeze rents" for "has promised to freeze them"
  if (word.lemma === 'want')
    return unit.reading.words.some(
      ({ pos, lemma }) => pos === 'VERB' && /^(?:promise|pledge|vow|plan|intend|aim)$/.test(lemma),
    );
  const forces = [...forceOf(unit.reading).values()];
  if (word.folded === 'due') return forces.some(({ operators }) => operators.has('future'));
  return operatorsOf(word).some(
    (operator) => operator !== 'negation' && forces.some(({ operators }) => operators.has(operator)),
  );
}

/** "began in September" for what has been so since then. */
const isBeginning = ({ lemma }: Word, { dates, unit }: Match) =>
  /^(?:begin|start|become)$/.test(lemma) &&
  dates.some(({ bound }) => bound === 'at') &&
  findDates(unit.reading.words).some(({ bound }) => bound === 'since');

/** "ends in 2028" for what lasts until then. */
const isEnding = (word: Word, { dates, unit }: Match) =>
  word.pos === 'VERB' &&
  closes(word) &&
  dates.some(({ bound }) => bound === 'at') &&
  findDates(unit.reading.words).some(({ bound }) => bound === 'until');

/** What ties two things together has a rule of its own. */
const isTie = (word: Word, { statement: { reading }, unit }: Match) =>
  tiesOf(reading, false).some(({ at, length }) => at <= word.index && word.index < at + length) ||
  (CAUSING.has(word.lemma) && word.pos === 'VERB' && isObliged(unit)) ||
  (word.lemma === 'wait' &&
    reading.words[word.index + 1]?.folded === 'until' &&
    hasWord(unit.reading, 'until'));

/** "was forced to postpone" for "had to postpone". */
const isObliged = ({ reading: { words } }: Unit) =>
  words.some(({ lemma, index }) => lemma === 'have' && words[index + 1]?.folded === 'to');

/** "left 110 people dead". */
const isResult = (word: Word, { statement, links }: Match) =>
  word.lemma === 'leave' &&
  statement.words.some(
    ({ index, folded }) =>
      index > word.index && /^(?:dead|injured|wounded|homeless)$/.test(folded) && links.has(index),
  );

const CLAIMED = wordSet('claim allegation accusation charge suggestion report');

/** The verb or noun that says whose word it is, where the fact is somebody's word. */
function isFraming(word: Word, match: Match): boolean {
  const { statement, unit } = match;
  if (!unit.voice) return isAccording(word, match) || isOwnReport(word, match);
  const { kind } = unit.voice;
  const framing = statement.frames.some(({ verb }) => verb?.index === word.index);
  if (opensSpeech(word, match)) return true;
  if (framing) return fitsKind(word.lemma, kind) || asksWhy(word, statement.reading);
  // "rejected the claim that …"
  if (kind === 'denial' && CLAIMED.has(word.lemma) && word.pos === 'NOUN')
    return statement.frames.some(({ verb }) => verb !== undefined && DENIALS.has(verb.lemma));
  return word.pos === 'NOUN' && SPEECH_NOUNS.has(word.lemma) && statement.frames.some(({ verb }) => !verb);
}

/** "The ship's log says that" for "According to the ship's log". */
function isAccording(word: Word, { statement: { reading }, unit, links }: Match): boolean {
  const at = unit.reading.words.findIndex(({ folded, quoted }) => folded === 'according' && !quoted);
  const source =
    unit.reading.words.slice(at + 1).find(({ folded }) => folded === ',')?.index ?? unit.reading.words.length;
  if (at < 0 || word.pos !== 'VERB' || !fitsKind(word.lemma, 'statement')) return false;
  const speaker = reading.predicates.find((predicate) => predicate.word === word)?.agents[0]?.word;
  return (
    speaker !== undefined && linked({ links }, speaker).some(({ index }) => index > at && index < source)
  );
}

/** Words for two people or sides that the facts name: "the two leaders", "the pair". */
const PAIR_WORDS = wordSet(`pair duo leader side man woman counterpart politician people person party
  country nation state government president official`);

const isPair = (word: Word, { unit }: Match) =>
  PAIR_WORDS.has(word.lemma) &&
  unit.people.length >= 2 &&
  word.pos === 'NOUN' &&
  (word.folded !== word.lemma || /^(?:pair|duo|counterpart)$/.test(word.lemma) || isTheCountry(word, unit));

/** "his country", where the fact names a place and says of none how large it is. */
const isTheCountry = ({ lemma }: Word, { reading, people }: Unit) =>
  lemma === 'country' &&
  people.some(({ kind }) => kind === 'place') &&
  !reading.words.some((word) => /^(?:region|state|city|town|village|world|province)$/.test(word.lemma));

/** "uninsured" for "not insured", "unharmed" for "neither was hurt". */
function isDeniedInOneWord({ folded, pos }: Word, { unit: { reading } }: Match): boolean {
  const base = /^(?:ADJ|VERB|ADV)$/.test(pos) ? /^un(\p{L}{4,})$/u.exec(folded)?.[1] : undefined;
  return (
    base !== undefined &&
    reading.words.some(
      (other) =>
        isNegated(reading, other) &&
        (other.folded === base || interchangeable(other.lemma, base.replace(/ed$/, ''))),
    )
  );
}

/** "nobody" for "no one", for "not … anybody": that it is denied is checked elsewhere. */
const isNobody = ({ folded }: Word, { unit: { reading } }: Match) =>
  /^(?:nobody|nothing|none)$/.test(folded) && reading.words.some(isNegator);

/** "failed to show" for "had not shown": that it is denied is checked elsewhere. */
const isFailing = ({ lemma, index }: Word, { statement: { reading }, unit }: Match) =>
  lemma === 'fail' &&
  reading.words[index + 1]?.folded === 'to' &&
  unit.reading.words.some((other) => isNegated(unit.reading, other));

/** What nobody has said can be told in a few ways: "it is not known", "has not been announced". */
const isOpenQuestion = (word: Word, { unit }: Match) => unit.unknown && OPEN_WORDS.has(word.lemma);

const MOST = /^(?:highest|largest|biggest|greatest|longest|most|record)$/;
const LEAST = /^(?:lowest|smallest|shortest|fewest|least)$/;
const MORE = /^(?:more|higher|larger|bigger|greater|longer)$/;
const LESS = /^(?:less|lower|smaller|shorter|fewer)$/;

/** Whether a word tells, with "ever" or as a record, what the fact tells with "than ever". */
function isRecord({ folded, index }: Word, { statement: { reading }, unit }: Match): boolean {
  const ever = reading.words[index + 1]?.folded === 'ever' || folded === 'record';
  // "more than in any election since 1998" for "the highest share since 1998"
  const any = reading.words.slice(index + 1, index + 5).some((word) => word.folded === 'any');
  const says = (form: RegExp) =>
    hasWord(unit.reading, 'since') && unit.reading.words.some((word) => form.test(word.folded));
  if (any && hasWord(reading, 'since'))
    return (MORE.test(folded) && says(MOST)) || (LESS.test(folded) && says(LEAST));
  return (
    ever && ((MOST.test(folded) && tellsEver(unit, MORE)) || (LEAST.test(folded) && tellsEver(unit, LESS)))
  );
}

/** "more than ever before", "higher than ever". */
const tellsEver = ({ reading: { words } }: Unit, than: RegExp) =>
  words.some(
    ({ folded, index }) =>
      folded === 'ever' && words[index - 1]?.folded === 'than' && than.test(words[index - 2]?.folded ?? ''),
  );
