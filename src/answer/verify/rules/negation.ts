/** The rule about what happened and what did not. */
import { isDenial, type Operator, operatorsOf } from '../lexicon/operators.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { linked, type Match } from '../match.ts';
import { clauseOf } from '../text/clauses.ts';
import { findDates } from '../text/dates.ts';
import { forceOf } from '../text/force.ts';
import type { Reading } from '../text/reading.ts';
import type { Word } from '../text/words.ts';
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
  if (isFirstTold(word, match)) return false;
  const until = untilDenied(word, match);
  if (until !== undefined) return !until;
  if (isFirstSince(match)) return false;
  if (
    WORKS.has(word.lemma) &&
    forceOf(match.statement.reading).get(word.index)?.negated &&
    tellsBreakdown(match.unit.reading)
  )
    return false;
  if (losesBound(word, match)) return true;
  return !linkedAlike(match, word, (own, other) => own.negated === other.negated || isPutOff(own, other));
}

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
const isFirstTold = (word: Word, { statement, unit, links, dates }: Match) =>
  word.pos === 'VERB' &&
  forceOf(statement.reading).get(word.index)?.negated === true &&
  dates.some(({ bound }) => bound === 'until') &&
  (links.get(word.index) ?? []).some(
    ({ lemma, index }) => lemma === word.lemma && !forceOf(unit.reading).get(index)?.negated,
  ) &&
  findDates(unit.reading.words).every(({ bound }) => bound === 'at');

/** "never received a warning" for "received no warning before June". */
function losesBound(word: Word, { statement, unit, links, dates }: Match): boolean {
  const denied = forceOf(unit.reading);
  const others = (links.get(word.index) ?? []).filter(({ index }) => denied.get(index)?.negated);
  const isDenied = others.length > 0;
  const dated = findDates(unit.reading.words).filter(({ bound }) => bound !== 'at');
  const bounds = [...dated, ...others.filter(({ index }) => isBefore(unit.reading, index))];
  return (
    word.pos === 'VERB' &&
    isDenied &&
    bounds.length > 0 &&
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
function untilDenied(word: Word, { statement, unit, links, dates }: Match): boolean | undefined {
  const denied = forceOf(unit.reading);
  const others = (links.get(word.index) ?? []).filter(({ index }) => denied.get(index)?.negated);
  const bounds = others.filter(({ index }) => isBounded(unit.reading, index));
  if (word.pos !== 'VERB' || bounds.length === 0) return undefined;
  const own = forceOf(statement.reading).get(word.index)?.negated === true;
  const bounded = statement.words.some(({ folded }) => /^(?:until|till|before)$/.test(folded));
  return own ? bounded : dates.length > 0;
}

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
  tells(unit.reading.words, 'since') &&
  tells(unit.reading.words, 'first') &&
  statement.words.some(({ folded }) => /^(?:had|have|has)$/.test(folded));

const tells = (words: readonly Word[], folded: string) =>
  words.some((word) => !word.quoted && word.folded === folded);

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
  const own = forceOf(match.statement.reading).get(word.index)?.negated === true;
  const other = forceOf(match.unit.reading);
  return same.length > 0 && same.every(({ index }) => (other.get(index)?.negated === true) !== own);
}

/** "Trump did not say": the verb of saying denied, where the fact has it said. */
function negatedFrame(match: Match): Word | undefined {
  if (isFirstSince(match)) return undefined;
  const own = forceOf(match.statement.reading);
  const other = forceOf(match.unit.reading);
  return match.statement.frames
    .flatMap(({ verb }) => verb ?? [])
    .find(
      (verb) =>
        own.get(verb.index)?.negated === true &&
        !isFirstTold(verb, match) &&
        !linked(match, verb).some(({ index }) => other.get(index)?.negated),
    );
}
