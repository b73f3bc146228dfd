/** Rules about what happened and what did not: negation, plans, suspicion, conditions. */

import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import { DENIALS, NEGATORS, type Operator, operatorsOf } from '../lexicon/operators.ts';
import { wordSet } from '../lexicon/word-list.ts';
import { isContent, linked, type Match } from '../match.ts';
import { type Force, forceOf } from '../text/force.ts';
import type { Reading } from '../text/reading.ts';
import type { Word } from '../text/words.ts';
import { statementRule } from './rule.ts';

export const negationKept = statementRule({
  name: 'negation-kept',
  sentence: 'What did not happen is not told as happened, and what happened is not denied.',
  check: (match) => {
    if (match.unit.unknown && !isKnownPart(match))
      return staysOpen(match) && !tellsMore(match) ? undefined : 'told as known';
    const odd = checkedWords(match).find((word) => isTurned(word, match));
    return (odd ?? negatedFrame(match))?.text;
  },
});

function isTurned(word: Word, match: Match): boolean {
  const until = untilDenied(word, match);
  if (until !== undefined) return !until;
  if (isFirstSince(match)) return false;
  return !linkedAlike(match, word, (own, other) => own.negated === other.negated || isPutOff(own, other));
}

/** "will not be sworn in" for "the swearing-in has been postponed". */
const isPutOff = (own: Force, other: Force) =>
  own.negated && !other.negated && other.operators.has('deferral');

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
  return own ? bounded : dates.length > 0 || statement.words.some(({ folded }) => folded === 'only');
}

const isBounded = ({ clauses }: Reading, index: number) => {
  const at = clauses.findIndex(({ words }) => words.some((word) => word.index === index));
  const next = clauses[at + 1];
  const words = [...(clauses[at]?.words ?? []), ...(next?.link === 'tied' ? next.words : [])];
  return words.some(({ folded, quoted }) => !quoted && /^(?:until|till)$/.test(folded));
};

/** "had not spoken since January" for "the first time since January". */
const isFirstSince = ({ statement, unit }: Match) =>
  statement.words.some(({ folded }) => /^(?:since|between|before)$/.test(folded)) &&
  tells(unit.reading.words, 'since') &&
  tells(unit.reading.words, 'first') &&
  statement.words.some(({ folded }) => /^(?:had|have|has)$/.test(folded));

const tells = (words: readonly Word[], folded: string) =>
  words.some((word) => !word.quoted && word.folded === folded);

export const certaintyKept = statementRule({
  name: 'certainty-kept',
  sentence:
    'What is planned, asked for, possible, suspected or bound to a condition is told as that, and nothing else is.',
  check: (match) => {
    if (match.unit.unknown && !isKnownPart(match)) return undefined;
    const plain = checkedWords(match).filter((word) => !isOperator(word));
    return plain.find(
      (word) => !linkedAlike(match, word, (own, other) => sameCertainty(own, other, { word, match })),
    )?.text;
  },
});

/** "due", "expected": what holds for others, and not for themselves. */
const isOperator = (word: Word) =>
  word.pos !== 'NOUN' &&
  (word.folded === 'due' || operatorsOf(word).some((operator) => HOLDS_FOR_OTHERS.has(operator)));
const HOLDS_FOR_OTHERS: ReadonlySet<Operator> = new Set([
  'future',
  'possibility',
  'suspicion',
  'condition',
  'attempt',
  'wish',
  'intent',
]);

/** Verbs, and the nouns that a claim asserts with a verb that says nothing of its own. */
function checkedWords(match: Match): readonly Word[] {
  const { statement, unit } = match;
  return statement.words.filter((word) => {
    const links = linked(match, word);
    if (word.quoted || links.length === 0 || DENIALS.has(word.folded) || isNamed(word, match)) return false;
    if (word.pos === 'VERB' && HELPING.has(word.lemma)) return false;
    if (word.pos === 'VERB') return !(unit.voice && isFrameVerb(word, match));
    if (!/^(?:NOUN|ADJ)$/.test(word.pos)) return false;
    const suspected = links.every((other) =>
      forceOf(unit.reading).get(other.index)?.operators.has('suspicion'),
    );
    if (suspected) return true;
    return isAsserted(word, match) || isDeniedDirectly(word, match);
  });
}

const HOLDING = wordSet('have make take give get see receive');
const HELPING = wordSet('be have do');

const isFrameVerb = (word: Word, { statement }: Match) =>
  statement.frames.some(({ verb }) => verb?.index === word.index);

/** The noun of "has links", "held talks", "is false": its clause has no verb with a meaning of its own. */
function isAsserted(word: Word, { statement }: Match): boolean {
  const clause = statement.clauses.find(({ words }) => words.includes(word));
  const next = clause?.words[clause.words.indexOf(word) + 1];
  if (!clause || (word.pos === 'ADJ' && /^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? ''))) return false;
  const verbs = clause.words.filter(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (clause.words[clause.words.indexOf(verbs[0] ?? word) - 1]?.folded === 'to') return false;
  // "Pupils have no lessons": who has them is not in question.
  if (HOLDING.has(verbs.at(-1)?.lemma ?? '') && word.index < (verbs[0]?.index ?? 0)) return false;
  return (
    verbs.length > 0 &&
    verbs.every(({ pos, lemma, phrase }) => pos === 'AUX' || (SUPPORT_VERBS.has(lemma) && !isGivenUp(phrase)))
  );
}

/** "give up" and "take over" say something of their own; "carry out" does not. */
const isGivenUp = (phrase: string | undefined) =>
  phrase !== undefined && !/ (?:out|on|in|to|for|with)$/.test(phrase);

