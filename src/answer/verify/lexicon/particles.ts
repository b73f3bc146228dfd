/** The little words that make another verb of a verb: "put off", "break out", "take place". */
import { isPhrasal } from './senses.ts';
import { wordSet } from './word-list.ts';

/** Those that say which way: with another one of them it is another verb. */
const WAYS = wordSet('up down out off over away back forward');
const ALSO_PLACES = wordSet('in into on');
/** Nouns that stand as such a word does: "took place", "took office". */
const NOUNS = wordSet('place part effect office');
const OTHERS = wordSet(
  'apart through aside together after about around across along behind upon by at with for to rid against',
);

/** Verbs that are others with their little word, which the dictionary does not list. */
const TURNED = /^(?:vote against|appeal against|stay away|suppose to)$/;

/** Whether a word says which way: up, off, back. */
export const isWay = (folded: string) => WAYS.has(folded);

/** Whether a word says which way or where: up, off, in. */
export const isWayOrPlace = (folded: string) => WAYS.has(folded) || ALSO_PLACES.has(folded);

/** Whether a word belongs to its verb alone, and nothing hangs on it: "set off a fire", "took part". */
export const closesVerb = (folded: string) => WAYS.has(folded) || NOUNS.has(folded);

/** The verb that a verb and the one or two words behind it make together, by the verb's base form. */
export function phraseOf(lemma: string, next: string, after: string | undefined): string | undefined {
  if (![WAYS, ALSO_PLACES, NOUNS, OTHERS].some((words) => words.has(next))) return undefined;
  return [`${lemma} ${next}`, `${lemma} ${next} ${after}`].find(
    (turn) => TURNED.test(turn) || isPhrasal(turn),
  );
}
