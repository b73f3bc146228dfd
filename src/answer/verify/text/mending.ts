/** What the tagger takes for another part of speech, mended by the words around. */
import { baseForm } from '../../../retrieval/irregular-forms.ts';
import { lemmasOf } from '../../../retrieval/lemmas.ts';
import { partsOf } from '../lexicon/senses.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import type { Word } from './words.ts';

/** The words with their parts of speech mended. */
export function mendTags(words: readonly Word[]): readonly Word[] {
  return words
    .map((word, at) => mendName(words, word, at))
    .map((word, at, all) => mendThat(all, word, at))
    .map((word, at, all) => mendIrregular(all, word, at))
    .map((word, at, all) => mendOpening(all, mendVerb(all, word, at), at))
    .map((word, at, all) => mendBesideTo(all, word, at))
    .map((word, at, all) => mendBare(all, word, at))
    .map((word, at, all) => mendCounted(all, word, at))
    .map((word, at, all) => mendModifier(all, word, at))
    .map((word, at, all) => mendInPhrase(all, word, at))
    .map((word, at, all) => mendOnlyVerb(all, word, at));
}

/** "Rory Fell", "the Sorrin Pass": a capital right behind a name. */
function mendName(words: readonly Word[], word: Word, at: number): Word {
  const isName = words[at - 1]?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(word.text) && !word.quoted;
  return isName && word.pos === 'VERB' ? { ...word, pos: 'PROPN', lemma: word.folded } : word;
}

/** "said that talks": before a plural or a name it opens a clause. */
function mendThat(words: readonly Word[], word: Word, at: number): Word {
  const after = words[at + 1];
  const isPlural = after?.pos === 'NOUN' && /s$/.test(after.folded) && after.folded !== after.lemma;
  const opens = isPlural || after?.pos === 'PROPN';
  // "the wages that rival clubs pay"
  const behindNoun = words[at - 1]?.pos === 'NOUN' && after?.pos === 'ADJ';
  return word.folded === 'that' && word.pos === 'DET' && (opens || behindNoun) && at > 0
    ? { ...word, pos: 'SCONJ' }
    : word;
}

/** "and present their report", "that she surrender her passport": a bare form between who acts and what it is done to. */
function mendBare(words: readonly Word[], word: Word, at: number): Word {
  const after = words[at + 1];
  const acts = /^(?:and|or|who|he|she|they|it|we|will|would|may|might|must|shall)$/.test(
    words[at - 1]?.folded ?? '',
  );
  const governs =
    after?.pos === 'DET' ||
    (/^(?:NOUN|NUM|PROPN)$/.test(after?.pos ?? '') && words[at - 1]?.pos === 'AUX') ||
    /^(?:his|her|its|their)$/.test(after?.folded ?? '');
  return /^(?:NOUN|ADJ)$/.test(word.pos) &&
    acts &&
    governs &&
    word.folded === word.lemma &&
    partsOf(word.folded).includes('verb')
    ? { ...word, pos: 'VERB' }
    : word;
}

/** "Recalled packs can", "the recalled batches": a participle before its noun. */
function mendModifier(words: readonly Word[], word: Word, at: number): Word {
  const noun = words[at + 1]?.pos === 'NOUN';
  const opens = at === 0 && words[at + 2]?.pos === 'AUX';
  return word.pos === 'VERB' && /ed$/.test(word.folded) && noun && (opens || words[at - 1]?.pos === 'DET')
    ? { ...word, pos: 'ADJ' }
    : word;
}

/** "three breaches of": what is counted is a noun. */
function mendCounted(words: readonly Word[], word: Word, at: number): Word {
  if (word.pos !== 'VERB' || words[at - 1]?.pos !== 'NUM' || !/s$/.test(word.folded)) return word;
  const lemma = lemmasOf(word.folded, 'noun').find(
    (form) => form !== word.folded && partsOf(form).includes('noun'),
  );
  return lemma ? { ...word, pos: 'NOUN', lemma } : word;
}

/** "has forbidden", "A cleaner found the cases": irregular forms of verbs. */
function mendIrregular(words: readonly Word[], word: Word, at: number): Word {
  const lemma = baseForm(word.folded);
  if (!/^(?:NOUN|ADJ)$/.test(word.pos) || lemma === word.folded || !partsOf(lemma).includes('verb'))
    return word;
  const before = words[at - 1];
  const after = words[at + 1];
  const helped = before?.lemma === 'have' && /^(?:NOUN|ADJ|DET|ADV)$/.test(after?.pos ?? '');
  const acts = /^(?:NOUN|PROPN|ADJ)$/.test(before?.pos ?? '') && /^(?:DET|PRON)$/.test(after?.pos ?? '');
  return helped || acts ? { ...word, pos: 'VERB', lemma } : word;
}

/** "under watch", "by its first power cut": a bare form behind a preposition or in a phrase of one. */
function mendInPhrase(words: readonly Word[], word: Word, at: number): Word {
  if (word.pos !== 'VERB' || word.folded !== word.lemma || !partsOf(word.folded).includes('noun'))
    return word;
  const before = words.slice(0, at).findLastIndex(({ pos }) => !/^(?:DET|ADJ|NOUN|NUM|PRON)$/.test(pos));
  const opening = words[before];
  const inPhrase = opening?.pos === 'ADP' && !/^(?:to|than|as|like)$/.test(opening.folded);
  const isSubject = words[at - 1]?.pos === 'NOUN' && words[at + 1]?.pos === 'VERB';
  return inPhrase || isSubject ? { ...word, pos: 'NOUN' } : word;
}

