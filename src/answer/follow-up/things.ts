/** What "it" and "they" mean where they are nobody: "the letter", "relations". */
import { type AnalysedQuestion, analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions } from '../extract/mentions.ts';
import { GENERIC, SPEECH } from '../extract/vocabulary.ts';
import type { Turn } from '../thread.ts';

const IT = /\bit\b(?! (?:true|that)\b)/iu;
const THEY = /\b(?:they|them)\b/iu;
const DETERMINER = /^(?:the|an?|any|some|this|that|these|those|his|her|its|their|s|no|other)$/;

export type Thing = {
  readonly phrase: string;
  /** Where it begins in the question. */
  readonly at: number;
  /** Whether an article stands before it. */
  readonly isMeant: boolean;
  /** Of its last word. */
  readonly stem: string;
};

/** Things that a pronoun is tried on. */
const TRIED = 2;

/** The text with a thing of the last question for its pronoun, the likeliest first; none where it has none or none fits. */
export function withThings(text: string, { question }: Turn, dossier: Dossier): readonly string[] {
  const [pronoun, isMany] = IT.test(text) ? [IT, false] : [THEY, true];
  if (!pronoun.test(text)) return [];
  const own = new Set(analyseQuestion(text).terms.map(({ stem }) => stem));
  return thingsIn(analyseQuestion(question), dossier)
    .filter(({ phrase, stem }) => isPlural(phrase) === isMany && !own.has(stem))
    .slice(0, TRIED)
    .map(({ phrase }) => text.replace(pronoun, `the ${phrase}`));
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
        ({ role, stem, position }) =>
          role === 'word' && (isMeantAt(position) || !(SPEECH.has(stem) || GENERIC.has(stem))),
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
