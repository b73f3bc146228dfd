/** Text → words with their parts of speech: what every rule of the verifier reads. */
import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction, type WinkMethods } from 'wink-nlp';
import { oncePerKey } from '../../../once-per-key.ts';
import { baseForm } from '../../../retrieval/irregular-forms.ts';
import { phraseOf } from '../lexicon/particles.ts';
import { quotedRanges } from './quotations.ts';
import { correctTags } from './tag-correction.ts';

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
  /** Counted from 0; a semicolon ends one, a full stop inside a quotation does not. */
  readonly sentence: number;
  /** Where it starts in the text, in UTF-16 units. */
  readonly start: number;
};

/** A stretch of words as they are written: a name, a date. `to` is the index of the first word behind it. */
export const textOf = (
  words: readonly Word[],
  { from, to }: { readonly from: number; readonly to: number },
) =>
  words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

/** Whether a text has a word outside of its quotations. */
export const hasWord = ({ words }: { readonly words: readonly Word[] }, wanted: string) =>
  words.some(({ folded, quoted }) => !quoted && folded === wanted);

/** The mark of "Petro's" and "the teachers'". */
export const isPossessiveMark = (word: Word | undefined) => word?.folded === "'s" || word?.folded === "'";

// The tagger's model takes a quarter of a second to load: not before the first claim.
let tagger: WinkMethods | undefined;
const loadTagger = () => (tagger ??= winkNLP({ ...model, addons }, ['sbd', 'pos']));

/** Its stemmer takes longer than the rest of its work. */
const MOST_STEMS = 20_000;
const addons = {
  ...model.addons,
  stem: oncePerKey(model.addons.stem as (word: string) => string, MOST_STEMS),
};

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
  for (const token of tokensOf(spaceStops(spaceHyphens(plain)))) {
    const start = Math.max(plain.indexOf(token.text, from), from);
    from = start + token.text.length;
    const inside = quoted.some((range) => start > range.open && start < range.close);
    const previous = words.at(-1);
    if (previous && !previous.quoted && /^[.!?…;]$/.test(previous.text)) sentence += 1;
    words.push({ ...token, index: words.length, quoted: inside, sentence, start });
  }
  const corrected = correctTags(words);
  const joined = corrected.map((word, at) => joinParticle(corrected, word, at));
  return joined.map((word, at) => (isJoined(joined[at - 1], word) ? { ...word, pos: 'PART' } : word));
}

/** The "place" of "took place": of itself it names nothing. */
const isJoined = (before: Word | undefined, { pos, folded }: Word) =>
  pos === 'NOUN' && before?.phrase === `${before?.lemma} ${folded}`;

/** "put off", "look into", "do away with". */
function joinParticle(words: readonly Word[], word: Word, at: number): Word {
  const next = words[at + 1];
  if (!/^(?:VERB|AUX)$/.test(word.pos) || !next) return word;
  const phrase = phraseOf(word.lemma, next.folded, words[at + 2]?.folded);
  return phrase === undefined ? word : { ...word, phrase };
}

/** "pro-Palestinian" is compared by its parts, like "drug-smuggling"; "e-mail" is one word. */
const spaceHyphens = (text: string) => text.replace(/(?<=\p{L})(?<!\b[Ee])-(?=\p{L})/gu, ' - ');

/** "fell ill." is not short for Illinois. */
const spaceStops = (text: string) => text.replace(/(?<=(?<![\p{L}.])\p{Ll}{2,})\.(?=\s+\p{Lu}|$)/gu, ' .');

/** The tokens of a text as the tagger sees them: asking each token for its properties would take twice as long. */
function tokensOf(text: string) {
  const { its, readDoc } = loadTagger();
  const tokens = readDoc(text).tokens();
  const lemmas = tokens.out(itsWord(its.lemma));
  const stems = tokens.out(itsWord(its.stem));
  const parts = tokens.out(its.pos);
  return tokens.out().map((surface, at) => {
    const pos = posOf(surface, parts[at] ?? '');
    const folded = fold(surface)
      .replace(/^e-(?=mail)/, 'e')
      .replace(/^n't$/, 'not');
    return {
      text: surface,
      folded,
      lemma: lemmaOf(folded, pos, fold(lemmas[at] ?? '').replace(/^e-(?=mail)/, 'e')),
      stem: fold(stems[at] ?? ''),
      pos,
    };
  });
}

/** The tagger keeps some irregular forms as they are: "forbidden", "left". */
const lemmaOf = (folded: string, pos: string, lemma: string) =>
  pos !== 'VERB' ? lemma : lemma === folded ? baseForm(folded) : withSilentE(folded, lemma);

/** "spared" is of "spare": of "spar" it would be "sparred". */
const withSilentE = (folded: string, lemma: string) =>
  SHORT.test(lemma) && (folded === `${lemma}ed` || folded === `${lemma}ing`) ? `${lemma}e` : lemma;

/** One syllable that ends in a vowel and a consonant, which an ending would double. */
const SHORT = /^[^aeiou]*[aeiou][^aeiouwxy]$/;

/** The package declares the third argument of these two differently from how it calls them. */
const itsWord = (its: unknown) => its as ItsFunction<string>;

/** The tagger calls letters that it does not know "X", and capitals in the middle of a sentence nouns. */
function posOf(surface: string, pos: string): string {
  if (/^(?:according|including|regarding|concerning|following|despite|amid)$/i.test(surface)) return 'ADP';
  if (surface === 'May' && pos === 'NOUN') return 'PROPN';
  if (/^\p{L}/u.test(surface) && pos === 'X') return /^\p{Ll}/u.test(surface) ? 'NOUN' : 'PROPN';
  return pos;
}