/** "Dorrin supplies gas", "Most employees work at": where nothing else in the sentence is a verb. */
function mendOnlyVerb(words: readonly Word[], word: Word, at: number): Word {
  const before = words[at - 1];
  if (word.pos !== 'NOUN' || !/^(?:PROPN|NOUN)$/.test(before?.pos ?? '')) return word;
  const bare = word.folded === word.lemma && before?.folded !== before?.lemma && words[at + 1]?.pos === 'ADP';
  const lemma = bare && partsOf(word.folded).includes('verb') ? word.lemma : verbOf(word.folded);
  if (!bare && !/s$/.test(word.folded)) return word;
  const others = words.some(({ pos, sentence }) => sentence === word.sentence && /^(?:VERB|AUX)$/.test(pos));
  return lemma && !others ? { ...word, pos: 'VERB', lemma } : word;
}

/** "will last", "The agency plans to build", "wants to build,": the tagger takes some verbs beside a helper for nouns. */
function mendBesideTo(words: readonly Word[], word: Word, at: number): Word {
  const before = words[at - 1];
  const after = words[at + 1];
  // "will last about five weeks"
  if (/^(?:NOUN|ADJ)$/.test(word.pos) && before?.pos === 'AUX' && MODAL.test(before.folded))
    return word.folded === word.lemma && partsOf(word.folded).includes('verb') && after?.pos !== 'NOUN'
      ? { ...word, pos: 'VERB' }
      : word;
  if (word.pos !== 'NOUN') return word;
  if (
    before?.folded === 'to' &&
    words[at - 2]?.pos === 'VERB' &&
    TAKES_INFINITIVE.test(words[at - 2]?.lemma ?? '')
  ) {
    const bare = partsOf(word.folded).includes('verb') && word.folded === word.lemma;
    return bare && !/^(?:NOUN|PROPN)$/.test(after?.pos ?? '') ? { ...word, pos: 'VERB' } : word;
  }
  const lemma = /s$/.test(word.folded) ? verbOf(word.folded) : undefined;
  if (
    !lemma ||
    !TAKES_INFINITIVE.test(lemma) ||
    after?.folded !== 'to' ||
    !/^(?:VERB|AUX)$/.test(words[at + 2]?.pos ?? '')
  )
    return word;
  const rest = words.slice(/^(?:have|be)$/.test(words[at + 2]?.lemma ?? '') ? at + 4 : at + 3);
  const end = rest.findIndex(({ folded }) => /^(?:[,;.]|that)$/.test(folded));
  const other = rest
    .slice(0, end < 0 ? rest.length : end)
    .some(({ pos }, place) => (pos === 'AUX' || pos === 'VERB') && rest[place - 1]?.pos !== 'CCONJ');
  return before?.pos === 'NOUN' || before?.pos === 'PROPN'
    ? other
      ? word
      : { ...word, pos: 'VERB', lemma }
    : word;
}

const MODAL = /^(?:will|would|can|could|may|might|must|shall|should|'ll)$/;

const TAKES_INFINITIVE =
  /^(?:want|plan|aim|hope|intend|need|promise|offer|refuse|decline|try|attempt|vow|pledge|threaten|claim|seek|wish)$/;

/** "Trump alleged on …", ", the company estimates.": the tagger takes some verbs for adjectives or nouns. */
function mendVerb(words: readonly Word[], word: Word, at: number): Word {
  const before = words[at - 1]?.pos ?? '';
  const after = words[at + 1];
  const past =
    word.pos === 'ADJ' &&
    /ed$/.test(word.folded) &&
    (/^(?:PROPN|PRON|AUX|ADV)$/.test(before) ||
      words[at - 1]?.lemma === 'have' ||
      (before === 'CCONJ' && after?.folded === 'that') ||
      (before === 'NOUN' && (!after || after.text === '.')));
  // "Marchetti, a former manager, claims that"
  const resumes =
    words[at - 1]?.folded === ',' &&
    words[0]?.pos === 'PROPN' &&
    (after?.folded === 'that' || /^(?:DET|NUM)$/.test(after?.pos ?? ''));
  const present =
    word.pos === 'NOUN' &&
    /s$/.test(word.folded) &&
    (/^(?:NOUN|PROPN|PRON|CCONJ|ADJ)$/.test(before) || resumes);
  const opens =
    /^(?:ADP|DET|PRON|PROPN|ADV|SCONJ)$/.test(after?.pos ?? '') || words[at - 1]?.lemma === 'have';
  const closes =
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

const verbOf = (folded: string) =>
  lemmasOf(folded, 'verb').find((form) => form !== folded && partsOf(form).includes('verb'));

/** "Ties between …": a dictionary word with the capital of a sentence's beginning is no name. */
function mendOpening(words: readonly Word[], word: Word, at: number): Word {
  const opens = at === 0 || words[at - 1]?.sentence !== word.sentence;
  if (!opens || word.pos !== 'PROPN' || words[at + 1]?.pos === 'PROPN' || !/^\p{Lu}\p{Ll}+$/u.test(word.text))
    return word;
  if (partsOf(word.folded).length === 0) return word;
  const lemma = lemmasOf(word.folded, 'noun').find(
    (form) => form !== word.folded && partsOf(form).includes('noun'),
  );
  return { ...word, pos: 'NOUN', lemma: lemma ?? word.lemma };
}
