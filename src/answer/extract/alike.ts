/** How like a candidate is to a question by the company that their words keep, where the words themselves differ. */
import type { WordVectors } from '../../retrieval/word-vectors.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import { type AskedTerm, isTelling } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import type { Coverage } from './coverage.ts';
import type { Lexeme } from './lexeme.ts';
import { type SubjectLikeness, subjectLikeness } from './subject.ts';

/** Shares of the question's words weighted by their rarity in the language, each 0..1. */
export type Alike = SubjectLikeness & {
  /** By the best that each word is met: itself, a relation or a word of its company. */
  readonly words: number;
  /** The same squared, so that near misses count for little. */
  readonly surely: number;
  /** What words of its company add where the word itself is missing. */
  readonly company: number;
  /** With what stands beside the text: place, keywords, context, quotes. */
  readonly beside: number;
  /** Of the word that is met worst; 1 for a question without words. */
  readonly least: number;
  /** For each term how well it is met, by its own word, a relation, a word of its company, or beside the text. */
  readonly met: readonly number[];
};

/** From here on likeness is more than chance. */
const CHANCE = 0.3;
/** Words beside the text count for less than words in it. */
const BESIDE = 0.85;

/** Measures it. */
export function alikeOf(
  asked: Asked,
  candidate: Candidate,
  {
    coverage,
    ...means
  }: { readonly coverage: Coverage; readonly dossier: Dossier; readonly vectors: WordVectors },
): Alike {
  const { words, wordsBeside } = candidate.reading;
  let all = 0;
  let least = 1;
  const met: number[] = [];
  const sums = { words: 0, surely: 0, company: 0, beside: 0 };
  for (const [at, term] of asked.terms.entries()) {
    const strength = coverage.strengths[at] ?? 0;
    const best = strength === 1 ? 1 : Math.max(strength, likenessIn(term, words));
    const around = best >= BESIDE ? best : Math.max(best, BESIDE * likenessIn(term, wordsBeside));
    met.push(around);
    if (!isTelling(term)) continue;
    const weight = term.rarity ** 2;
    all += weight;
    least = Math.min(least, around);
    sums.words += weight * best;
    sums.surely += weight * best ** 2;
    sums.company += strength === 1 ? 0 : weight * Math.max(0, best - CHANCE);
    sums.beside += weight * around;
  }
  const share = (sum: number) => (all > 0 ? sum / all : 0);
  return {
    words: share(sums.words),
    surely: share(sums.surely),
    company: share(sums.company),
    beside: share(sums.beside),
    least,
    met,
    ...subjectLikeness(asked.direction, candidate, means),
  };
}

function likenessIn({ likeness }: AskedTerm, words: readonly Lexeme[]): number {
  let best = 0;
  for (const word of words) {
    const like = likeness(word);
    if (like > best) best = like;
  }
  return best;
}
