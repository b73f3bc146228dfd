/** Words, numbers and names of a text in any language, as far as they can be compared. */
import anyAscii from 'any-ascii';
import type { LanguageLists } from '../lexicon/languages.ts';
import { nameKey } from '../lexicon/places.ts';
import { fold } from '../text/words.ts';

/** The words of a text in any language, folded and in Latin letters. */
export const tokens = (text: string) =>
  fold(anyAscii(text))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
/** The digits of every number in a text. */
export const numbersIn = (text: string) => text.match(/\d+(?:[.,]\d+)*/g)?.map(plainNumber) ?? [];
/** "1,400", "1.400" and "7,5" are compared by their digits. */
export const plainNumber = (number: string) => number.replace(/\D/g, '');

/** Endings such as a genitive's are let pass: "Petros" is Petro. */
export const isNamed = (word: string, keys: ReadonlySet<string>) =>
  keys.has(nameKey(word)) ||
  [...keys].some(
    (key) => key.length >= SHORTEST_NAME && word.startsWith(key) && word.length - key.length <= 2,
  );
const SHORTEST_NAME = 4;

/** Capitals in the middle of a sentence; where every noun has one, only what is written in capitals alone. */
export function namingTokens(text: string, { capitalNouns }: LanguageLists): readonly string[] {
  const written = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const named = written.filter(
    (word, at) => at > 0 && (capitalNouns ? /^\p{Lu}{2,}$/u : /^\p{Lu}/u).test(word),
  );
  const scripted = written.filter((word) => /\p{L}/u.test(word) && !/\p{Script=Latin}/u.test(word));
  return [...named, ...scripted].map((word) => fold(anyAscii(word)));
}
