/** What a text is about. */
import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import type { Reading } from './reading.ts';

/** The stems of the nouns and verbs of a text, and whom it names. */
export function mattersOf({ words, mentions }: Reading): ReadonlySet<string> {
  const told = words.filter(
    ({ pos, lemma }) =>
      pos === 'NOUN' || (pos === 'VERB' && !SUPPORT_VERBS.has(lemma) && !isSpeechVerb(lemma)),
  );
  return new Set([...told.map(({ stem }) => stem), ...mentions.flatMap(({ ids }) => [...ids])]);
}
