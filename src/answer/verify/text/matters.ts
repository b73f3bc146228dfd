/** What a text is about, and what a whole file is. */

import type { Topic } from '../../../knowledge/schema.ts';
import { SUPPORT_VERBS } from '../lexicon/function-words.ts';
import { isNearTo } from '../lexicon/senses.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import type { Reading } from './reading.ts';
import { readWords, type Word } from './words.ts';

/** Whether two texts tell of one matter: by a noun, a verb or a name of both, or by the noun of a verb ("the suspension"). */
export function shareMatter(one: Reading, other: Reading): boolean {
  if (!mattersOf(one).isDisjointFrom(mattersOf(other))) return true;
  return isTakenUp(one, other) || isTakenUp(other, one);
}

/** "announced the suspension" beside "has been suspended". */
const isTakenUp = (one: Reading, other: Reading) =>
  one.words.some(
    (verb) =>
      isTelling(verb) &&
      verb.pos === 'VERB' &&
      other.words.some(
        (noun) =>
          noun.pos === 'NOUN' &&
          noun.stem.slice(0, 4) === verb.stem.slice(0, 4) &&
          isNearTo(verb.lemma, noun.lemma),
      ),
  );

const isTelling = ({ pos, lemma }: Word) =>
  pos === 'NOUN' || (pos === 'VERB' && !SUPPORT_VERBS.has(lemma) && !isSpeechVerb(lemma));

/** The stems of the nouns and verbs of a text, and whom it names. */
function mattersOf({ words, mentions }: Reading): ReadonlySet<string> {
  const told = words.filter(isTelling);
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
