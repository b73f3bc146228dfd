/** "And when?", "did he deny it?": the full questions that a follow-up may stand for. */
import { analyseQuestion, type QuestionTerm } from '../retrieval/question.ts';
import type { Dossier } from './dossier.ts';
import { findMentions } from './extract/mentions.ts';
import { asksForAll } from './extract/overview.ts';
import { plainly } from './extract/phrasing.ts';
import { GENERIC } from './extract/vocabulary.ts';
import type { Turn } from './thread.ts';

const LEAD = /^(?:and|but|so|ok(?:ay)?|then|well|also|what about|how about|hm+|oh)\b[\s,]*/iu;
const PERSONAL = /\b(?:he|him|his|she|her|hers)\b/giu;
const PLURAL = /\b(?:they|them|their|theirs)\b/giu;
const PRONOUN = new RegExp(`${PERSONAL.source}|${PLURAL.source}`, 'iu');
const POINTING = /\b(?:it|its|that|this|those|these)\b/iu;

/** People that a pronoun is tried on: those named last come first. */
const ANTECEDENTS = 4;

/** A reading of what was asked. */
export type FullQuestion = {
  readonly text: string;
  /** The part of it that the user typed, which an answer must meet by itself. */
  readonly own?: string;
  /** Whether it makes no sense without the conversation. */
  readonly needsContext?: boolean;
};

/**
 * Readings of a question within its conversation, the question itself first. Only itself where it names people of its
 * own or says enough to stand alone.
 */
export function fullQuestions(
  text: string,
  turns: readonly Turn[],
  dossier: Dossier,
): readonly FullQuestion[] {
  const last = turns.at(-1);
  if (!last) return [{ text }];
  const bare = text.replace(LEAD, '').trim();
  const pronouns = PRONOUN.test(bare);
  if (standsAlone(bare, { pronouns, dossier, led: bare !== text })) return [{ text }];
  const named = pronouns ? antecedents(last, dossier).map((name) => ({ text: withName(bare, name) })) : [];
  const inherited = inheritKind(bare, last);
  // What "and why?" finds by itself is about anything but the question that was declined.
  const isLost = last.citations.length === 0 && (pronouns || ownTerms(bare).length === 0);
  return [
    { text, ...(named.length > 0 || isLost ? { needsContext: true } : {}) },
    ...named,
    { text: `${bare} ${contentOf(last.question)}`, own: bare },
    ...(inherited === undefined ? [] : [{ text: inherited }]),
  ];
}

type Look = { readonly pronouns: boolean; readonly dossier: Dossier; readonly led: boolean };

function standsAlone(bare: string, { pronouns, dossier, led }: Look): boolean {
  if (pronouns || POINTING.test(bare)) return false;
  const question = analyseQuestion(bare);
  // "What happened?" may well be what happened to those just spoken of.
  if (asksForAll(analyseQuestion(plainly(bare))) && !/\bhappened\b/iu.test(bare)) return true;
  if (led) return false;
  return findMentions(question.tokens, dossier).length > 0 || ownTerms(bare).length > 1;
}

/** Words that say what is asked about. */
function ownTerms(question: string): readonly QuestionTerm[] {
  return analyseQuestion(question).terms.filter(({ stem }) => !GENERIC.has(stem));
}

/** Those whom the last question named, then those whose word its answer was, then whom it was about. */
function antecedents({ question, citations }: Turn, dossier: Dossier): readonly string[] {
  const asked = findMentions(analyseQuestion(question).tokens, dossier).flatMap(({ ids }) => ids);
  const facts = citations.flatMap((id) => dossier.facts.get(id) ?? []);
  const voices = facts.flatMap(({ attributedTo }) => attributedTo ?? []);
  const ids = [...asked, ...voices, ...facts.flatMap(({ about }) => about)];
  const people = [...new Set(ids)].flatMap((id) => dossier.people.get(id) ?? []);
  return people
    .filter(({ kind }) => kind !== 'place')
    .slice(0, ANTECEDENTS)
    .map(({ name }) => name);
}

function withName(text: string, name: string): string {
  return text
    .replace(/\b(?:his|her|hers|their|theirs)\b/giu, `${name}'s`)
    .replace(PERSONAL, name)
    .replace(PLURAL, name);
}

/** Names and telling words of a question, without how it was put. */
function contentOf(question: string): string {
  return analyseQuestion(question)
    .terms.map(({ surface }) => surface)
    .join(' ');
}

/** "And the next round?" after "When did the talks end?" asks when. */
function inheritKind(bare: string, { question }: Turn): string | undefined {
  if (analyseQuestion(bare).kind !== 'topic') return undefined;
  const asked = /^\W*(?:who|whom|when|where|why|how (?:many|much|long)|what|which)\b/iu.exec(question)?.[0];
  return asked && `${asked} ${bare}`;
}
