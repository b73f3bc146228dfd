/** Whether one word says what another says, or something more general. */
import type { Word } from '../text/words.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { interchangeable } from './newsroom.ts';
import { follows, oppositesOf } from './senses.ts';
import { wordSet } from './word-list.ts';

/** The same word, inflected or not. */
export const sameWord = (one: Word, other: Word) =>
  one.folded === other.folded ||
  one.lemma === other.lemma ||
  (one.stem === other.stem && one.stem.length > 2);

/** Whether `evidence` bears out `claim` as a word. Not symmetric: "vessel" follows from "boat", not the reverse. */
export function bearsOut(evidence: Word, claim: Word): boolean {
  if (sameWord(evidence, claim)) return true;
  return !isName(evidence) && !isName(claim) && isInPlaceOf(evidence, claim);
}

/** Units and parts of time: none follows from another. */
const TIME =
  wordSet(`second minute hour day week month year decade century time morning noon afternoon evening night
  today tomorrow yesterday`);

const isName = ({ pos }: Word) => pos === 'PROPN';

/** A word that the dictionary may speak for: neither a number, nor grammar, nor a unit of time. */
const isLoose = ({ pos, folded, lemma }: Word) =>
  /^(?:NOUN|VERB|ADJ|ADV)$/.test(pos) && !FUNCTION_WORDS.has(folded) && !TIME.has(lemma);

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
  const loose = isLoose(evidence) && isLoose(claim) && !agent;
  const found = formsOf(evidence).some((one) =>
    formsOf(claim).some(
      (other) =>
        !oppositesOf(one).has(other) &&
        (interchangeable(one, other) || (loose && !MANY_MEANINGS.has(one) && follows(one, other))),
    ),
  );
  if (pairs.size >= KEPT_PAIRS) pairs.clear();
  pairs.set(key, found);
  return found;
}

/** A word's own form and lemma; for a verb with its particle ("put off"), that is the word. */
const formsOf = ({ folded, lemma, phrase }: Word): readonly string[] =>
  phrase === undefined ? [...new Set([lemma, folded])] : [phrase, lemma];
