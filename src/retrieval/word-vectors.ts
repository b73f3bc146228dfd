/** How like two words are by the company they keep: "passengers" and "aboard", "turnout" and "participation". */
import { readFileSync } from 'node:fs';
import { decodeWordVectors, STEP } from './word-vectors-file.ts';

/** Looks up folded words; the 40,000 commonest of English are known. */
export type WordVectors = {
  /** The word's place by commonness, from 0; undefined for a word that is not known. */
  numberOf(folded: string): number | undefined;
  /** Cosine of two words by their numbers, −1..1; from about 0.4 on they belong to one subject. */
  likeness(one: number, other: number): number;
  /** 0 for the commonest word, 1 for one that is not known. */
  rarity(folded: string): number;
  /** What a group of words, by their numbers, is about as a whole, rare words above all: of length 1, or zeros. */
  direction(numbers: Iterable<number | undefined>): Float64Array;
};

/** Cosine of two directions, −1..1. */
export function cosine(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** The direction itself, made of length 1; one of no length stays as it is. */
export function scaled(direction: Float64Array): Float64Array {
  const length = Math.sqrt(cosine(direction, direction)) || 1;
  for (let at = 0; at < direction.length; at += 1) direction[at] = (direction[at] ?? 0) / length;
  return direction;
}

/** Opens the vectors; their file (4 MB) is read when they are first needed. */
export function openWordVectors(): WordVectors {
  let opened: WordVectors | undefined;
  const open = () => {
    opened ??= readWordVectors();
    return opened;
  };
  return {
    numberOf: (folded) => open().numberOf(folded),
    likeness: (one, other) => open().likeness(one, other),
    rarity: (folded) => open().rarity(folded),
    direction: (numbers) => open().direction(numbers),
  };
}

function readWordVectors(): WordVectors {
  const file = readFileSync(new URL('word-vectors.bin', import.meta.url));
  const { words, dimensions, coordinates } = decodeWordVectors(file);
  const numbers = new Map(words.map((word, number) => [word, number]));
  const most = Math.log(1 + words.length);
  const rarities = Float64Array.from(
    { length: words.length + 1 },
    (_, number) => Math.log(1 + number) / most,
  );
  const rarity = (folded: string) => rarities[numbers.get(folded) ?? words.length] ?? 1;
  return {
    numberOf: (folded) => numbers.get(folded),
    rarity,
    likeness(one, other) {
      const from = one * dimensions;
      const to = other * dimensions;
      let sum = 0;
      // Whole numbers, told so that the loop is: it runs for each word of a topic with each of a question.
      for (let d = 0; d < dimensions; d += 1)
        sum = (sum + Math.imul(coordinates[from + d] as number, coordinates[to + d] as number)) | 0;
      return sum * STEP * STEP;
    },
    direction(group) {
      const sum = new Float64Array(dimensions);
      for (const number of group) {
        if (number === undefined) continue;
        const from = number * dimensions;
        const weight = (rarities[number] ?? 1) ** 2;
        // Both are as long as that: no element is missing, and asking whether one is costs more than the sum.
        for (let d = 0; d < dimensions; d += 1)
          (sum[d] as number) += weight * (coordinates[from + d] as number);
      }
      return scaled(sum);
    },
  };
}
