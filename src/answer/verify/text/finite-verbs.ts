/** Which verbs can have a subject, and the helping verbs before a verb. */
import type { Word } from './words.ts';

/** Whether the word at a place is a verb that a subject can have: no infinitive, gerund or adjective. */
export function isFiniteVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || word.quoted) return false;
  if (word.pos === 'AUX') return true;
  if (word.pos !== 'VERB') return false;
  const before = words[at - 1];
  if (!before) return !/ing$/.test(word.folded);
  if (before.pos === 'PART' && before.folded === 'to') return false;
  // "accused her of having financed it"
  if (before.folded === 'having') return false;
  // "A memo of 9 July 2026 warned the department"
  const isYear = /^(?:19|20)\d\d$/.test(before.folded) && words[at + 1]?.pos !== 'NOUN';
  if (/^(?:ADP|DET|ADJ|NUM)$/.test(before.pos) && before.folded !== 'that' && !isYear) return false;
  return !(/ing$/.test(word.folded) && before.pos !== 'AUX' && before.folded !== ',');
}

/** "…, with two members voting against it": the participle of those who are named behind "with". */
export function accompanyingVerb(words: readonly Word[]): Word | undefined {
  if (words[0]?.folded !== 'with' || words[0].quoted) return undefined;
  return words.find(
    ({ pos, folded, quoted }, at) =>
      pos === 'VERB' &&
      !quoted &&
      at > 1 &&
      /(?:ing|ed|en|wn)$/.test(folded) &&
      /^(?:NOUN|PROPN|NUM|ADV)$/.test(words[at - 1]?.pos ?? ''),
  );
}

/** The helping verbs of a verb: "may have" of "may have denied". */
export function helpersOf(
  { index }: Pick<Word, 'index'>,
  { words }: { readonly words: readonly Word[] },
): readonly Word[] {
  const start = words
    .slice(0, index)
    .findLastIndex(({ pos, folded }) => !/^(?:AUX|ADV|PART)$/.test(pos) || folded === 'to');
  return words.slice(start + 1, index).filter(({ pos }) => pos === 'AUX');
}
