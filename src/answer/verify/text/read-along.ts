/** Finds what stands in a text, left to right. */
import type { Word } from './words.ts';

/** What is found at one word after the other, going on behind each; what stands in quotations is left to them. */
export function readAlong<Found extends { readonly to: number }>(
  words: readonly Word[],
  foundAt: (words: readonly Word[], at: number) => Found | undefined,
): readonly Found[] {
  const all: Found[] = [];
  for (let at = 0; at < words.length; ) {
    const found = words[at]?.quoted ? undefined : foundAt(words, at);
    if (found) all.push(found);
    at = found?.to ?? at + 1;
  }
  return all;
}
