/** Verbs that the tagger takes for another part of speech. */
import { baseForm } from '../../../retrieval/irregular-forms.ts';
import { lemmasOf } from '../../../retrieval/lemmas.ts';
import { partsOf } from '../lexicon/senses.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import { MODALS } from '../lexicon/verb-forms.ts';
import type { Word } from './words.ts';

/** "and present their report", "that she surrender her passport": a bare form between who acts and what it is done to. */
export function correctBare(words: readonly Word[], word: Word, at: number): Word {
  const after = words[at + 1];
  const acts = /^(?:and|or|who|which|that|he|she|they|it|we|will|would|may|might|must|shall)$/.test(
    words[at - 1]?.folded ?? '',
  );
  const governs =
    after?.pos === 'DET' ||
    (/^(?:NOUN|NUM|PROPN)$/.test(after?.pos ?? '') && words[at - 1]?.pos === 'AUX') ||
    // "which last two hours"
    (after?.pos === 'NUM' && /^(?:who|which|that)$/.test(words[at - 1]?.folded ?? '')) ||
    /^(?:his|her|its|their)$/.test(after?.folded ?? '');
  // "who chairs the association"
  const tells =
    /^(?:who|which)$/.test(words[at - 1]?.folded ?? '') &&
    word.pos === 'NOUN' &&
    (governs || after?.pos === 'PROPN');
  const told = tells && /s$/.test(word.folded) ? verbOf(word.folded) : undefined;
  if (told) return { ...word, pos: 'VERB', lemma: told };
  // "did not close"
  const denied = /^(?:not|n't)$/.test(words[at - 1]?.folded ?? '') && words[at - 2]?.lemma === 'do';
  return /^(?:NOUN|ADJ)$/.test(word.pos) &&
    (denied || (acts && governs)) &&
    word.folded === word.lemma &&
    partsOf(word.folded).includes('verb')
    ? { ...word, pos: 'VERB' }
    : word;
}

/** "has forbidden", "A cleaner found the cases": irregular forms of verbs. */
export function correctIrregular(words: readonly Word[], word: Word, at: number): Word {
  const lemma = baseForm(word.folded);
  if (!/^(?:NOUN|ADJ)$/.test(word.pos) || lemma === word.folded || !partsOf(lemma).includes('verb'))
    return word;
  const before = words[at - 1];
  const after = words[at + 1];
  const helped =
    (before?.lemma === 'have' && /^(?:NOUN|ADJ|DET|ADV)$/.test(after?.pos ?? '')) ||
    // "has been forbidden to move", "was stolen"
    (before?.lemma === 'be' && word.pos === 'ADJ' && before.folded !== 'is' && before.folded !== 'are');
  const acts = /^(?:NOUN|PROPN|ADJ)$/.test(before?.pos ?? '') && /^(?:DET|PRON)$/.test(after?.pos ?? '');
  // "Three whales swam off": no noun at all.
  const only = word.pos === 'NOUN' && !partsOf(word.folded).includes('noun') && before?.pos === 'NOUN';
  return helped || acts || only ? { ...word, pos: 'VERB', lemma } : word;
}

/** "accused him of promising the League an end": a form in "ing" behind a preposition and before what it is done to. */
export function correctGerund(words: readonly Word[], word: Word, at: number): Word {
  // "accused them of hiding bad loans"
  const charged = words
    .slice(Math.max(0, at - 9), at)
    .some(({ lemma }) => /^(?:accuse|suspect|convict)$/.test(lemma));
  const governs =
    /^(?:DET|PRON|NUM|PROPN)$/.test(words[at + 1]?.pos ?? '') ||
    (charged && words[at + 1]?.pos === 'ADJ' && words[at + 2]?.pos === 'NOUN');
  const opens =
    words[at - 1]?.pos === 'ADP' &&
    /^(?:of|by|for|from|without|after|before|in)$/.test(words[at - 1]?.folded ?? '');
  // ", with two members voting against it"
  const comma = words.slice(0, at).findLastIndex(({ folded }) => folded === ',');
  const beside =
    words[comma + 1]?.folded === 'with' &&
    words[at - 1]?.pos === 'PROPN' &&
    words[at + 1]?.pos === 'ADP' &&
    !words.slice(comma + 1, at).some(({ pos }) => pos === 'VERB');
  // "won narrowly, beating Calloway with 51 per cent"
  const adds =
    governs && words[at - 1]?.folded === ',' && words.slice(0, at).some(({ pos }) => pos === 'VERB');
  if (
    !/^(?:NOUN|ADJ)$/.test(word.pos) ||
    !/ing$/.test(word.folded) ||
    !(beside || adds || (governs && opens))
  )
    return word;
  const lemma = verbOf(word.folded);
  return lemma ? { ...word, pos: 'VERB', lemma } : word;
}

/** "will last", "The agency plans to build": the tagger takes some verbs beside a helper for nouns. */
export function correctBesideTo(words: readonly Word[], word: Word, at: number): Word {
  const before = words[at - 1];
  const after = words[at + 1];
  // "will last about five weeks"
  if (/^(?:NOUN|ADJ)$/.test(word.pos) && before?.pos === 'AUX' && MODALS.has(before.folded))
    return word.folded === word.lemma && partsOf(word.folded).includes('verb') && after?.pos !== 'NOUN'
      ? { ...word, pos: 'VERB' }
      : word;
  if (word.pos !== 'NOUN') return word;
  // "that the agency wants to build has not"
  const wanted = words[at - 2];
  if (before?.folded === 'to' && wanted?.pos === 'VERB' && TAKES_INFINITIVE.test(wanted.lemma))
    return word.folded === word.lemma && partsOf(word.folded).includes('verb')
      ? { ...word, pos: 'VERB' }
      : word;
  const lemma = /s$/.test(word.folded) ? verbOf(word.folded) : undefined;
  const governs = after?.folded === 'to' && /^(?:VERB|AUX)$/.test(words[at + 2]?.pos ?? '');
  return lemma && TAKES_INFINITIVE.test(lemma) && governs && /^(?:NOUN|PROPN)$/.test(before?.pos ?? '')
    ? { ...word, pos: 'VERB', lemma }
    : word;
}

const TAKES_INFINITIVE =
  /^(?:want|plan|aim|hope|intend|need|promise|offer|refuse|decline|try|attempt|vow|pledge|threaten|claim|seek|wish)$/;

/** "Trump alleged on …", ", the company estimates.": the tagger takes some verbs for adjectives or nouns. */
export function correctVerb(words: readonly Word[], word: Word, at: number): Word {
  const before = words[at - 1]?.pos ?? '';
  const after = words[at + 1];
  const past =
    word.pos === 'ADJ' &&
    /ed$/.test(word.folded) &&
    (/^(?:PROPN|PRON|AUX|ADV)$/.test(before) ||
      words[at - 1]?.lemma === 'have' ||
      (/^(?:CCONJ|NOUN)$/.test(before) && after?.folded === 'that') ||
      // "Goran Tavik, the defence minister, alleged that", "the lawyer alleged in court that"
      ((words[at - 1]?.folded === ',' || (before === 'NOUN' && after?.pos === 'ADP')) &&
        words.slice(at + 1, at + 4).some(({ folded }) => folded === 'that')) ||
      (before === 'NOUN' && (!after || after.text === '.')));
  // "Marchetti, a former manager, claims that"
  const resumes =
    words[at - 1]?.folded === ',' &&
    (after?.folded === 'that' || (words[0]?.pos === 'PROPN' && /^(?:DET|NUM)$/.test(after?.pos ?? '')));
  const present =
    word.pos === 'NOUN' &&
    /s$/.test(word.folded) &&
    (/^(?:NOUN|PROPN|PRON|CCONJ|ADJ)$/.test(before) || resumes);
  const opens =
    /^(?:ADP|DET|PRON|PROPN|ADV|SCONJ)$/.test(after?.pos ?? '') || words[at - 1]?.lemma === 'have';
  // "The Trust claims Lumen Gate wants to": a name as the subject of what is said
  const telling =
    present &&
    /^(?:PROPN|NOUN)$/.test(after?.pos ?? '') &&
    !words.slice(0, at).some(({ pos }) => pos === 'VERB' || pos === 'AUX') &&
    words.slice(at + 2, at + 6).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const closes =
    telling ||
    !after ||
    /^[.]$/.test(after.text) ||
    after.folded === 'that' ||
    /^(?:DET|NUM)$/.test(after.pos) ||
    (before === 'CCONJ' && /^(?:PRON|PROPN)$/.test(after.pos));
  if (!(past && (opens || closes)) && !(present && closes)) return word;
  const lemma = verbOf(word.folded);
  const governs = present && after?.folded === 'that';
  return lemma && ((past && opens) || governs || isSpeechVerb(lemma))
    ? { ...word, pos: 'VERB', lemma }
    : word;
}

/** The verb that a folded word is a form of. */
export const verbOf = (folded: string) =>
  lemmasOf(folded, 'verb').find((form) => form !== folded && partsOf(form).includes('verb'));