/** Part of a name, or the title before one. */
const isNamed = ({ index, pos }: Word, { statement }: Match) =>
  statement.reading.mentions.some(
    ({ from, to }) => index >= (pos === 'NOUN' ? from - 1 : from) && index < to,
  );

/** "without the capture", "no evidence": denied by the word right before. */
function isDeniedDirectly(word: Word, { statement }: Match): boolean {
  return statement.reading.words
    .slice(Math.max(0, word.index - 3), word.index)
    .some(({ folded }) => /^(?:without|no|neither)$/.test(folded));
}

type Compare = (own: Force, other: Force) => boolean;
const FREE: Force = { negated: false, operators: new Set() };

function linkedAlike(match: Match, word: Word, alike: Compare): boolean {
  const own = forceOf(match.statement.reading).get(word.index) ?? FREE;
  const force = forceOf(match.unit.reading);
  return linked(match, word).some((other) => alike(own, force.get(other.index) ?? FREE));
}

/** Operators that may stand for each other: "would" for "will", "plans to" for "will". */
const LIKE: Readonly<Record<Operator, readonly Operator[]>> = {
  negation: ['negation'],
  future: ['future', 'request', 'wish', 'intent', 'aim'],
  possibility: ['possibility', 'condition'],
  request: ['request', 'wish'],
  wish: ['wish', 'intent', 'request'],
  intent: ['intent', 'wish', 'request', 'future'],
  aim: ['aim', 'future', 'request', 'wish', 'intent', 'possibility', 'attempt'],
  suspicion: ['suspicion'],
  condition: ['condition'],
  attempt: ['attempt'],
  undoing: ['undoing'],
  deferral: ['deferral'],
  saying: ['saying'],
};

function sameCertainty(own: Force, other: Force, { word, match }: { word: Word; match: Match }): boolean {
  const { statement } = match;
  const has = (force: Force, operator: Operator) => LIKE[operator].some((like) => force.operators.has(like));
  const kept = [...other.operators].every(
    (operator) =>
      has(own, operator) ||
      (operator === 'deferral' && isPutOff(own, other)) ||
      (operator === 'future' &&
        own.negated &&
        other.negated &&
        (/ing$/.test(word.folded) || isPresent(word, match.statement.reading))) ||
      (operator === 'aim' && (word.pos !== 'VERB' || (own.negated && other.negated))) ||
      standsIn(operator, match),
  );
  // Who takes part in what may happen is not in question.
  const takesPart = word.pos === 'NOUN' && linked(match, word).every(({ pos }) => pos === 'NOUN');
  const added =
    takesPart && statement.words.some((verb) => isVerbal(verb, match))
      ? []
      : [...own.operators].filter((operator) => ADDED.has(operator));
  return (
    kept &&
    (match.unit.unknown ||
      added.every(
        (operator) =>
          has(other, operator) ||
          (operator === 'future' && own.negated && other.negated) ||
          (operator === 'future' && linked(match, word).some((verb) => isPresent(verb, match.unit.reading))),
      ))
  );
}

const SAME_IN_PAST = wordSet('put cut set hit let shut cost hurt spread read split quit cast bet burst shed');

/** "The buyer takes over the debts": what the present tells may be told as to come. */
function isPresent({ pos, folded, lemma, index }: Word, { words, clauses }: Reading): boolean {
  const form =
    folded === lemma ? !SAME_IN_PAST.has(lemma) : folded === `${lemma}s` || folded === `${lemma}es`;
  if (pos !== 'VERB' || !form) return false;
  const clause = clauses.find(({ words: own }) => own.some((word) => word.index === index))?.words ?? words;
  return clause.every(
    (word) => word.index >= index || word.pos !== 'AUX' || /^(?:do|does)$/.test(word.folded),
  );
}

const isVerbal = (word: Word, match: Match) => linked(match, word).some(({ pos }) => pos === 'VERB');

/** What a claim may not add to what happened. */
const ADDED: ReadonlySet<Operator> = new Set([
  'future',
  'possibility',
  'condition',
  'wish',
  'intent',
  'deferral',
]);

/** "accused of" carries the suspicion as the verb of the whole claim; naming the speaker has rules of its own. */
function standsIn(operator: Operator, { statement, unit }: Match): boolean {
  if (operator === 'saying') return unit.unknown || unit.voice !== undefined || statement.frames.length > 0;
  return (
    operator === 'suspicion' &&
    statement.frames.some(({ verb }) => verb !== undefined && /^(?:accuse|allege)$/.test(verb.lemma))
  );
}

/** "The league is considering a fine, and no amount has been named": half of what is open may be known. */
function isKnownPart({ statement, unit, links }: Match): boolean {
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

const isOpen = ({ folded, lemma }: Word) =>
  [folded, lemma].some((form) => NEGATORS.has(form) || DENIALS.has(form)) || folded === 'whether';

/** What nobody has said is denied in the claim, once. "neither … nor" and "whether or not" count as one. */
function staysOpen({ statement, unit }: Match): boolean {
  const denials = statement.words.filter(({ folded, lemma, quoted, index }) => {
    const before = statement.reading.words[index - 1]?.folded;
    if (quoted || folded === 'nor' || before === 'or') return false;
    return [folded, lemma].some((form) => NEGATORS.has(form) || DENIALS.has(form));
  });
  return (
    denials.length === 1 ||
    denials.length === unit.reading.words.filter((word) => isOpen(word) && word.folded !== 'whether').length
  );
}

/** "has said that people may not return": a verb of saying that is not denied itself. */
function tellsMore({ statement }: Match): boolean {
  const forces = forceOf(statement.reading);
  return statement.frames.some(
    ({ verb, speakers }) => verb && speakers.length > 0 && forces.get(verb.index)?.negated !== true,
  );
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
        !linked(match, verb).some(({ index }) => other.get(index)?.negated),
    );
}
