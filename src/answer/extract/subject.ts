/** How like a candidate is to a question in what they are about as a whole, as directions among the word vectors. */
import { oncePer } from '../../once-per.ts';
import { cosine, scaled, type WordVectors } from '../../retrieval/word-vectors.ts';
import type { Dossier } from '../dossier.ts';
import { type AskedTerm, isTelling } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import type { Lexeme } from './lexeme.ts';
import type { SentenceMeans } from './means.ts';

/** A direction as it is, and what sets it apart from the topic as a whole; both of length 1. */
export type Direction = { readonly own: Float64Array; readonly apart: Float64Array };

/** Cosines, −1..1. */
export type SubjectLikeness = {
  /** By the text alone. */
  readonly subject: number;
  /** With what stands beside the text taken in. */
  readonly around: number;
  /** The same beyond what the whole topic is about. */
  readonly apart: number;
};

/** What the question is about. */
export function directionOf(terms: readonly AskedTerm[], means: SentenceMeans): Direction {
  return directed(
    terms.filter(isTelling).map(({ folded }) => means.vectors.numberOf(folded)),
    means,
  );
}

/** Compares a question's direction with a candidate's. */
export function subjectLikeness(
  asked: Direction,
  { reading }: Candidate,
  means: SentenceMeans,
): SubjectLikeness {
  const { text, around } = directionsOf(reading, means);
  return {
    subject: cosine(asked.own, text),
    around: cosine(asked.own, around.own),
    apart: cosine(asked.apart, around.apart),
  };
}

const directionsOf = oncePer(({ words, wordsBeside }: Candidate['reading'], means: SentenceMeans) => {
  const numbersOf = (lexemes: readonly Lexeme[]) => lexemes.map(({ vector }) => vector);
  return {
    text: means.vectors.direction(numbersOf(words)),
    around: directed(numbersOf([...words, ...wordsBeside]), means),
  };
});

function directed(numbers: readonly (number | undefined)[], means: SentenceMeans): Direction {
  const own = means.vectors.direction(numbers);
  const centre = centreOf(means.dossier, means.vectors);
  return { own, apart: scaled(own.map((x, at) => x - (centre[at] ?? 0))) };
}

/** The mean of the directions of a topic's sentences. */
const centreOf = oncePer((dossier: Dossier, vectors: WordVectors) => {
  const all = [...dossier.tokens.values()].map((tokens) =>
    vectors.direction(tokens.map(({ folded }) => vectors.numberOf(folded))),
  );
  const centre = new Float64Array(all[0]?.length ?? 0);
  for (const one of all)
    for (let at = 0; at < centre.length; at += 1)
      centre[at] = (centre[at] ?? 0) + (one[at] ?? 0) / all.length;
  return centre;
});
