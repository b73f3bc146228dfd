/** What the tagger takes for another part of speech, corrected by the words around. */
import { lemmasOf } from '../../../retrieval/lemmas.ts';
import { partsOf } from '../lexicon/senses.ts';
import { MODALS, SAME_IN_PAST } from '../lexicon/verb-forms.ts';
import { correctBetween, correctOnlyVerb } from './only-verb-correction.ts';
import {
  correctBare,
  correctBesideTo,
  correctGerund,
  correctIrregular,
  correctVerb,
} from './verb-tag-correction.ts';
import type { Word } from './words.ts';

/** The words with their parts of speech corrected. */
export function correctTags(words: readonly Word[]): readonly Word[] {
  return words
    .map((word, at) => correctName(words, word, at))
    .map((word, at, all) => correctThat(all, correctComparative(correctNoVerb(word)), at))
    .map((word, at, all) => correctIrregular(all, word, at))
    .map((word, at, all) => correctOpening(all, correctVerb(all, word, at), at))
    .map((word, at, all) => correctBesideTo(all, correctBetween(all, word, at), at))
    .map((word, at, all) => correctBare(all, correctGerund(all, word, at), at))
    .map((word, at, all) => correctCounted(all, correctBesideNumber(all, word, at), at))
    .map((word, at, all) => correctModifier(all, word, at))
    .map((word, at, all) => correctInPhrase(all, correctBehindArticle(all, word, at), at))
    .map((word, at, all) => correctOnlyVerb(all, word, at));
}

/** "Rory Fell", "the Sorrin Pass": a capital right behind a name. */
function correctName(words: readonly Word[], word: Word, at: number): Word {
  const isName = words[at - 1]?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(word.text) && !word.quoted;
  return isName && word.pos === 'VERB' ? { ...word, pos: 'PROPN', lemma: word.folded } : word;
}

/** "reed": what the dictionary knows as a noun and not as a verb. */
function correctNoVerb(word: Word): Word {
  if (word.pos !== 'VERB' || word.folded !== word.lemma || word.quoted) return word;
  const parts = partsOf(word.folded);
  return parts.includes('noun') && !parts.includes('verb') ? { ...word, pos: 'NOUN' } : word;
}

/** "dearer": what the dictionary knows as a form of an adjective alone. */
function correctComparative(word: Word): Word {
  if (word.pos !== 'NOUN' || !/er$/.test(word.folded) || partsOf(word.folded).includes('noun')) return word;
  const lemma = lemmasOf(word.folded, 'adj').find(
    (form) => form !== word.folded && partsOf(form).includes('adj'),
  );
  return lemma ? { ...word, pos: 'ADJ', lemma } : word;
}

/** "said that talks": before a plural or a name it opens a clause. */
function correctThat(words: readonly Word[], word: Word, at: number): Word {
  const after = words[at + 1];
  const isPlural = after?.pos === 'NOUN' && /s$/.test(after.folded) && after.folded !== after.lemma;
  const opens = isPlural || after?.pos === 'PROPN';
  return word.folded === 'that' && word.pos === 'DET' && opens && at > 0 ? { ...word, pos: 'SCONJ' } : word;
}

/** "Recalled packs can", "the recalled batches", "in stored reed", "86 carved posts": a participle before its noun. */
function correctModifier(words: readonly Word[], word: Word, at: number): Word {
  const noun = words[at + 1]?.pos === 'NOUN';
  const opens = at === 0 && words[at + 2]?.pos === 'AUX';
  const before = words[at - 1];
  const inPhrase = /^(?:DET|NUM)$/.test(before?.pos ?? '') || isPlainPreposition(before);
  // "having hired workers" is one verb.
  const isObject = before?.pos === 'VERB' && before.lemma !== 'have';
  const past = /ed$/.test(word.folded) && (opens || inPhrase || isObject);
  // "the patients' lead lawyer"
  const bare = word.folded === word.lemma && /^(?:'s|')$/.test(before?.folded ?? '');
  // "its managing director"
  const owned = /ing$/.test(word.folded) && /^(?:'s|'|its|his|her|their)$/.test(before?.folded ?? '');
  // "city-owned flats"
  const joined = /ed$/.test(word.folded) && before?.folded === '-';
  return word.pos === 'VERB' && noun && (past || bare || owned || joined) ? { ...word, pos: 'ADJ' } : word;
}

const isPlainPreposition = (word: Word | undefined) =>
  word?.pos === 'ADP' && /^(?:in|of|on|with|by|from|for|at)$/.test(word.folded);

