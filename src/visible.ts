/** Makes text from anywhere safe to print: nothing in it can move the cursor, recolour or reorder the screen. */
import { stripVTControlCharacters } from 'node:util';

/** Invisible marks that reorder or hide text: bidirectional controls, zero-width characters, tags. */
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** The text on one line, without escape sequences, control characters or invisible marks. */
export function visible(text: string): string {
  return stripVTControlCharacters(text)
    .toWellFormed()
    .replace(HIDDEN, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/** The same for text of several lines, which it keeps. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
