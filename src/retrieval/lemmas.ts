/** Inflected English words → the base forms under which a dictionary may list them. */
import { baseForm } from './irregular-forms.ts';

type Endings = readonly (readonly [ending: string, instead: string])[];

const ENDINGS: Readonly<Record<'noun' | 'verb' | 'adj' | 'adv', Endings>> = {
  noun: [
    ['s', ''],
    ['es', ''],
    ['ies', 'y'],
    ['men', 'man'],
    ['ves', 'f'],
  ],
  verb: [
    ['s', ''],
    ['es', ''],
    ['ies', 'y'],
    ['ed', ''],
    ['ed', 'e'],
    ['ied', 'y'],
    ['ing', ''],
    ['ing', 'e'],
  ],
  adj: [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
    ['ier', 'y'],
    ['iest', 'y'],
  ],
  adv: [],
};

/** Base forms that a folded word may have as this part of speech, itself first; not all of them need exist. */
export function lemmasOf(word: string, pos: 'noun' | 'verb' | 'adj' | 'adv'): string[] {
  const regular = ENDINGS[pos].flatMap(([ending, instead]) => {
    if (!word.endsWith(ending) || word.length - ending.length < 2) return [];
    const root = word.slice(0, -ending.length);
    // "stopped" → "stop", "bigger" → "big": a doubled consonant before the ending may belong to it.
    const undoubled =
      /([bdglmnprt])\1$/.test(root) && instead === '' && ending.length > 1 ? [root.slice(0, -1)] : [];
    return [root + instead, ...undoubled];
  });
  return [...new Set([word, baseForm(word), ...regular])];
}
