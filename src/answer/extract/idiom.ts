/** Turns of phrase in a question or a text: "lost their lives" is dying, "pick up the phone" is calling. */
import { isFunctionWord } from '../../retrieval/stop-words.ts';
import { stemOf, type Token } from '../../retrieval/tokens.ts';
import { IDIOMS } from '../verify/lexicon/idioms.ts';

/** A turn of phrase where it stands. */
export type FoundIdiom = {
  /** Numbers of the tokens that make it up. */
  readonly at: readonly number[];
  /** Stems that say the same; those of two words joined by a space. */
  readonly meanings: readonly string[];
};

const byFirst = Map.groupBy(
  IDIOMS.map(({ parts, meanings }) => ({
    parts: parts.map(stemOf),
    meanings: [...meanings].map((words) => words.split(' ').map(stemOf).join(' ')),
  })),
  ({ parts: [first = ''] }) => first,
);

/** The turns of phrase among the tokens. */
export function idiomsIn(tokens: readonly Token[]): readonly FoundIdiom[] {
  return tokens.flatMap(({ stem }, start) =>
    (byFirst.get(stem) ?? []).flatMap(({ parts, meanings }) => {
      const at = follow(tokens, start, parts);
      return at ? [{ at, meanings }] : [];
    }),
  );
}

/** How many articles and owners may stand between two words of a turn of phrase. */
const MOST_BETWEEN = 2;

function follow(
  tokens: readonly Token[],
  start: number,
  parts: readonly string[],
): readonly number[] | undefined {
  const found: number[] = [];
  let at = start;
  for (const part of parts) {
    const last = found.length === 0 ? at : at + MOST_BETWEEN;
    while (at < last && tokens[at]?.stem !== part && isFunctionWord(tokens[at]?.folded ?? '')) at += 1;
    if (tokens[at]?.stem !== part) return undefined;
    found.push(at);
    at += 1;
  }
  return found;
}
