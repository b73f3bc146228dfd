/** What a text is about, and what a whole file is. */

import type { Topic } from '../../../knowledge/schema.ts';
import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import type { Reading } from './reading.ts';
import { readWords } from './words.ts';

/** The stems of the nouns and verbs of a text, and whom it names. */
export function mattersOf({ words, mentions }: Reading): ReadonlySet<string> {
  const told = words.filter(
    ({ pos, lemma }) =>
      pos === 'NOUN' || (pos === 'VERB' && !SUPPORT_VERBS.has(lemma) && !isSpeechVerb(lemma)),
  );
  return new Set([...told.map(({ stem }) => stem), ...mentions.flatMap(({ ids }) => [...ids])]);
}

const FEWEST_FACTS = 2;

/** The nouns of the summary, and those that several facts have, as lemmas. */
export function commonNouns({ summary, facts }: Topic): ReadonlySet<string> {
  const nounsOf = (text: string) =>
    new Set(readWords(text).flatMap(({ pos, lemma }) => (pos === 'NOUN' ? [lemma] : [])));
  const counts = Map.groupBy(
    facts.flatMap(({ text }) => [...nounsOf(text)]),
    (lemma) => lemma,
  );
  return new Set([
    ...summary.flatMap(({ text }) => [...nounsOf(text)]),
    ...[...counts].flatMap(([lemma, found]) => (found.length >= FEWEST_FACTS ? [lemma] : [])),
  ]);
}
