/** Whether one word says what another says, or something more general. */
import type { Word } from '../text/words.ts';
import { isTimeNoun } from './calendar.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { interchangeable } from './newsroom.ts';
import { type Operator, operatorsOf } from './operators.ts';
import { isWayOrPlace } from './particles.ts';
import { follows, isNearTo, oppositesOf } from './senses.ts';
import { wordSet } from './word-list.ts';

/** The same word, inflected or not. */
export const sameWord = (one: Word, other: Word) => !turnsApart(one, other) && isSameForm(one, other);

const isSameForm = (one: Word, other: Word) =>
  one.folded === other.folded ||
  one.lemma === other.lemma ||
  (one.stem === other.stem && one.stem.length > 2);

/** "broke out" and "broke into". */
function turnsApart({ phrase: one }: Word, { phrase: other }: Word): boolean {
  if (one === undefined || other === undefined || one === other) return false;
  return [one, other].every((phrase) => isWayOrPlace(phrase.split(' ')[1] ?? ''));
}

/** Whether `evidence` bears out `claim` as a word. Not symmetric: "vessel" follows from "boat", not the reverse. */
export function bearsOut(evidence: Word, claim: Word): boolean {
  if (sameWord(evidence, claim)) return true;
  return !isName(evidence) && !isName(claim) && isInPlaceOf(evidence, claim);
}

/** Kinds of place by their size: "the highest in the region" is not the highest in the country. */
const SIZES = wordSet('world continent country state region province district city town village');

const UNREALISED: ReadonlySet<Operator> = new Set(['request', 'order', 'wish', 'intent', 'attempt', 'duty']);

/** "offer", "want", "threaten": nothing has come of it yet, and no verb that says so follows from it. */
const isUnrealised = (word: Word) =>
  word.pos === 'VERB' && operatorsOf(word).some((operator) => UNREALISED.has(operator));

const isName = ({ pos }: Word) => pos === 'PROPN';

/** A word that the dictionary may speak for: neither grammar, nor a time, none of which follows from another, nor a size. */
const isLoose = ({ pos, folded, lemma }: Word) =>
  /^(?:NOUN|VERB|ADJ|ADV)$/.test(pos) &&
  !FUNCTION_WORDS.has(folded) &&
  !isTimeNoun(lemma) &&
  !SIZES.has(lemma);

/** Verbs with so many senses that nearly any verb is related to one of them. */
const MANY_MEANINGS =
  wordSet(`say tell write state call ask be have do make take get go come give put set run hold keep bring
  see find work turn move pass play show stand carry`);

const KEPT_PAIRS = 50_000;
const pairs = new Map<string, boolean>();

/** The dictionary's word on a pair; kept, since the same facts are compared with every claim. */
function isInPlaceOf(evidence: Word, claim: Word): boolean {
  const key = [evidence.pos, ...formsOf(evidence), claim.pos, ...formsOf(claim)].join(' ');
  const known = pairs.get(key);
  if (known !== undefined) return known;
  // A buyer has not bought yet.
  const agent = evidence.pos === 'NOUN' && claim.pos === 'VERB' && /(?:er|or)s?$/.test(evidence.folded);
  if (isUnrealised(evidence) && claim.pos === 'VERB' && !isUnrealised(claim)) return false;
  const loose = isLoose(evidence) && isLoose(claim) && !agent;
  const apart = turnsApart(evidence, claim);
  // A stadium is a whole, and yet not "the whole stand": only nouns and verbs have wider words.
  const says = /^(?:ADJ|ADV)$/.test(claim.pos) ? isNearTo : follows;
  const found = formsOf(evidence, apart).some((one) =>
    formsOf(claim, apart).some(
      (other) =>
        !oppositesOf(one).has(other) &&
        (interchangeable(one, other) || (loose && !MANY_MEANINGS.has(one) && says(one, other))),
    ),
  );
  if (pairs.size >= KEPT_PAIRS) pairs.clear();
  pairs.set(key, found);
  return found;
}

/** A word's own form and lemma; for a verb with its particle ("put off"), that is the word. */
const formsOf = ({ folded, lemma, phrase }: Word, alone = false): readonly string[] =>
  phrase === undefined ? [...new Set([lemma, folded])] : alone ? [phrase] : [phrase, lemma];
