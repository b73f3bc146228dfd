/** How well a fact or quote supports a question: which terms it meets, how, and whether an answer can be in it. */
import type { AnswerType, QuestionTerm } from './question.ts';

/**
 * How a term is met: the same word, the same stem, a searched field beside the text (date, place, keyword, context,
 * speaker), a name, alias or role of a person the fact is about, a word of like meaning, or a near spelling.
 */
export type MatchKind = 'exact' | 'stem' | 'field' | 'alias' | 'synonym' | 'fuzzy';

/** A term that the fact meets, and the word (folded) that meets it. */
export interface MetTerm {
  readonly term: QuestionTerm;
  readonly how: MatchKind;
  readonly by: string;
  /** Rarity of the term in the searched topics; 0 for one that stands everywhere. */
  readonly idf: number;
}

/** A term that neither the fact's text nor its fields meet. */
export interface UnmetTerm {
  readonly term: QuestionTerm;
  readonly idf: number;
  /** Whether any fact or quote in scope holds the term. False: the topics do not speak of it. */
  readonly known: boolean;
}

/** The support of one hit. */
export interface Support {
  readonly met: readonly MetTerm[];
  readonly unmet: readonly UnmetTerm[];
  /** Met share of the question's terms weighted by rarity, 0..1; unknown terms weigh as the rarest. */
  readonly coverage: number;
  /** Type that the question asks for, as in the analysis. */
  readonly answerType: AnswerType;
  /** Whether such a thing stands in the fact outside the words that the question gives; true for open questions. */
  readonly answerPresent: boolean;
}
