/** Turns of phrase that say together what one word says: "lost their lives", "go to the polls". */
import { readFileSync } from 'node:fs';

/** A turn of phrase by the base forms of its words, and the words that say the same. */
export type Idiom = { readonly parts: readonly string[]; readonly meanings: ReadonlySet<string> };

const lines = readFileSync(new URL('idioms.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Every turn of phrase. */
export const IDIOMS: readonly Idiom[] = lines.map((line) => {
  const [phrase = '', meanings = ''] = line.split(' = ');
  return {
    parts: phrase.split(' '),
    meanings: new Set(meanings.split(' ').map((word) => word.replaceAll('_', ' '))),
  };
});

const byFirst = Map.groupBy(IDIOMS, ({ parts: [first = ''] }) => first);

/** The turns of phrase that a word can open. */
export const idiomsFrom = (lemma: string): readonly Idiom[] => byFirst.get(lemma) ?? [];
