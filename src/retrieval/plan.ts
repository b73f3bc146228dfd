/** What to look up for each term of a question: the word itself and weaker variants, with its rarity in scope. */
import type { AnalysedQuestion, QuestionTerm } from './question.ts';
import type { Scope } from './scope.ts';
import { nearSpellings } from './spelling.ts';
import type { MatchKind } from './support.ts';
import type { Thesaurus } from './thesaurus.ts';
import type { WordNet } from './wordnet.ts';

/** A stem to look up in place of a term; `weight` is 1 for the term's own stem and less for the others. */
export type Variant = {
  readonly stem: string;
  readonly how: MatchKind;
  readonly weight: number;
};

/** A term made ready for search. */
export type PlannedTerm = {
  readonly term: QuestionTerm;
  /** BM25's inverse document frequency in scope: near 0 for a word that stands everywhere. */
  readonly idf: number;
  readonly known: boolean;
  /** Best first; the term's own stem leads. */
  readonly variants: readonly Variant[];
};

/** What planning draws on. */
export type Words = {
  readonly wordnet: WordNet;
  readonly thesaurus: Thesaurus;
};

/** Variants of a term beyond these add noise and time, not answers. */
const MOST_VARIANTS = 10;
/** Words of a question that are tried for other spellings, a bound on the work that gibberish can cause. */
const MOST_MISSPELT = 6;

/** Plans the terms of a question for a scope. */
export function planTerms(question: AnalysedQuestion, scope: Scope, words: Words): PlannedTerm[] {
  let misspelt = 0;
  return question.terms.map((asked) => {
    const count = scope.countOf(asked.stem);
    const isListed = () => words.wordnet.partsOf(asked.folded).length > 0;
    const term = withRole(asked, { scope, isOdd: () => !question.capitals && !isListed() });
    const idf = rarity(scope.size, count);
    const isMisspelt = count === 0 && misspelt < MOST_MISSPELT && !isListed();
    if (isMisspelt) misspelt += 1;
    const others: Variant[] = isMisspelt
      ? nearSpellings(term.stem, scope).map((near) => ({ ...near, how: 'fuzzy' }))
      : standInsOf(term, scope, words);
    const own: Variant = { stem: term.stem, how: 'exact', weight: 1 };
    return {
      term,
      idf,
      known: count > 0,
      variants: [own, ...others.map((variant) => tempered(variant, idf, scope))],
    };
  });
}

/** A name typed in lower case is known by the texts, or by being in no dictionary. */
function withRole(
  term: QuestionTerm,
  { scope, isOdd }: { readonly scope: Scope; readonly isOdd: () => boolean },
): QuestionTerm {
  if (term.role === 'name' || term.role === 'number') return term;
  return scope.isName(term.stem) || isOdd() ? { ...term, role: 'name' } : term;
}

function standInsOf(term: QuestionTerm, scope: Scope, { thesaurus }: Words): Variant[] {
  if (term.role === 'number') return [];
  const found: Variant[] = [];
  for (const { stem, weight } of thesaurus.standIns(term.folded)) {
    if (found.length >= MOST_VARIANTS) break;
    if (stem !== term.stem && scope.countOf(stem) > 0) found.push({ stem, weight, how: 'synonym' });
  }
  return found;
}

/** A variant is worth no more than its own rarity: a common word that stands in for a rare one proves little. */
function tempered(variant: Variant, idf: number, scope: Scope): Variant {
  const own = rarity(scope.size, scope.countOf(variant.stem));
  return own < idf ? { ...variant, weight: (variant.weight * own) / idf } : variant;
}

function rarity(size: number, count: number): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5));
}
