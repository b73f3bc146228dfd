/** Translations behind a quotation, marked as such: «“a sick man” (Übersetzung: ein kranker Mann)». */
import anyAscii from 'any-ascii';
import { fold } from './words.ts';

/** The words of a quotation and what is given as their translation. */
export type Translation = { readonly original: string; readonly words: string };

const MARKED = /[“„«"‘']([^“”„«»"]+)[”“»"’'][.,]?(\s*\(\s*(\p{L}+)\s*:\s*([^()]*)\))/gu;

/** Every translation that stands right behind its quotation and is called one by the language's own word, folded. */
export function translationsIn(text: string, mark: string): readonly Translation[] {
  return [...text.matchAll(MARKED)]
    .filter(([, , , word = '']) => isMark(word, mark))
    .map(([, original = '', , , words = '']) => ({ original, words: words.trim() }));
}

/** The text with its marked translations left out. */
export function withoutTranslations(text: string, mark: string): string {
  return text.replace(MARKED, (whole: string, _original: string, behind: string, word: string) =>
    isMark(word, mark) ? whole.slice(0, whole.length - behind.length) : whole,
  );
}

const isMark = (word: string, mark: string) => fold(anyAscii(word)) === mark;
