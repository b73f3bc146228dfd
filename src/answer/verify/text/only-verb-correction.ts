/** Verbs that the tagger takes for nouns, told by what else is a verb in their clause: nothing. */
import { partsOf } from '../lexicon/senses.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import { SAME_IN_PAST } from '../lexicon/verb-forms.ts';
import { verbOf } from './verb-tag-correction.ts';
import type { Word } from './words.ts';

/** "Dorrin supplies gas", "Most employees work at": where nothing else in the sentence is a verb. */
export function correctOnlyVerb(words: readonly Word[], word: Word, at: number): Word {
  const before = words[at - 1];
  if (word.pos !== 'NOUN' || !/^(?:PROPN|NOUN)$/.test(before?.pos ?? '')) return word;
  // "the bankruptcy cost 1,150 people their jobs"
  const past = SAME_IN_PAST.has(word.folded) && /^(?:NUM|DET|PRON)$/.test(words[at + 1]?.pos ?? '');
  const bare =
    past || (word.folded === word.lemma && before?.folded !== before?.lemma && words[at + 1]?.pos === 'ADP');
  const lemma = bare && partsOf(word.folded).includes('verb') ? word.lemma : verbOf(word.folded);
  if (!bare && !/s$/.test(word.folded)) return word;
  // "Two of the Halbrook plants, …, will close": what ends at a comma is no verb.
  const isEnd = words[at + 1]?.folded === ',';
  const others = (
    isEnd ? words.filter(({ sentence }) => sentence === word.sentence) : stretchOf(words, at)
  ).some(({ pos }) => /^(?:VERB|AUX)$/.test(pos));
  return lemma && !others ? { ...word, pos: 'VERB', lemma } : word;
}

/** The words between the commas around a word. */
function stretchOf(words: readonly Word[], at: number): readonly Word[] {
  const ends = ({ folded, sentence }: Word) => folded === ',' || sentence !== words[at]?.sentence;
  const start = words.slice(0, at).findLastIndex(ends) + 1;
  const end = words.findIndex((word, place) => place > at && ends(word));
  return words.slice(start, end < 0 ? words.length : end);
}

/** "said that most parents support the teachers", "back the teachers": a bare form between several and what they do it to. */
export function correctBetween(words: readonly Word[], word: Word, at: number): Word {
  const before = words[at - 1];
  const bare = word.pos === 'NOUN' && word.folded === word.lemma && isPlural(before);
  const back =
    word.folded === 'back' && word.pos !== 'VERB' && /^(?:NOUN|PROPN|PRON)$/.test(before?.pos ?? '');
  const after = words[at + 1];
  const governs =
    after?.pos === 'DET' ||
    /^(?:his|her|its|their)$/.test(after?.folded ?? '') ||
    (back && after?.pos === 'PROPN');
  if (!(bare || back) || !governs || !partsOf(word.folded).includes('verb')) return word;
  const start = words
    .slice(0, at)
    .findLastIndex(
      ({ pos, lemma }) => /^(?:PUNCT|CCONJ|SCONJ)$/.test(pos) || (pos === 'VERB' && isSpeechVerb(lemma)),
    );
  return words.slice(start + 1, at).some(({ pos }) => /^(?:VERB|AUX|ADP)$/.test(pos))
    ? word
    : { ...word, pos: 'VERB' };
}

const isPlural = (word: Word | undefined) => word?.pos === 'NOUN' && word.folded !== word.lemma;
