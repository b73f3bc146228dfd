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
 * a name with a slip or two, and the beginning of the name. Both sides must be folded.
 */
export function nameScore(typed: string, name: string): number {
  if (typed === '' || name === '') return 0;
  if (typed === name) return 1;
  if (containsWords(typed, name)) return 0.8 + 0.1 * (name.length / typed.length);
  if (containsWords(name, typed)) return 0.6 + 0.1 * (typed.length / name.length);
  return Math.max(slipScore(typed, name), name.startsWith(typed) ? 0.6 : 0);
}

function containsWords(text: string, words: string): boolean {
  return text.length > words.length && text.includes(words) && ` ${text} `.includes(` ${words} `);
}

/** Slips that are forgiven at most. */
const MAX_SLIPS = 2;

/** One slip for four letters and two for eight; the best of the words where several were typed. */
function slipScore(typed: string, name: string): number {
  const allowed = Math.min(Math.floor(name.length / 4), MAX_SLIPS);
  // Nearly every name is ruled out by its length: no part of what was typed can be as long.
  if (allowed === 0 || name.length - typed.length > allowed) return 0;
  const words = typed.split(' ');
  const count = name.split(' ').length;
  const slips = words
    .map((_, start) => words.slice(start, start + count).join(' '))
    .filter((window) => Math.abs(window.length - name.length) <= allowed)
    .map((window) => distance(window, name));
  const fewest = Math.min(...slips);
  return fewest > allowed ? 0 : words.length <= count ? 0.75 - 0.1 * fewest : 0.5 - 0.1 * fewest;
}
