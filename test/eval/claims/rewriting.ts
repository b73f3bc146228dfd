/** A fact's sentence written otherwise in one place. */
import type { Reading } from '../../../src/answer/verify/text/reading.ts';
import type { Word } from '../../../src/answer/verify/text/words.ts';
import type { Fact, Topic } from '../../../src/knowledge/schema.ts';

/** A fact as it is turned round: with its topic, and read. */
export type ReadFact = { readonly fact: Fact; readonly topic: Topic; readonly reading: Reading };

/** A word of the fact's own. */
export const isPlain = ({ quoted, pos }: Word) => !quoted && pos !== 'PUNCT';
/** With a capital first. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** With a capital where the old word had one. */
export const like = (old: string, written: string) => (/^\p{Lu}/u.test(old) ? capital(written) : written);
/** Without the spaces that a word left out leaves. */
export const tidy = (text: string) =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[,.;])/g, '')
    .trim();

/** The text with one of its words written otherwise. */
export const rewrite = ({ text }: Reading, { start, text: old }: Word, written: string) =>
  tidy(text.slice(0, start) + like(old, written) + text.slice(start + old.length));

/** With a small first letter, where the fact opens with no name. */
export function small({ fact: { text }, reading: { words, mentions } }: ReadFact, written = text): string {
  const [first] = words;
  const named = mentions.some(
    ({ from, ids }) => from === 0 && ids.size > 0 && !/^the$/i.test(first?.text ?? ''),
  );
  const common = first && !named && (first.pos !== 'PROPN' || words[1]?.pos !== 'PROPN');
  return common && text.startsWith(written.slice(0, 3)) && /^\p{Lu}\p{Ll}|^An? /u.test(written)
    ? written.charAt(0).toLowerCase() + written.slice(1)
    : written;
}
