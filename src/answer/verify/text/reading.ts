/** A text as the rules read it: its words, names, clauses and roles. */
import { type Clause, splitClauses } from './clauses.ts';
import { findMentions, type Mention, type NameBook } from './names.ts';
import { type Predicate, readRoles } from './roles.ts';
import { correctTags } from './tag-correction.ts';
import { readWords, type Word } from './words.ts';

/** A text with what was read in it, in the order of the text. */
export type Reading = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  readonly clauses: readonly Clause[];
  readonly predicates: readonly Predicate[];
};

/** "Dole said", "Fell lost his job": a name that the tagger takes for a verb. */
const isListed = ({ index, text, pos }: Word, mentions: readonly Mention[]) =>
  /^(?:VERB|ADJ|ADV|ADP)$/.test(pos) &&
  /^\p{Lu}/u.test(text) &&
  mentions.some(({ from, to, ids }) => ids.size > 0 && index >= from && index < to);

/** Reads a text with the names of a topic. */
export function readText(text: string, book: NameBook): Reading {
  const tagged = readWords(text);
  const mentions = findMentions(tagged, book);
  const named = tagged.map((word) => (isListed(word, mentions) ? { ...word, pos: 'PROPN' } : word));
  // A verb is told by the name before it: "Fell claims".
  const words = named.some((word, at) => word !== tagged[at]) ? correctTags(named) : tagged;
  const clauses = splitClauses(words);
  return { text, words, mentions, clauses, predicates: readRoles(clauses, mentions) };
}
