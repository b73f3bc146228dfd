/** Facts about what nobody knows, and whether a claim tells it as not known. */
import { isDenial, isNegator } from '../lexicon/operators.ts';
import { TAKES_CLAUSE } from '../lexicon/speech.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isContent, linked, type Match } from '../match.ts';
import { isNegated } from '../text/force.ts';
import type { Reading } from '../text/reading.ts';
import type { Word } from '../text/words.ts';

/** "The league is considering a fine, and no amount has been named": half of what is open may be known. */
export function isKnownPart(match: Match): boolean {
  const { statement, unit } = match;
  const told = statement.words.filter(isContent).flatMap((word) => linked(match, word));
  const { words, clauses } = unit.reading;
  const joint = clauses.find(
    ({ words: [first], link, index }) =>
      first?.folded === 'and' || first?.folded === 'but' || (index > 0 && link === 'start'),
  );
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

/** What nobody has said is denied in the claim, once. "neither … nor" and "whether or not" count as one. */
export function staysOpen({ statement, unit }: Match): boolean {
  const denials = statement.words.filter((word) => {
    const { folded, lemma, quoted, index } = word;
    const before = statement.reading.words[index - 1]?.folded;
    if (quoted || folded === 'nor' || before === 'or') return false;
    // "What caused the failure": what went wrong leaves nothing open.
    if (/^fail/.test(lemma) && statement.reading.words[index + 1]?.folded !== 'to') return false;
    if (folded === 'yet') return statement.reading.words[index + 1]?.folded === 'to';
    return isNegator(word) || isDenial(word);
  });
  return (
    denials.length === 1 ||
    (denials.length > 1 && denials.every((word) => leavesOpen(word, statement.reading))) ||
    denials.length === unit.reading.words.filter((word) => isOpen(word) && word.folded !== 'whether').length
  );
}

/** "is not known", "has not been able to establish": the verb that is denied is one of knowing or saying. */
function leavesOpen({ index, folded }: Word, { words }: Reading): boolean {
  if (/^un(?:known|clear|certain|announced|decided)$/.test(folded)) return true;
  const verb = words.slice(index + 1, index + 6).find(({ pos }) => pos === 'VERB' || pos === 'ADJ');
  // ", as the coast guard has not said"
  const opening = words.slice(0, index).findLast((_, at) => words[at - 1]?.folded === ',')?.folded;
  if (
    /^(?:as|because|since)$/.test(opening ?? '') &&
    /^(?:say|disclose|announce|reveal)$/.test(verb?.lemma ?? '')
  )
    return true;
  return /^(?:know|known|clear|establish|determine|explain|able)$/.test(verb?.lemma ?? '');
}

/** "did not see who it was" tells how it came to be unknown. */
const LEARNING = /^(?:see|get|receive|meet|hear|find)$/;

/** Words by which something is said to be open: "is not known", "has not been announced". */
export const OPEN_WORDS =
  wordSet(`know known unknown unclear uncertain clear clarity say said announce give set yet public disclose
  reveal name specify nobody information detail confirm remain`);

/** "has no investors" for "has not said who its investors are": it is said that something is open. */
export function saysIsOpen(match: Match): boolean {
  const { statement, unit, links } = match;
  if (
    statement.words.some((word) => word.pos === 'VERB' && LEARNING.test(word.lemma) && !links.has(word.index))
  )
    return false;
  const main = unit.reading.clauses.filter(({ link, words }) => link !== 'content' && words.some(isOpen));
  return statement.words.some(
    (word) =>
      [word.folded, word.lemma].some((form) => OPEN_WORDS.has(form)) ||
      (isContent(word) &&
        linked(match, word).some(
          (other) =>
            other.pos !== 'PROPN' &&
            !isSubject(other, unit.reading) &&
            main.some(({ words }) => words.includes(other)),
        )),
  );
}

const isSubject = (word: Word, { predicates }: Reading) =>
  predicates.some(
    ({ agents, word: verb }) => verb.pos !== 'NOUN' && agents.some((head) => head.word === word),
  );

/** "has said that people may not return": a verb of saying that is not denied itself. */
export function tellsMore({ statement, unit }: Match): boolean {
  // "has not been established, said Byrne", where the fact has it as his word
  const isSaid = ({ lemma }: Word) =>
    unit.reading.words.some(
      (word) => word.pos === 'VERB' && word.lemma === lemma && !isNegated(unit.reading, word),
    );
  return statement.frames.some(
    ({ verb, speakers }) =>
      verb &&
      TAKES_CLAUSE.has(verb.lemma) &&
      speakers.length > 0 &&
      // "what they said is not known"
      !statement.clauses.some(
        ({ words }) => words.includes(verb) && words.slice(0, 2).some(({ folded }) => folded === 'what'),
      ) &&
      !isNegated(statement.reading, verb) &&
      !isSaid(verb),
  );
}
