/** Whether the translation of a quotation stays with its original. */
import type { LanguageLists } from '../lexicon/languages.ts';
import { isNegator } from '../lexicon/operators.ts';
import { nameKey } from '../lexicon/places.ts';
import type { Translation } from '../text/translations.ts';
import { readWords } from '../text/words.ts';
import { isNamed, namingTokens, numbersIn, tokens } from './tokens.ts';

const LONGEST_TRANSLATION = 2;
const SHORT_TRANSLATION = 20;

/** What a translation adds to its original or loses of it, as far as numbers, names, negation and length tell. */
export function translationFault({ original, words }: Translation, lists: LanguageLists): string | undefined {
  const own = tokens(words);
  if (words.length > original.length * LONGEST_TRANSLATION + SHORT_TRANSLATION)
    return 'longer than its original';
  const numbers = [numbersIn(words), numbersIn(original)].map((found) => found.sort().join(' '));
  if (numbers[0] !== numbers[1]) return 'other numbers than its original';
  const known = new Set(tokens(original).map(nameKey));
  const odd = namingTokens(words, lists).find((word) => !isNamed(word, known));
  if (odd) return odd;
  const denies = own.some((word) => lists.negators.has(word));
  const denied = readWords(original).some(isNegator);
  return denies === denied ? undefined : 'its negation is not that of the original';
}
