/** The words of a question: what may stand for each, and what part it plays. */
import { distance } from 'fastest-levenshtein';
import { keepAnswers } from '../../keep-answers.ts';
import { baseForm } from '../../retrieval/irregular-forms.ts';
import type { AnalysedQuestion, QuestionTerm } from '../../retrieval/question.ts';
import type { WordVectors } from '../../retrieval/word-vectors.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import type { Dossier } from '../dossier.ts';
import { isPlacedFocus } from './asked-slot.ts';
import { type Kin, kinOf } from './kinship.ts';
import { type Lexeme, oncePerLexeme } from './lexeme.ts';
import { newsroomWords } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { isMonth } from './times.ts';
import {
  DATE_NOUNS,
  GENERIC,
  LANGUAGE_NOUNS,
  LASTING,
  LENGTH_NOUNS,
  MEASURES,
  MONEY_WORDS,
  PERSON_NOUNS,
  PLACE_NOUNS,
  REASON_NOUNS,
  SPEECH,
  TIME_UNITS,
} from './vocabulary.ts';

/** A word of the question outside the names, and all that may stand for it. */
export type AskedTerm = QuestionTerm & {
  readonly kin: Kin;
  /** Whether a word of the topic is one of its kin, or the first of two. */
  readonly isKin: (word: Lexeme) => boolean;
  /** How like another word of the topic is by the company that they keep, 0..1. */
  readonly likeness: (word: Lexeme) => number;
  /** Those whose office it names, with how surely: presidents for "leader". */
  readonly holders: ReadonlyMap<string, number>;
  /** How rare it is in the language, 0..1. */
  readonly rarity: number;
  /** Whether it is a month or a year that the answer has to be of. */
  readonly dated: boolean;
  /** Whether it stands behind an article, as a noun. */
  readonly nominal: boolean;
  /** Whether it is a word for somebody: "wife", "reporter". */
  readonly namesPerson: () => boolean;
  /** For the thing asked for: which words and whose names are of its sort. */
  readonly sort?: Sort;
  /** `focus` names the thing asked for ("which judge"), `type` its type ("which month"), `generic` next to nothing. */
  readonly part: 'content' | 'focus' | 'type' | 'generic' | 'speech';
};

/** Whether a word of the question is one that an answer should speak of. */
export function isTelling({ part, stem }: AskedTerm): boolean {
  return part !== 'generic' && part !== 'type' && !/^\d/.test(stem);
}

/** What counts as one of the things asked for. */
export type Sort = {
  readonly people: 'person' | 'organisation' | 'place' | undefined;
  /** Whether a folded word names one. */
  readonly holds: (folded: string) => boolean;
  /** The same of a word of the topic. */
  readonly isNamedBy: (word: Lexeme) => boolean;
};

type Means = { readonly dossier: Dossier; readonly wordnet: WordNet; readonly vectors: WordVectors };

/** The words of a question outside the names of the topic's people. */
export function readTerms(
  question: AnalysedQuestion,
  { mentions, speakers }: { readonly mentions: readonly Mention[]; readonly speakers: readonly string[] },
  means: Means,
): readonly AskedTerm[] {
  const covered = (at: number) => mentions.some(({ from, to }) => at >= from && at < to);
  const reading = {
    focus: focusOf(question, covered),
    placed: isPlacedFocus(question),
    covered,
    lasting: question.kind === 'how-long',
    voiced: voicedIn(question, speakers),
  };
  return question.terms
    .filter(({ position }) => !covered(position) && !isPairedLater(question, position))
    .map((term) => readTerm(term, question, { reading, means }));
}

