/** Compares names as people type them: without case, accents, marks or a typing slip. */
import { distance } from 'fastest-levenshtein';

/** Lower case, without accents and marks: "Bogotá–US" → "bogota us". At most 200 characters are looked at. */
export function foldName(name: string): string {
  return name
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * How well what was typed names something, 0 to 1: 1 for the same words, less for all words of the name within it,
 * the beginning of the name, and a name with a slip or two. Both sides must be folded.
 */
export function nameScore(typed: string, name: string): number {
  if (typed === '' || name === '') return 0;
  if (typed === name) return 1;
  if (containsWords(typed, name)) return 0.8 + 0.1 * (name.length / typed.length);
  if (containsWords(name, typed)) return 0.6 + 0.1 * (typed.length / name.length);
  if (name.startsWith(typed)) return 0.6;
  return slipScore(typed, name);
}

function containsWords(text: string, words: string): boolean {
  return ` ${text} `.includes(` ${words} `);
}

/** One slip for four letters and two for eight; the best of the words where several were typed. */
function slipScore(typed: string, name: string): number {
  const wordCount = name.split(' ').length;
  const words = typed.split(' ');
  const windows = words.map((_, start) => words.slice(start, start + wordCount).join(' '));
  const slips = Math.min(...windows.map((window) => distance(window, name)));
  const allowed = Math.floor(name.length / 4);
  return slips <= Math.min(allowed, 2) ? 0.5 - 0.1 * slips : 0;
}
