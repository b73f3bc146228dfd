/** The turns of phrase in a text: "lost their lives", "go to the polls". */
import { oncePer } from '../../../once-per.ts';
import { type Idiom, idiomsFrom } from '../lexicon/idioms.ts';
import type { Word } from './words.ts';

/** A turn of phrase where it stands: its words, without what stands between them. */
export type FoundIdiom = { readonly words: readonly Word[]; readonly meanings: ReadonlySet<string> };

/** The turns of phrase of a text. */
export const findIdioms: (words: readonly Word[]) => readonly FoundIdiom[] = oncePer(
  (words: readonly Word[]) =>
    words.flatMap((word, at) =>
      word.quoted
        ? []
        : idiomsFrom(word.lemma).flatMap(({ parts, meanings }) => {
            const own = follow(words, at, parts);
            return own ? [{ words: own, meanings }] : [];
          }),
    ),
);

/** How many articles, owners, numbers and helping verbs may stand between two words of a turn of phrase. */
const MOST_BETWEEN = 3;
const BETWEEN = /^(?:DET|PRON|NUM|ADJ|PART|AUX)$/;

function follow(words: readonly Word[], start: number, parts: Idiom['parts']): readonly Word[] | undefined {
  const found: Word[] = [];
  let at = start;
  for (const part of parts) {
    // "a 90-million-crown lawsuit": joined words are one.
    const joints = words.slice(at, at + 2 * MOST_BETWEEN).filter(({ folded }) => folded === '-').length;
    const last = found.length === 0 ? at + 1 : at + 1 + MOST_BETWEEN + 2 * joints;
    while (at < last && !isPart(words[at], part) && isBetween(words, at, part)) at += 1;
    const word = words[at];
    if (!word || at >= last || !isPart(word, part)) return undefined;
    found.push(word);
    at += 1;
  }
  return found;
}

/** "called its ambassador home": what it is done to stands before the little word. */
const BEHIND_OBJECT = new Set(['home', 'alone', 'secret', 'free', 'online']);

const isBetween = (words: readonly Word[], at: number, part: string) =>
  (BEHIND_OBJECT.has(part) && words[at]?.pos === 'NOUN') ||
  BETWEEN.test(words[at]?.pos ?? '') ||
  [words[at], words[at - 1]].some((word) => word?.folded === '-');

const isPart = (word: Word | undefined, part: string) =>
  word !== undefined && !word.quoted && (word.lemma === part || word.folded === part);
