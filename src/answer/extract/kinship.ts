/** How surely a word of a fact stands for a word of the question: its own form, a newsroom word, or a near relation. */
import { slipsBetween } from '../../retrieval/slips.ts';
import { isFunctionWord } from '../../retrieval/stop-words.ts';
import { stemOf, type Token } from '../../retrieval/tokens.ts';
import type { WordVectors } from '../../retrieval/word-vectors.ts';
import type { Relation, WordNet } from '../../retrieval/wordnet.ts';
import { newsroomWords, wordsOfSameMeaning } from './lexicon.ts';

/** Stems that may stand for a term, with how surely, 0..1. */
export type Kin = {
  readonly words: ReadonlyMap<string, number>;
  /** The same for two stems in a row: by the first, then by the second. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

const NEWSROOM = 0.8;
const SAME_MEANING = 0.9;
/** Only common senses count, and less with each: rare senses join words that no reader would. */
const SENSES: Readonly<Record<Relation, readonly number[]>> = {
  synonym: [0.85, 0.75, 0.35],
  family: [0.95, 0.9, 0.7],
  similar: [0.35],
  broader: [0.3, 0.25],
  narrower: [0.5],
  consequence: [0.5],
  opposite: [],
};

type Word = { readonly folded: string; readonly stem: string; readonly pair?: string | undefined };
type Means = {
  readonly wordnet: WordNet;
  readonly vectors: WordVectors;
  readonly known: ReadonlyMap<string, number>;
};

/** The kin of a question's word; for a word that neither dictionary nor topic knows, what it may be a slip for. */
export function kinOf(term: Word, { wordnet, vectors, known }: Means): Kin {
  const general = generalKin(term, { wordnet, vectors });
  if (general.isKnown || known.has(term.stem)) return general;
  const words = new Map(general.words);
  for (const stem of slipsFor(term.stem, known)) words.set(stem, SLIP);
  return { words, pairs: general.pairs };
}

type GeneralKin = Kin & { readonly isKnown: boolean };

/** Kin that hold in every topic, kept for the words asked last. */
const kept = new Map<string, GeneralKin>();
const MOST_KEPT = 5000;

function generalKin(term: Word, means: Omit<Means, 'known'>): GeneralKin {
  const key = `${term.folded}|${term.pair ?? ''}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const made = makeKin(term, means);
  kept.set(key, made);
  return made;
}

function makeKin(term: Word, { wordnet, vectors }: Omit<Means, 'known'>): GeneralKin {
  const words = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  const offer = (stem: string, strength: number) => {
    const [first = '', ...rest] = stem.split(' ');
    const map = rest.length === 0 ? words : (pairs.get(first) ?? new Map<string, number>());
    if (rest.length > 0) pairs.set(first, map);
    const last = rest.length === 0 ? first : rest.join(' ');
    if (strength > (map.get(last) ?? 0)) map.set(last, strength);
  };
  const related = wordnet.related(term.folded);
  const hasMany = related.filter(({ relation }) => relation === 'narrower').length > MANY_KINDS;
  for (const { word, relation, sense } of related) {
    const strength = SENSES[relation][sense] ?? 0;
    const isLeftOut = (relation === 'narrower' && hasMany) || isStray(term.folded, word, vectors);
    if (strength > 0 && isTelling(word) && !isLeftOut) offer(word.split(' ').map(stemOf).join(' '), strength);
  }
  for (const stem of cousinsOf(related, wordnet)) offer(stem, COUSIN);
  for (const word of newsroomWords(term.pair ?? term.stem)) offer(word, NEWSROOM);
  for (const word of wordsOfSameMeaning(term.pair ?? term.stem)) offer(word, SAME_MEANING);
  offer(term.pair ?? term.stem, 1);
  return { words, pairs, isKnown: related.length > 0 || term.pair !== undefined };
}

/** Nouns of one verb: "intruder" and "intrusion". */
const COUSIN = 0.75;
/** Senses whose verbs are followed. */
const COMMON = 2;

function cousinsOf(related: ReturnType<WordNet['related']>, wordnet: WordNet): readonly string[] {
  const verbs = related.filter(
    ({ relation, pos, sense }) => relation === 'family' && pos === 'verb' && sense < COMMON,
  );
  return [...new Set(verbs.map(({ word }) => word))].flatMap((verb) =>
    wordnet
      .related(verb)
      .filter(({ relation, pos, sense }) => relation === 'family' && pos === 'noun' && sense < COMMON)
      .map(({ word }) => stemOf(word)),
  );
}

/** Words that never keep the same company are joined by a meaning that hardly anybody means: "married" and "tied". */
function isStray(one: string, other: string, vectors: WordVectors): boolean {
  const [from, to] = [vectors.numberOf(one), vectors.numberOf(other)];
  return from !== undefined && to !== undefined && vectors.likeness(from, to) < 0;
}

/** "Have" and "get" stand for so much that they tell nothing. */
function isTelling(word: string): boolean {
  return !isFunctionWord(word) && !EMPTY.test(word);
}

const EMPTY = /^(?:get|take|make|give|go|come|hold|put|set|place|see|keep|run|look|say|thing|part|act)$/;
/** The narrower words of a word with more of them than this are too many kinds of things. */
const MANY_KINDS = 40;
const SLIP = 0.9;

/** Stems of the topic that the word is one typing slip away from, two for long words. */
function slipsFor(stem: string, known: ReadonlyMap<string, number>): readonly string[] {
  if (stem.length < 4 || /\d/.test(stem)) return [];
  const allowed = stem.length < 7 ? 1 : 2;
  return [...known.keys()].filter(
    (other) =>
      other[0] === stem[0] &&
      Math.abs(other.length - stem.length) <= allowed &&
      slipsBetween(other, stem) <= allowed,
  );
}

/** "The call" is less surely meant by "called" than by "call", and "support" not by "supporters". */
const VERB_FOR_NOUN = 0.8;
const DOER_FOR_DEED = 0.4;

/** How surely a word stands for a term by itself, 0..1. */
export function kinshipOf({ kin }: { readonly kin: Kin }, { stem }: { readonly stem: string }): number {
  return kin.words.get(stem) ?? 0;
}

type Sought = { readonly kin: Kin; readonly nominal: boolean; readonly folded: string };

/**
 * The best that any word, or any two words in a row, of a text can do for a term. Words of names (by their place in
 * the text) only stand for themselves: the White House is no house.
 */
export function strengthIn(sought: Sought, tokens: readonly Token[], inNames?: ReadonlySet<number>): number {
  const { words, pairs } = sought.kin;
  let best = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const known = token && words.get(token.stem);
    if (known === undefined && pairs.size === 0) continue;
    const strength = known ? known * formShare(sought, token, tokens[at - 1]) : 0;
    const pair = pairs.get(token?.stem ?? '')?.get(tokens[at + 1]?.stem ?? '') ?? 0;
    if (strength < 1 && inNames?.has(at)) continue;
    best = Math.max(best, strength, pair);
  }
  return best;
}

const DOER = /(?:er|or)s?$/;

function formShare({ nominal, folded }: Sought, token: Token, before: Token | undefined): number {
  if (nominal && folded === token.folded)
    return /^(?:is|are|was|were|been|be)$/.test(before?.folded ?? '') ? VERB_FOR_NOUN : 1;
  if (DOER.test(token.folded) && !DOER.test(folded) && token.folded.startsWith(folded.slice(0, 4)))
    return DOER_FOR_DEED;
  return nominal && /(?:ed|ing)$/.test(token.folded) ? VERB_FOR_NOUN : 1;
}
