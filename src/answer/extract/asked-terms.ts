/** The words of a question: what may stand for each, and what part it plays. */
import type { AnalysedQuestion, QuestionTerm } from '../../retrieval/question.ts';
import type { WordVectors } from '../../retrieval/word-vectors.ts';
import type { Dossier } from '../dossier.ts';
import { lazily } from '../remember-last.ts';
import { type FoundIdiom, idiomsIn } from './idiom.ts';
import { isAlternative, isInPassing } from './in-passing.ts';
import { type Kin, kinOf } from './kinship.ts';
import { type Lexeme, oncePerLexeme } from './lexeme.ts';
import { newsroomWords } from './lexicon.ts';
import type { QuestionMeans } from './means.ts';
import type { Mention } from './mentions.ts';
import { isOfKind, type Sort, sortOf } from './sort.ts';
import { type Part, partOf, type QuestionReading, readWhole } from './term-part.ts';
import { isMonth } from './times.ts';
import { GENERIC, SPEECH } from './vocabulary.ts';

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
  /** Whether it is the name of a country or a city, or a word for one. */
  readonly namesPlace: () => boolean;
  /** Whether it is a short form of a body's name: "UN". */
  readonly namesBody: () => boolean;
  /** Whether no dictionary has it: a name, or slang. */
  readonly isUnheard: () => boolean;
  /** For the thing asked for: which words and whose names are of its sort. */
  readonly sort?: Sort;
  readonly part: Part;
};

/** Whether a word of the question is one that an answer should speak of. */
export function isTelling({ part, stem }: AskedTerm): boolean {
  return part !== 'generic' && part !== 'type' && !/^\d/.test(stem);
}

/** The words of a question outside the names of the topic's people. */
export function readTerms(
  question: AnalysedQuestion,
  named: { readonly mentions: readonly Mention[]; readonly speakers: readonly string[] },
  means: QuestionMeans,
): readonly AskedTerm[] {
  const reading = { ...readWhole(question, named), idioms: idiomsIn(question.tokens) };
  return question.terms
    .filter(({ position }) => !reading.covered(position) && !isPairedLater(question, position))
    .map((term) => readTerm(term, question, { reading, means }));
}

function readTerm(
  term: QuestionTerm,
  question: AnalysedQuestion,
  { reading, means }: { readonly reading: Reading; readonly means: QuestionMeans },
): AskedTerm {
  const { dossier, wordnet, vectors } = means;
  const pair = pairAt(question, term.position);
  const idiom = reading.idioms.find(({ at }) => at.includes(term.position));
  const own = idiom ? ownTerms(idiom, question) : [];
  const bearer = own[0]?.position;
  const general = kinOf({ ...term, pair }, { wordnet, vectors, known: dossier.stems });
  const kin = idiom && bearer === term.position ? withMeanings(general, idiom, own) : general;
  const isSpared =
    (bearer !== undefined && bearer !== term.position) ||
    isAlternative(term, question, reading) ||
    isInPassing(term, question, { kin, dossier });
  const part = pair ? 'content' : isSpared ? 'generic' : partOf(term, question, reading, means);
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
    namesPerson: lazily(() => isOfKind(term.folded, 'person', wordnet)),
    namesPlace: () => isOfKind(term.folded, 'location', wordnet),
    namesBody: () =>
      isOfKind(term.folded, 'organization', wordnet) && !isOfKind(term.folded, 'person', wordnet),
    isUnheard: () => term.role !== 'number' && wordnet.partsOf(term.folded).length === 0,
    ...(sort ? { sort } : {}),
  };
}

type Reading = QuestionReading & { readonly idioms: readonly FoundIdiom[] };

const EMPTY = GENERIC.union(SPEECH);

/** The words of a turn of phrase that say something of their own; the first stands for all of it. */
function ownTerms({ at }: FoundIdiom, { terms }: AnalysedQuestion): readonly QuestionTerm[] {
  return terms.filter(({ position, stem }) => at.includes(position) && !EMPTY.has(stem));
}

/** How surely a word stands for a turn of phrase. */
const BY_IDIOM = 0.85;

function withMeanings({ words, pairs }: Kin, { meanings }: FoundIdiom, own: readonly QuestionTerm[]): Kin {
  const more = new Map(words);
  for (const stem of [...meanings, ...own.map((term) => term.stem)])
    more.set(stem, Math.max(BY_IDIOM, more.get(stem) ?? 0));
  return { words: more, pairs };
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
