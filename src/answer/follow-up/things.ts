/** What "it" and "they" mean where they are nobody: "the letter", "relations". */
import { type AnalysedQuestion, analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions } from '../extract/mentions.ts';
import { GENERIC, SPEECH } from '../extract/vocabulary.ts';
import type { Turn } from '../thread.ts';
import { namedIn } from './antecedents.ts';

const IT = /\bit\b(?! (?:true|that)\b)/iu;
const THEY = /\b(?:they|them)\b/iu;
const DETERMINER =
  /^(?:the|an?|any|some|this|that|these|those|his|her|its|their|s|no|other|much|which|what)$/;

export type Thing = {
  readonly phrase: string;
  /** Where it begins in the question. */
  readonly at: number;
  /** Whether an article stands before it. */
  readonly isMeant: boolean;
  /** Of its last word. */
  readonly stem: string;
};

/** "When is the report due?": how a thing is. */
const STATE = /^(?:due|open|shut|closed|ready|available|safe|dead)$/;

/** Things that a pronoun is tried on. */
const TRIED = 2;

/** The text with a thing of the last question for its pronoun, the likeliest first; none where it has none or none fits. */
export function withThings(text: string, { question }: Turn, dossier: Dossier): readonly string[] {
  const asked = analyseQuestion(question);
  const things = thingsIn(asked, dossier);
  const [pronoun, isMany] = IT.test(text) ? [IT, false] : [THEY, true];
  if (!pronoun.test(text)) return [];
  const own = new Set(analyseQuestion(text).terms.map(({ stem }) => stem));
  const fitting = things.filter(({ phrase, stem }) => isPlural(phrase) === isMany && !own.has(stem));
  const places = isMany ? [] : namedIn(question, dossier).filter(({ kind }) => kind === 'place');
  const names = [...fitting.map(({ phrase }) => `the ${phrase}`), ...places.map(({ name }) => name)];
  return names.slice(0, TRIED).map((name) => text.replace(pronoun, name));
}

const isPlural = (phrase: string) => /(?:[^s]s|people|men|women|children|police|staff)$/iu.test(phrase);

/** Noun phrases of a question but for names, those that an article stands before first. */
export function thingsIn(question: AnalysedQuestion, dossier: Dossier): readonly Thing[] {
  const { tokens, terms, text } = question;
  const named = findMentions(tokens, dossier);
  const isMeantAt = (at: number) => DETERMINER.test(tokens[at - 1]?.folded ?? '');
  const nouns = new Map(
    terms
      .filter(
        ({ role, stem, folded, position }) =>
          role === 'word' &&
          !STATE.test(folded) &&
          (isMeantAt(position) || !(SPEECH.has(stem) || GENERIC.has(stem))),
      )
      .filter(({ position }) => !named.some(({ from, to }) => position >= from && position < to))
      .map((term) => [term.position, term]),
  );
  const phrases = [...nouns.values()].flatMap((head) => {
    if (nouns.has(head.position + 1)) return [];
    const first = nouns.get(head.position - 1) ?? head;
    const phrase = text.slice(first.start, head.start + head.surface.length);
    const isMeant = isMeantAt(first.position);
    return isMeant || isPlural(phrase) ? [{ phrase, at: first.start, isMeant, stem: head.stem }] : [];
  });
  return phrases.toSorted((a, b) => Number(b.isMeant) - Number(a.isMeant));
}

/** "And the final one?" after a question about an interim report: the final report. */
export function withHeads(text: string, { question }: Turn, dossier: Dossier): string {
  const [thing] = thingsIn(analyseQuestion(question), dossier);
  const head = thing?.phrase.split(' ').at(-1);
  return head === undefined ? text : text.replace(ONE, `$1 ${head}`);
}

/** "The final one", "a bigger one"; "the one" is somebody. */
const ONE = /\b((?:the|an?|any|which) \p{L}+) ones?\b/giu;
