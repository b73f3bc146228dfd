/** What counts as one of the things that a question asks for: "which sea" is met by the Caribbean. */
import { oncePer } from '../../once-per.ts';
import { oncePerKey } from '../../once-per-key.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import { type Lexeme, oncePerLexeme } from './lexeme.ts';

/** What counts as one of the things asked for. */
export type Sort = {
  readonly people: 'person' | 'organisation' | 'place' | undefined;
  /** Whether they are people, bodies, places, things made or languages: such have names, as a reason or a step has none. */
  readonly isNameable: boolean;
  /** Whether a folded word names one. */
  readonly holds: (folded: string) => boolean;
  /** The same of a word of the topic. */
  readonly isNamedBy: (word: Lexeme) => boolean;
  /** Whether a folded word names a place of another sort: a sea is no town. */
  readonly isOtherPlace: (folded: string) => boolean;
  /** Whether a folded word names a country, which is no town. */
  readonly isCountry: (folded: string) => boolean;
};

/** Nouns of these meanings are also met by the names of the file's people of that kind. */
const KINDS_OF_PEOPLE = [
  ['person', 'person'],
  ['organisation', 'organization'],
  ['place', 'location'],
] as const;

/** More than stand in what one question is held against. */
const MOST_WORDS = 20_000;

/** Whether one of a word's common meanings falls under a noun. */
export function isOfKind(folded: string, noun: string, wordnet: WordNet): boolean {
  const kinds = wordnet.kinds(folded);
  return wordnet.meanings(noun).some((meaning) => kinds.has(meaning));
}

/** Words for a town, folded. */
export const TOWN = /^(?:city|cities|town|towns|village|villages)$/;

/** What stands somewhere is a place as well: a hospital, somebody's home. */
const ANYWHERE = /^(?:places?|locations?|sites?|spots?)$/;
const PLACES = [
  'location',
  'building',
  'structure',
  'residence',
  'room',
  'container',
  'vehicle',
  'establishment',
];

/** "People" are many of them. */
const ANYBODY = /^(?:people|persons?|ppl)$/;

/** The sort that a folded noun asks for. */
export function sortOf(folded: string, wordnet: WordNet): Sort {
  const noun = ANYBODY.test(folded) ? 'person' : folded;
  const nouns = ANYWHERE.test(noun) ? PLACES : [noun];
  const wanted = new Set(nouns.flatMap((each) => wordnet.meanings(each)));
  const people = KINDS_OF_PEOPLE.find(([, kind]) => isOfKind(noun, kind, wordnet))?.[0];
  const holds = oncePerKey(
    (word: string) => word.length > 3 && !wanted.isDisjointFrom(wordnet.kinds(word)),
    MOST_WORDS,
  );
  const isNameable =
    people !== undefined || isOfKind(noun, 'artifact', wordnet) || isOfKind(noun, 'language', wordnet);
  const isCountry = (word: string) => isOfKind(word, 'country', wordnet);
  const isOtherPlace = (word: string) =>
    people === 'place' && isOfKind(word, 'location', wordnet) && !holds(word);
  return {
    people,
    isNameable,
    holds,
    isOtherPlace,
    isNamedBy: oncePerLexeme((word) => holds(word.folded)),
    isCountry,
  };
}

/** Somewhere, by any word for it. */
export const anywhere: (wordnet: WordNet) => Sort = oncePer((wordnet: WordNet) => sortOf('places', wordnet));
