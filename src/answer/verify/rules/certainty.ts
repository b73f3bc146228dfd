/** The rule about plans, wishes, suspicion and conditions. */
import { isDenial, type Operator, operatorsOf } from '../lexicon/operators.ts';
import { MODALS } from '../lexicon/verb-forms.ts';
import { linked, type Match } from '../match.ts';
import { helpersOf } from '../text/finite-verbs.ts';
import { type Force, isUnder } from '../text/force.ts';
import type { Reading } from '../text/reading.ts';
import type { Word } from '../text/words.ts';
import { checkedWords, isPutOff, linkedAlike } from './checked-words.ts';
import { statementRule } from './rule.ts';
import { goesOnFuture, isOnOffer, isPresent, isUnderWay } from './tenses.ts';
import { isKnownPart } from './unknown-facts.ts';

export const certaintyKept = statementRule({
  name: 'certainty-kept',
  sentence:
    'What is planned, asked for, possible, suspected or bound to a condition is told as that, and nothing else is.',
  check: (match) => {
    if (match.unit.unknown && !isKnownPart(match)) return undefined;
    const checked = checkedWords(match);
    const plain = checked.filter((word) => !isOperator(word));
    const odd = plain.find(
      (word) => !linkedAlike(match, word, (own, other) => sameCertainty(own, other, { word, match })),
    );
    return (odd ?? checked.find((word) => isOverdone(word, match)) ?? doubtedFrame(match))?.text;
  },
});

/** "may have denied", "will allege": the verb of saying itself told as to come or as possible, where the fact has it said. */
function doubtedFrame(match: Match): Word | undefined {
  const isOpen = (word: Word, reading: Reading) =>
    isUnder(reading, word, 'future') || isUnder(reading, word, 'possibility');
  const denials = match.statement.words.filter((word) => word.pos === 'VERB' && isDenial(word));
  // A frame that the statement has from its neighbour is asked about there.
  const framing = match.statement.frames.flatMap(({ verb }) => verb ?? []);
  return [...framing.filter((verb) => match.statement.words.includes(verb)), ...denials].find(
    (verb) =>
      isOpen(verb, match.statement.reading) &&
      helpersOf(verb, match.statement.reading).some(({ folded }) => MODALS.has(folded)) &&
      !linked(match, verb).some((other) => isOpen(other, match.unit.reading)),
  );
}

/** "have been arranged" for "are being arranged", "cancelled" for "postponed". */
function isOverdone(word: Word, match: Match): boolean {
  const others = linked(match, word);
  const defers = (other: Word) => operatorsOf(other).includes('deferral');
  if (others.every(defers) && operatorsOf(word).includes('undoing')) return true;
  return (
    word.pos === 'VERB' &&
    helpersOf(word, match.statement.reading).some(({ lemma }) => lemma === 'have') &&
    !isUnderWay(word, match.statement.reading) &&
    others.every(
      (other) =>
        isUnderWay(other, match.unit.reading) &&
        !helpersOf(other, match.unit.reading).some(({ lemma }) => lemma === 'have'),
    )
  );
}

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

/** Operators that may stand for each other: "would" for "will", "plans to" for "will". */
const LIKE: Readonly<Record<Operator, readonly Operator[]>> = {
  negation: ['negation'],
  future: ['future', 'order', 'request', 'duty', 'wish', 'intent', 'aim'],
  possibility: ['possibility', 'condition', 'aim'],
  request: ['request', 'wish', 'duty', 'order'],
  // What a court orders is to be done.
  order: ['order', 'request', 'duty', 'future'],
  duty: ['duty', 'request', 'order', 'condition'],
  wish: ['wish', 'intent', 'request', 'order'],
  intent: ['intent', 'wish', 'request', 'order', 'future'],
  aim: ['aim', 'future', 'request', 'order', 'duty', 'wish', 'intent', 'possibility', 'attempt'],
  suspicion: ['suspicion'],
  condition: ['condition', 'duty'],
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
      isPutOff(own, other) ||
      // "The demand is" for "they are demanding": to ask for it is to say so.
      (operator === 'saying' && has(own, 'request') && has(other, 'request')) ||
      // "without another launch": of what is left out nothing is expected.
      (word.pos === 'NOUN' && own.negated && other.negated) ||
      (operator === 'future' &&
        own.negated &&
        other.negated &&
        (/ing$/.test(word.folded) || isPresent(word, match.statement.reading))) ||
      (operator === 'aim' &&
        (word.pos !== 'VERB' || isGerund(word, statement.reading) || (own.negated && other.negated))) ||
      (operator === 'future' && goesOnFuture(word, match)) ||
      // "closes on 5 October" for "will close": of a day that is told, the present tells what is to come.
      (operator === 'future' && isPresent(word, match.statement.reading) && match.dates.length > 0) ||
      // "can get at it from 30 March" for "will be able to"
      (operator === 'future' && own.operators.has('possibility') && other.operators.has('possibility')) ||
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
    added.every(
      (operator) =>
        has(other, operator) ||
        // "will cost 95 million, it estimates" for "puts the cost at"
        (operator === 'future' &&
          statement.frames.some(({ verb }) => verb && /^(?:estimate|forecast|predict)$/.test(verb.lemma))) ||
        (operator === 'possibility' && isOnOffer(word, match)) ||
        (operator === 'future' && (isPutOff(own, other) || (own.negated && other.negated))) ||
        (operator === 'duty' && linked(match, word).some((verb) => hasTimeFor(verb, match.unit.reading))) ||
        // "would be allowed to stay" for "may stay", "would have to" for "must"
        (operator === 'future' && WITHOUT_TIME.some((one) => own.operators.has(one) && has(other, one))) ||
        (operator === 'future' && linked(match, word).some((verb) => isPresent(verb, match.unit.reading))),
    )
  );
}

/** "has until Monday to present it": it must. */
const hasTimeFor = ({ index }: Word, { words }: Reading) =>
  words[index - 1]?.folded === 'to' &&
  words.slice(0, index).findLast(({ pos }) => pos === 'VERB' || pos === 'AUX')?.lemma === 'have';

/** "the task of forming a government" for "asked to form": in itself no doing that has happened. */
const isGerund = ({ folded, index }: Word, { words }: Reading) =>
  /ing$/.test(folded) && words[index - 1]?.pos !== 'AUX';

const isVerbal = (word: Word, match: Match) => linked(match, word).some(({ pos }) => pos === 'VERB');

/** Operators that say of themselves that something is to come. */
const WITHOUT_TIME: readonly Operator[] = ['possibility', 'duty'];

/** What a claim may not add to what happened. */
const ADDED: ReadonlySet<Operator> = new Set([
  'future',
  'possibility',
  'condition',
  'duty',
  'wish',
  'intent',
  'deferral',
]);

/** "accused of" carries the suspicion as the verb of the whole claim; naming the speaker has rules of its own. */
function standsIn(operator: Operator, { statement, unit }: Match): boolean {
  // "may cause cancer when taken for years": the rule about ties asks what is tied.
  if (operator === 'condition' && statement.words.some(({ folded, quoted }) => folded === 'when' && !quoted))
    return true;
  if (operator === 'saying') return unit.unknown || unit.voice !== undefined || statement.frames.length > 0;
  // "…, a court ordered"
  if (operator === 'attempt')
    return statement.frames.some(({ verb }) => verb !== undefined && operatorsOf(verb).includes(operator));
  return (
    operator === 'suspicion' &&
    (unit.allegedFrom !== undefined ||
      statement.frames.some(({ verb }) => verb !== undefined && /^(?:accuse|allege)$/.test(verb.lemma)))
  );
}
