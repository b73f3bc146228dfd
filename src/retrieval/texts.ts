/**
 * Texts that have been read, packed: a number for each word, so that the closer look at a sentence neither splits it
 * into words again nor keeps an object for each of them.
 */
import type { Token } from './tokens.ts';

/** Packed texts, by place. */
export type Texts = {
  /** Surface number × 2 of each word of each text in a row, and 1 more where it stands one character behind the last. */
  readonly packed: Uint32Array;
  /** Where each text begins; one more than there are texts. */
  readonly starts: Uint32Array;
};

/** Numbers for words as they are written, shared by the texts of all topics; a number, once given, stays. */
export type Surfaces = {
  /** The number of a surface, given to it now if it had none. */
  add(surface: string): number;
  at(number: number): string;
};

/** No surfaces yet. */
export function createSurfaces(): Surfaces {
  const numbers = new Map<string, number>();
  const surfaces: string[] = [];
  return {
    add: (surface) => {
      const known = numbers.get(surface);
      if (known !== undefined) return known;
      numbers.set(surface, surfaces.length);
      return surfaces.push(surface) - 1;
    },
    at: (number) => surfaces[number] ?? '',
  };
}

/** Packs texts that have been split into tokens. */
export function packTexts(texts: readonly (readonly Token[])[], surfaces: Surfaces): Texts {
  const starts = new Uint32Array(texts.length + 1);
  texts.forEach((tokens, text) => {
    starts[text + 1] = (starts[text] ?? 0) + tokens.length;
  });
  const packed = new Uint32Array(starts.at(-1) ?? 0);
  let at = 0;
  for (const tokens of texts) {
    let end = -1;
    for (const { surface, start } of tokens) {
      packed[at] = 2 * surfaces.add(surface) + Number(start === end + 1);
      end = start + surface.length;
      at += 1;
    }
  }
  return { packed, starts };
}
