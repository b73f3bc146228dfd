/** What a "no" denies, and what a "not" before a verb that only carries its noun. */
import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import type { Word } from './words.ts';

/** "No date has been announced" denies its clause; "presented no evidence for it" the presenting and the evidence. */
export function noneScope(words: readonly Word[], at: number): readonly Word[] {
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  // "no reports of cancer": of what there is no report is not reported.
  const own = upTo(after, ({ pos, folded }) => pos === 'ADP' && folded !== 'of');
  // "at no cost" denies the cost alone; "under no circumstances" all.
  if (before.at(-1)?.pos === 'ADP' && !/^(?:circumstance|way|means|account)$/.test(own[0]?.lemma ?? ''))
    return own;
  // "had no report of it", "there is no money for it"
  const isThere = before.at(-1)?.lemma === 'be' && before.at(-2)?.folded === 'there';
  if (isThere || before.at(-1)?.lemma === 'have') return [...before.slice(-1), ...own];
  if (!before.some(({ pos }) => pos === 'VERB')) return [...before, ...after];
  return [...before.filter(({ pos }) => pos === 'VERB').slice(-1), ...own];
}

/** "has not provided any evidence for the accusation": the accusation is made. Undefined for a verb of more meaning. */
export function heldBack(words: readonly Word[], at: number, verb: Word): readonly Word[] | undefined {
  if (!SUPPORT_VERBS.has(verb.lemma) || verb.phrase !== undefined) return undefined;
  const end = words.findIndex(
    ({ pos, folded, index }) => pos === 'ADP' && folded !== 'of' && index > verb.index + 1,
  );
  return end < 0
    ? undefined
    : words.filter((other, place) => (place > at && place < end) || (place < at && !isParticiple(other)));
}

/** The words before the first that ends a reach. */
export function upTo(after: readonly Word[], ends: (word: Word) => boolean): readonly Word[] {
  const end = after.findIndex((word) => !word.quoted && ends(word));
  return end < 0 ? after : after.slice(0, end);
}

/** "ordered", "taken" */
export const isParticiple = ({ pos, folded }: Word) => pos === 'VERB' && /(?:ed|en)$/.test(folded);
