/** How well a fact or quote supports a question: which terms it meets, how, and what speaks against it. */
import type { QuestionTerm } from './question.ts';

/**
 * How a term is met: the same word, the same stem, a searched field beside the text (date, place, keyword, context,
 * venue), a name, alias or role of a person that the fact is about, a word of like meaning or of the same family, or
 * a near spelling. In order of strength.
 */
export const MATCH_KINDS = ['exact', 'stem', 'field', 'alias', 'synonym', 'fuzzy'] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** A term that the fact meets, and the word (folded) that meets it. */
export type MetTerm = {
  readonly term: QuestionTerm;
  readonly how: MatchKind;
  readonly by: string;
  /** Rarity of the term in the searched topics; near 0 for one that stands everywhere. */
  readonly idf: number;
};

/** A term that neither the fact's text nor its fields meet. */
export type UnmetTerm = {
  readonly term: QuestionTerm;
  readonly idf: number;
  /** Whether any fact or quote in scope holds the term. False: the topics do not speak of it. */
  readonly known: boolean;
};

/**
 * Something that the question says and the fact says otherwise: the opposite ("smallest" for "largest"), another
 * number or another name in place of an unmet one, or a degree ("first", "most", "only") that the fact leaves out.
 */
export type Conflict = {
  readonly kind: 'opposite' | 'number' | 'name' | 'degree';
  /** The question's word, folded. */
  readonly asked: string;
  /** The fact's word, folded; absent for a degree. */
  readonly said?: string;
};

/** The support of one hit. */
export type Support = {
  readonly met: readonly MetTerm[];
  readonly unmet: readonly UnmetTerm[];
  /** Met share of the question's terms weighted by rarity, 0..1; unknown terms weigh as the rarest. */
  readonly coverage: number;
  readonly conflicts: readonly Conflict[];
};