function readTerm(
  term: QuestionTerm,
  question: AnalysedQuestion,
  { reading, means }: { readonly reading: Reading; readonly means: Means },
): AskedTerm {
  const { dossier, wordnet, vectors } = means;
  const pair = pairAt(question, term.position);
  const kin = kinOf({ ...term, pair }, { wordnet, vectors, known: dossier.stems });
  const part = pair ? 'content' : partOf(term, question, reading, means);
  const sort = term.stem === reading.focus?.stem ? sortOf(term.folded, wordnet) : undefined;
  const nominal = isNominal(question, term, reading.covered);
  return {
    ...term,
    dated: isDated(question, term.position),
    nominal,
    kin,
    isKin: oncePerLexeme(({ stem }) => kin.words.has(stem) || kin.pairs.has(stem)),
    // "The president", "the two leaders" mean people by their office; "has been president" and "took office" tell of it.
    holders: nominal || term.folded.endsWith('s') ? holdersOf(kin, dossier) : new Map(),
    likeness: likenessTo(term, { vectors, isStrict: part === 'focus' && sort?.people !== undefined }),
    rarity: vectors.rarity(term.folded),
    part,
    namesPerson: () => isOfKind(term.folded, 'person', wordnet),
    ...(sort ? { sort } : {}),
  };
}

function holdersOf({ words }: Kin, { roles }: Dossier): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const [stem, ids] of roles) {
    const strength = words.get(stem);
    if (strength === undefined) continue;
    for (const id of ids) holders.set(id, Math.max(strength, holders.get(id) ?? 0));
  }
  return holders;
}

function likenessTo(
  { folded, stem }: QuestionTerm,
  { vectors, isStrict }: { readonly vectors: WordVectors; readonly isStrict: boolean },
): (word: Lexeme) => number {
  const own = vectors.numberOf(folded);
  return oncePerLexeme((word) => (word.stem === stem || isStrict ? 0 : cosine(own, word.vector, vectors)));
}

function cosine(one: number | undefined, other: number | undefined, vectors: WordVectors): number {
  return one === undefined || other === undefined ? 0 : Math.max(0, vectors.likeness(one, other));
}

const ARTICLE = /^(?:the|a|an|this|that|his|her|its|their|any)$/;

/** Behind an article, and the names between: "the Trump–Petro talks". */
function isNominal(
  { tokens }: AnalysedQuestion,
  { position, folded }: QuestionTerm,
  covered: (at: number) => boolean,
): boolean {
  let before = position - 1;
  while (covered(before)) before -= 1;
  return ARTICLE.test(tokens[before]?.folded ?? '') && !folded.endsWith('ing');
}

/** Words of saying ask for words only before "about": behind it they are what is spoken of. */
function voicedIn({ tokens, kind }: AnalysedQuestion, speakers: readonly string[]): Reading['voiced'] {
  const about = tokens.findIndex(({ folded }) => /^(?:about|to|on)$/.test(folded));
  const isVoiced = speakers.length > 0 || kind === 'quote' || kind === 'topic';
  return ({ position }) => isVoiced && (about < 0 || position < about);
}

/** "In March", "May 2025": not "did they march", "may they". */
function isDated({ tokens }: AnalysedQuestion, at: number): boolean {
  if (!isMonth(tokens[at]?.folded ?? '')) return false;
  const before = tokens[at - 1]?.folded ?? '';
  return (
    /^(?:in|since|of|last|this|next|until|till|by|before|after|on|early|late|mid|from|during|\d{1,2})$/.test(
      before,
    ) || /^\d/.test(tokens[at + 1]?.folded ?? '')
  );
}

/** Two words that say one thing: "back up", "take part". */
function pairAt({ tokens }: AnalysedQuestion, at: number): string | undefined {
  const pair = `${tokens[at]?.stem ?? ''} ${tokens[at + 1]?.stem ?? ''}`;
  return newsroomWords(pair).size > 0 ? pair : undefined;
}

function isPairedLater(question: AnalysedQuestion, at: number): boolean {
  return at > 0 && pairAt(question, at - 1) !== undefined;
}

/** Nouns of these meanings are also met by the names of the file's people of that kind. */
const KINDS_OF_PEOPLE = [
  ['person', 'person'],
  ['organisation', 'organization'],
  ['place', 'location'],
] as const;

/** More than stand in what one question is held against. */
const MOST_WORDS = 20_000;

function isOfKind(folded: string, noun: string, wordnet: WordNet): boolean {
  const kinds = wordnet.kinds(folded);
  return wordnet.meanings(noun).some((meaning) => kinds.has(meaning));
}

/** "People" are many of them. */
const ANYBODY = /^(?:people|persons?|ppl)$/;