/** "three breaches of": what is counted, and what stands behind another verb, is a noun. */
function correctCounted(words: readonly Word[], word: Word, at: number): Word {
  const before = words[at - 1];
  const counted = before?.pos === 'NUM';
  // "rejected calls from", "despite calls": behind another verb or a preposition.
  const held =
    before?.pos === 'VERB' || (before?.pos === 'ADP' && !/^(?:to|than|as|like)$/.test(before.folded));
  // "no payment details"
  const ended =
    before?.pos === 'NOUN' && words[at - 2]?.folded === 'no' && (words[at + 1]?.pos ?? 'PUNCT') === 'PUNCT';
  if (word.pos !== 'VERB' || !/s$/.test(word.folded) || word.quoted || !(counted || held || ended))
    return word;
  const lemma = lemmasOf(word.folded, 'noun').find(
    (form) => form !== word.folded && partsOf(form).includes('noun'),
  );
  return lemma ? { ...word, pos: 'NOUN', lemma } : word;
}

/** "block K", "the youngest aged 16", "was opened in 2019 and cost 11 million": words that the tagger misreads beside a number. */
function correctBesideNumber(words: readonly Word[], word: Word, at: number): Word {
  const next = words[at + 1];
  if (word.pos === 'VERB' && /^(?:\p{Lu}|\d+)$/u.test(next?.text ?? '') && next?.pos === 'PROPN')
    return { ...word, pos: 'NOUN' };
  if (word.folded === 'aged' && word.pos === 'NOUN' && next?.pos === 'NUM') return { ...word, pos: 'ADJ' };
  const amount = /^(?:about|around|some|roughly|nearly|almost|up)$/.test(next?.folded ?? '')
    ? words[at + 2]
    : next;
  const costs =
    /^costs?$/.test(word.folded) && word.pos === 'NOUN' && /^(?:NUM|SYM)$/.test(amount?.pos ?? '');
  return costs && /^(?:CCONJ|NOUN|VERB|PROPN)$/.test(words[at - 1]?.pos ?? '')
    ? { ...word, pos: 'VERB', lemma: 'cost' }
    : word;
}

/** "the shore", "the north stand": a bare form behind an article, with no noun of its own behind it. */
function correctBehindArticle(words: readonly Word[], word: Word, at: number): Word {
  // "a fine of", "the fine can"
  if (
    word.pos === 'ADJ' &&
    /^(?:the|an?)$/.test(words[at - 1]?.folded ?? '') &&
    (words[at + 1]?.folded === 'of' || MODALS.has(words[at + 1]?.folded ?? '')) &&
    partsOf(word.folded).includes('noun')
  )
    return { ...word, pos: 'NOUN' };
  if (word.pos !== 'VERB' || word.folded !== word.lemma || !partsOf(word.folded).includes('noun'))
    return word;
  // "the defence minister of": behind one thing, a bare form is no verb of it; "the bankruptcy cost" is.
  const single = ({ pos, folded, lemma }: Word) => pos === 'NOUN' && folded === lemma;
  const article = words
    .slice(0, at)
    .findLast((before) => !/^(?:ADJ|ADV|NUM)$/.test(before.pos) && !single(before));
  if (single(words[at - 1] ?? word) && SAME_IN_PAST.has(word.folded)) return word;
  const closes = /^(?:ADP|AUX|VERB|PUNCT|CCONJ)$/.test(words[at + 1]?.pos ?? 'PUNCT');
  return /^(?:the|an?)$/.test(article?.folded ?? '') && closes ? { ...word, pos: 'NOUN' } : word;
}

/** "under watch", "by its first power cut": a bare form behind a preposition or in a phrase of one. */
function correctInPhrase(words: readonly Word[], word: Word, at: number): Word {
  if (/^(?:who|which|that)$/.test(words[at - 1]?.folded ?? '')) return word;
  if (word.pos !== 'VERB' || word.folded !== word.lemma || !partsOf(word.folded).includes('noun'))
    return word;
  const before = words
    .slice(0, at)
    .findLastIndex(
      ({ pos, folded }) =>
        !/^(?:DET|ADJ|NOUN|NUM|PRON)$/.test(pos) && !/^(?:first|last|most|very)$/.test(folded),
    );
  const opening = words[before];
  const inPhrase = opening?.pos === 'ADP' && !/^(?:to|than|as|like)$/.test(opening.folded);
  const isSubject = words[at - 1]?.pos === 'NOUN' && words[at + 1]?.pos === 'VERB';
  return inPhrase || isSubject ? { ...word, pos: 'NOUN' } : word;
}

/** "Ties between …": a dictionary word with the capital of a sentence's beginning is no name. */
function correctOpening(words: readonly Word[], word: Word, at: number): Word {
  const opens = at === 0 || words[at - 1]?.sentence !== word.sentence;
  if (!opens || word.pos !== 'PROPN' || words[at + 1]?.pos === 'PROPN' || !/^\p{Lu}\p{Ll}+$/u.test(word.text))
    return word;
  if (partsOf(word.folded).length === 0) return word;
  const lemma = lemmasOf(word.folded, 'noun').find(
    (form) => form !== word.folded && partsOf(form).includes('noun'),
  );
  return { ...word, pos: 'NOUN', lemma: lemma ?? word.lemma };
}
