/** A text as the rules read it: its words, names, clauses and roles. */
import { type Clause, splitClauses } from './clauses.ts';
import { findMentions, type Mention, type NameBook } from './names.ts';
import { type Predicate, readRoles } from './roles.ts';
import { readWords, type Word } from './words.ts';

export type Reading = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  readonly clauses: readonly Clause[];
  readonly predicates: readonly Predicate[];
};

/** Reads a text with the names of a topic. */
export function readText(text: string, book: NameBook): Reading {
  const words = readWords(text);
  const mentions = findMentions(words, book);
  const clauses = splitClauses(words);
  return { text, words, mentions, clauses, predicates: readRoles(clauses, mentions) };
}
