/** Text → clauses: who does what to whom, as far as word order and helping verbs tell. */
import type { Tie } from '../lexicon/connectives.ts';
import { joinPieces } from './joining.ts';
import { cutPieces, type Link } from './pieces.ts';
import type { Word } from './words.ts';

/** A stretch of a sentence with a verb of its own. */
export type Clause = {
  readonly index: number;
  readonly sentence: number;
  readonly words: readonly Word[];
  readonly link: Link;
  /** For a tied clause: how. */
  readonly tie?: Tie;
  /** Set off by commas and inserted in another clause: ", Trump said,". */
  readonly inserted: boolean;
};

/** The clauses of a text, in order. */
export function splitClauses(words: readonly Word[]): readonly Clause[] {
  const sentences = Map.groupBy(words, ({ sentence }) => sentence);
  return [...sentences.values()]
    .flatMap((sentence) => joinPieces(cutPieces(sentence)))
    .filter((piece) => piece.words.length > 0)
    .map(({ words: own, link, tie, inserted }, index) => ({
      index,
      sentence: own[0]?.sentence ?? 0,
      words: own,
      link,
      ...(tie ? { tie } : {}),
      inserted,
    }));
}

/** The clause that a word stands in, by the word's index. */
export const clauseOf = ({ clauses }: { readonly clauses: readonly Clause[] }, index: number) =>
  clauses.find(({ words }) => words.some((word) => word.index === index));
