/** The rule about what happened and what did not. */
import { isDenial, isNegator, type Operator, operatorsOf } from '../lexicon/operators.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { linked, type Match } from '../match.ts';
import { clauseOf } from '../text/clauses.ts';
import { findDates } from '../text/dates.ts';
import { type Force, isNegated } from '../text/force.ts';
import type { Reading } from '../text/reading.ts';
import { hasWord, type Word } from '../text/words.ts';
import { checkedWords, isPutOff, linkedAlike } from './checked-words.ts';
import { statementRule } from './rule.ts';
import { isKnownPart, isOpen, saysIsOpen, staysOpen, tellsMore } from './unknown-facts.ts';

export const negationKept = statementRule({
  name: 'negation-kept',
  sentence: 'What did not happen is not told as happened, and what happened is not denied.',
  check: (match) => {
    if (match.unit.unknown && !isKnownPart(match))
      return staysOpen(match) && saysIsOpen(match) && !tellsMore(match) ? undefined : 'told as known';
    const odd =
      checkedWords(match).find((word) => isTurned(word, match)) ??
      match.statement.words.find((word) => isUndenied(word, match));
    return (odd ?? negatedFrame(match) ?? strayNegation(match))?.text;
  },
});

function isTurned(word: Word, match: Match): boolean {
  // Its opposite bears it out only where the one is denied and the other is not.
  if (match.turned.has(word.index))
    return !linkedAlike(match, word, (own, other) => own.negated && !other.negated);
  // "rejects the claim that an audit was ignored": what is alleged is told as denied.
  if (match.unit.allegedFrom !== undefined) return !isNegated(match.statement.reading, word);
  if (isFirstTold(word, match)) return false;
  const until = untilDenied(word, match);
  if (until !== undefined) return !until;
  if (isFirstSince(match)) return false;
  if (WORKS.has(word.lemma) && isNegated(match.statement.reading, word) && tellsBreakdown(match.unit.reading))
    return false;
  if (losesBound(word, match)) return true;
  return !linkedAlike(
    match,
    word,
    (own, other) => own.negated === other.negated || isPutOff(own, other) || wasAskedFor(own, other, match),
  );
}

/** "had asked for an order to end it" for "her request for an order to end it was turned down": it was asked for all the same. */
const wasAskedFor = (own: Force, other: Force, { unit }: Match) =>
  !own.negated &&
  other.negated &&
  own.operators.has('request') &&
  other.operators.has('request') &&
  !unit.reading.words.some(isNegator);

/** What runs, and what may be told of it as "does not work". */
const WORKS = wordSet('work function operate run');
const BREAKS = wordSet('fail break down broken faulty outage breakdown');

/** "failed", "is down", "out of order" */
const tellsBreakdown = ({ words }: Reading) =>
  words.some(
    ({ folded, lemma, index, pos }) =>
      (pos !== 'NOUN' && (BREAKS.has(lemma) || BREAKS.has(folded))) ||
      (folded === 'out' &&
        words[index + 1]?.folded === 'of' &&
        /^(?:order|action|service)$/.test(words[index + 2]?.folded ?? '')),
  );

/** "was not told until 21 July" for "was told on 21 July": the day is compared elsewhere. */
const isFirstTold = (word: Word, match: Match) =>
  word.pos === 'VERB' &&
  isNegated(match.statement.reading, word) &&
  match.dates.some(({ bound }) => bound === 'until') &&
  linked(match, word).some((other) => other.lemma === word.lemma && !isNegated(match.unit.reading, other)) &&
  findDates(match.unit.reading.words).every(({ bound }) => bound === 'at');

/** "never received a warning" for "received no warning before June". */
function losesBound(word: Word, match: Match): boolean {
  const { statement, unit, dates } = match;
  const others = deniedOf(word, match);
  const isBound =
    findDates(unit.reading.words).some(({ bound }) => bound !== 'at') ||
    others.some(({ index }) => isBefore(unit.reading, index));
  return (
    word.pos === 'VERB' &&
    others.length > 0 &&
    isBound &&
    dates.length === 0 &&
    !statement.words.some(({ folded }) =>
      /^(?:before|until|since|after|then|earlier|previously)$/.test(folded),
    )
  );
}

/**
 * What was not done until a day: told as not done until then, or as done then, and in no other way. Undefined where
 * the fact says nothing of the kind.
 */
function untilDenied(word: Word, match: Match): boolean | undefined {
  const { statement, unit, dates } = match;
  const isBound = deniedOf(word, match).some(({ index }) => isBounded(unit.reading, index));
  if (word.pos !== 'VERB' || !isBound) return undefined;
  const bounded = statement.words.some(({ folded }) => /^(?:until|till|before)$/.test(folded));
  return isNegated(statement.reading, word) ? bounded : dates.length > 0;
}

/** What the fact denies of what bears a word out. */
const deniedOf = (word: Word, match: Match) =>
  linked(match, word).filter((other) => isNegated(match.unit.reading, other));

const isBefore = (reading: Reading, index: number) =>
  clauseOf(reading, index)?.words.some(
    ({ folded, index: at, quoted }) => !quoted && at > index && /^(?:before|since)$/.test(folded),
  ) === true;

const isBounded = (reading: Reading, index: number) =>
  clauseOf(reading, index)?.words.some(({ folded, quoted }) => !quoted && /^(?:until|till)$/.test(folded)) ===
  true;

/** "had not spoken since January" for "the first time since January". */
const isFirstSince = ({ statement, unit }: Match) =>
  statement.words.some(({ folded }) => /^(?:since|between|before)$/.test(folded)) &&
  hasWord(unit.reading, 'since') &&
  hasWord(unit.reading, 'first') &&
  statement.words.some(({ folded }) => /^(?:had|have|has)$/.test(folded));

/** "has not been mayor since 2014": a state denied, where no word of the fact denies anything. */
function strayNegation({ statement, unit }: Match): Word | undefined {
  const says = unit.reading.words;
  if (says.some((word) => isOpen(word) || isDenial(word) || operatorsOf(word).some((one) => UNDONE.has(one))))
    return undefined;
  const states = statement.clauses.filter(
    ({ words }) =>
      // "The injured were not in hospital": a participle for those who are it.
      !words.some(({ pos }, at) => pos === 'VERB' && words[at - 1]?.pos !== 'DET') &&
      words.some(({ lemma }) => lemma === 'be'),
  );
  return states
    .flatMap(({ words }) => words)
    .find(({ folded, quoted }) => /^(?:not|n't|never)$/.test(folded) && !quoted);
}

const UNDONE: ReadonlySet<Operator> = new Set(['undoing', 'deferral']);

/** "did not refuse" for "refused": a verb that denies, denied itself. */
function isUndenied(word: Word, match: Match): boolean {
  if (word.pos !== 'VERB' || word.quoted || !isDenial(word)) return false;
  const same = linked(match, word).filter(({ lemma, pos }) => pos === 'VERB' && lemma === word.lemma);
  const own = isNegated(match.statement.reading, word);
  return same.length > 0 && same.every((other) => isNegated(match.unit.reading, other) !== own);
}

/** "Trump did not say": the verb of saying denied, where the fact has it said. */
function negatedFrame(match: Match): Word | undefined {
  if (isFirstSince(match)) return undefined;
  return match.statement.frames
    .flatMap(({ verb }) => verb ?? [])
    .find(
      (verb) =>
        isNegated(match.statement.reading, verb) &&
        !isFirstTold(verb, match) &&
        deniedOf(verb, match).length === 0,
    );
}
