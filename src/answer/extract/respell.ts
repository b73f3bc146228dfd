/** Mistyped words of a question → the common words that were meant: "disscuss", "poeple". */
import { slipsBetween } from '../../retrieval/slips.ts';
import { stemOf } from '../../retrieval/tokens.ts';
import type { QuestionMeans } from './means.ts';

/** Shorter words have too many neighbours. */
const WORD = /(?<![\p{L}\p{N}'’.-])\p{Ll}[a-z]{4,24}(?![\p{L}\p{N}'’-])/gu;
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz'];

/**
 * The text with each word that nobody knows as the one a single slip away: the topic's own, or the commonest. The first
 * letter is taken as right; what may be a name of the topic is left to the reading of names.
 */
export function respell(text: string, means: QuestionMeans): string {
  return text.replace(WORD, (word) => (isKnown(word, means) ? word : (meantBy(word, means) ?? word)));
}

function isKnown(word: string, { dossier, wordnet, vectors }: QuestionMeans): boolean {
  const place = vectors.numberOf(word);
  return (
    dossier.vocabulary.has(word) ||
    wordnet.partsOf(word).length > 0 ||
    nearest(word, dossier.names.keys()) !== undefined ||
    (place !== undefined && (place < COMMON || nearest(word, dossier.vocabulary) === undefined))
  );
}

/** Rarer words that no dictionary has are mostly surnames, which may as well be a slip for a word of the topic: "frist". */
const COMMON = 5000;

function nearest(word: string, words: Iterable<string>): string | undefined {
  return [...words].find(
    (other) =>
      other[0] === word[0] && Math.abs(other.length - word.length) <= 1 && slipsBetween(other, word) <= 1,
  );
}

function meantBy(word: string, { dossier, vectors }: QuestionMeans): string | undefined {
  const own = nearest(word, dossier.vocabulary);
  if (own !== undefined) return own;
  const near = oneSlipFrom(word).flatMap((other) => {
    const place = vectors.numberOf(other);
    return place === undefined ? [] : [{ other, place }];
  });
  const byPlace = near.toSorted((a, b) => a.place - b.place);
  return (byPlace.find(({ other }) => dossier.stems.has(stemOf(other))) ?? byPlace[0])?.other;
}

/** Every string with one letter changed, left out, put in, or changed round with the next. */
function oneSlipFrom(word: string): readonly string[] {
  return Array.from({ length: word.length }, (_, n) => n + 1).flatMap((at) => {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const [first = '', second = ''] = after;
    const others = ALPHABET.flatMap((letter) =>
      first === '' ? [before + letter] : [before + letter + after, before + letter + after.slice(1)],
    );
    const fewer = first === '' ? [] : [before + after.slice(1)];
    return second === ''
      ? [...others, ...fewer]
      : [...others, ...fewer, before + second + first + after.slice(2)];
  });
}