function sortOf(folded: string, wordnet: WordNet): Sort {
  const noun = ANYBODY.test(folded) ? 'person' : folded;
  const wanted = new Set(wordnet.meanings(noun));
  const people = KINDS_OF_PEOPLE.find(([, kind]) => isOfKind(noun, kind, wordnet))?.[0];
  const holds = keepAnswers(
    (word: string) => word.length > 3 && !wanted.isDisjointFrom(wordnet.kinds(word)),
    MOST_WORDS,
  );
  return { people, holds, isNamedBy: oncePerLexeme((word) => holds(word.folded)) };
}

type Reading = {
  /** Whether a name stands there. */
  readonly covered: (at: number) => boolean;
  readonly focus: QuestionTerm | undefined;
  readonly placed: boolean;
  /** Whether the question is how long. */
  readonly lasting: boolean;
  /** Whether a term says that somebody speaks, rather than what of. */
  readonly voiced: (term: QuestionTerm) => boolean;
};

function partOf(
  term: QuestionTerm,
  question: AnalysedQuestion,
  { focus, placed, lasting, voiced }: Reading,
  { dossier, wordnet }: Omit<Means, 'vectors'>,
): AskedTerm['part'] {
  const isFocus = focus?.stem === term.stem;
  const isType = [DATE_NOUNS, PLACE_NOUNS, REASON_NOUNS, PERSON_NOUNS].some((nouns) => nouns.has(term.stem));
  if (isFocus && (LENGTH_NOUNS.has(term.stem) || TIME_UNITS.has(term.stem))) return 'type';
  if (isFocus && (isType || placed || MONEY_WORDS.has(term.stem) || LANGUAGE_NOUNS.has(term.stem)))
    return 'type';
  if (isMeasureWord(term, question)) return 'type';
  if (isMisspeltGeneric(term, { dossier, wordnet })) return 'generic';
  if (GENERIC.has(term.stem) || PERSON_NOUNS.has(term.stem)) return 'generic';
  if (lasting && LASTING.has(term.stem)) return 'generic';
  if (voiced(term) && SPEECH.has(term.stem)) return 'speech';
  return isFocus ? 'focus' : 'content';
}

/** "Fast" in "how fast was it" says which measure is wanted. */
function isMeasureWord({ position, folded }: QuestionTerm, { tokens }: AnalysedQuestion): boolean {
  return tokens[position - 1]?.folded === 'how' && MEASURES.has(folded);
}

/** The last of the words right after the question word: "strikes" in "how many boat strikes have there been". */
function focusOf(
  { focus, terms, kind, tokens }: AnalysedQuestion,
  covered: (at: number) => boolean,
): QuestionTerm | undefined {
  if (!focus || covered(focus.position) || !/^(?:how-many|which|what)$/.test(kind)) return undefined;
  const rest = terms.filter(({ position, role }) => position >= focus.position && role !== 'number');
  const unit = terms.find(
    ({ position, stem }) => TIME_UNITS.has(stem) && tokens[position - 1]?.folded === 'many',
  );
  if (unit) return unit;
  const broken = rest.findIndex(
    ({ position, folded }, at) => position !== (rest[0]?.position ?? 0) + at || isPastForm(folded),
  );
  return broken === 0 ? undefined : (broken < 0 ? rest : rest.slice(0, broken)).at(-1);
}

const isPastForm = (folded: string) =>
  /ed$/.test(folded) || (baseForm(folded) !== folded && !IRREGULAR_PLURAL.test(folded));
const IRREGULAR_PLURAL = /^(?:people|men|women|children|feet|teeth|mice|geese|\p{L}+ves)$/u;

/** "happend", "wich": a word that neither dictionary nor topic knows, and nearly one that carries nothing. */
function isMisspeltGeneric(
  { folded, stem }: QuestionTerm,
  { dossier, wordnet }: Omit<Means, 'vectors'>,
): boolean {
  if (stem.length < 4 || dossier.stems.has(stem) || wordnet.partsOf(folded).length > 0) return false;
  return [...GENERIC].some((word) => word[0] === stem[0] && distance(word, stem) <= 1);
}
