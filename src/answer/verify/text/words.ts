/** Text → words with their parts of speech: what every rule of the verifier reads. */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp';
import { baseForm } from '../../../retrieval/irregular-forms.ts';
import { lemmasOf } from '../../../retrieval/lemmas.ts';
import { isPhrasal, partsOf } from '../lexicon/senses.ts';
import { isSpeechVerb } from '../lexicon/speech.ts';
import { quotedRanges } from './quotations.ts';

/** A word or mark of a text. */
export type Word = {
  /** Its place among the words of the text. */
  readonly index: number;
  readonly text: string;
  /** Lower case, without accents; the possessive mark is a word of its own. */
  readonly folded: string;
  readonly lemma: string;
  /** A verb with the particle behind it, where the dictionary lists the two as one: "put off". */
  readonly phrase?: string;
  readonly stem: string;
  /** Universal part of speech: NOUN, VERB, PROPN … */
  readonly pos: string;
  /** Inside quote marks. */
  readonly quoted: boolean;
  /** Counted from 0; a full stop inside a quotation ends no sentence. */
  readonly sentence: number;
  /** Where it starts in the text, in UTF-16 units. */
  readonly start: number;
};

// The tagger's model takes a quarter of a second to load: not before the first claim.
let tagger: WinkMethods | undefined;
const loadTagger = () => (tagger ??= winkNLP(model, ['sbd', 'pos']));

/** Lower case without accents or a Latin letter's marks. */
export const fold = (text: string) =>
  ASCII.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Most words, which are spared the slow way. */
const ASCII = /^[\x20-\x7e]*$/;

/** The words of a text, in order. */
export function readWords(text: string): readonly Word[] {
  const plain = text.replace(/[’ʼ]/g, "'").replace(/(?<=\p{L})[‐‑–/-](?=\p{L})/gu, '-');
  const quoted = quotedRanges(text);
  const words: Word[] = [];
  let from = 0;
  let sentence = 0;
  for (const token of tokensOf(spaceHyphens(plain))) {
    const start = Math.max(plain.indexOf(token.text, from), from);
    from = start + token.text.length;
    const inside = quoted.some((range) => start > range.open && start < range.close);
    const previous = words.at(-1);
    if (previous && !previous.quoted && /^[.!?…]$/.test(previous.text)) sentence += 1;
    words.push({ ...token, index: words.length, quoted: inside, sentence, start });
  }
  const mended = words
    .map((word, at) => mendOpening(words, mendVerb(words, word, at), at))
    .map((word, at, all) => mendBesideTo(all, word, at))
    .map((word, at, all) => mendInPhrase(all, word, at))
    .map((word, at, all) => mendOnlyVerb(all, word, at));
  return mended.map((word, at) => joinParticle(mended, word, at));
}

const PARTICLE =
  /^(?:up|down|out|off|on|over|in|back|away|apart|through|into|forward|aside|together|after|about|around|across|along|behind|upon|by|at|with|for|to|rid)$/;

/** "put off", "look into", "do away with". */
function joinParticle(words: readonly Word[], word: Word, at: number): Word {
  const next = words[at + 1];
  if (!/^(?:VERB|AUX)$/.test(word.pos) || !next || !PARTICLE.test(next.folded)) return word;
  const one = `${word.lemma} ${next.folded}`;
  const phrase = [one, `${one} ${words[at + 2]?.folded}`].find(isPhrasal);
  return phrase === undefined ? word : { ...word, phrase };
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

/** "Dorrin supplies gas": where nothing else in the sentence is a verb. */
function mendOnlyVerb(words: readonly Word[], word: Word, at: number): Word {
  if (word.pos !== 'NOUN' || !/s$/.test(word.folded) || !/^(?:PROPN|NOUN)$/.test(words[at - 1]?.pos ?? ''))
    return word;
  const lemma = verbOf(word.folded);
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
  const rest = words.slice(at + 3);
  const end = rest.findIndex(({ folded }) => /^[,;.]$/.test(folded));
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
  const present =
    word.pos === 'NOUN' && /s$/.test(word.folded) && /^(?:NOUN|PROPN|PRON|CCONJ|ADJ)$/.test(before);
  const opens =
    /^(?:ADP|DET|PRON|PROPN|ADV|SCONJ)$/.test(after?.pos ?? '') || words[at - 1]?.lemma === 'have';
  const closes =
    !after ||
    /^[.]$/.test(after.text) ||
    after.folded === 'that' ||
    after.pos === 'DET' ||
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

/** "pro-Palestinian" is compared by its parts, like "drug-smuggling". */
const spaceHyphens = (text: string) => text.replace(/(?<=\p{L})-(?=\p{L})/gu, ' - ');

/** The tokens of a text as the tagger sees them: asking each token for its properties would take twice as long. */
function tokensOf(text: string) {
  const { its, readDoc } = loadTagger();
  const tokens = readDoc(text).tokens();
  const lemmas = tokens.out(itsWord(its.lemma));
  const stems = tokens.out(itsWord(its.stem));
  const parts = tokens.out(its.pos);
  return tokens.out().map((surface, at) => {
    const pos = posOf(surface, parts[at] ?? '');
    const folded = fold(surface);
    return {
      text: surface,
      folded,
      lemma: lemmaOf(folded, pos, fold(lemmas[at] ?? '')),
      stem: fold(stems[at] ?? ''),
      pos,
    };
  });
}

/** The tagger keeps some irregular forms as they are: "forbidden", "left". */
const lemmaOf = (folded: string, pos: string, lemma: string) =>
  pos === 'VERB' && lemma === folded ? baseForm(folded) : lemma;

/** The package declares the third argument of these two differently from how it calls them. */
const itsWord = (its: unknown) => its as ItsFunction<string>;

/** The tagger calls letters that it does not know "X", and capitals in the middle of a sentence nouns. */
function posOf(surface: string, pos: string): string {
  if (/^(?:according|including|regarding|concerning|following|despite|amid)$/i.test(surface)) return 'ADP';
  if (surface === 'May' && pos === 'NOUN') return 'PROPN';
  if (/^\p{L}/u.test(surface) && pos === 'X') return /^\p{Ll}/u.test(surface) ? 'NOUN' : 'PROPN';
  return pos;
}
