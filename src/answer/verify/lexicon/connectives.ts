/** Words that tie two happenings together: what caused what, and what came first. */

/** How a connective ties its two sides. */
export type Tie = 'cause' | 'after' | 'before' | 'while' | 'condition' | 'contrast';

/** Longest first, so that "as a result of" is not read as "as". Words as folded tokens. */
const PHRASES: readonly (readonly [Tie, string])[] = [
  ['cause', 'as a result of'],
  ['cause', 'as a result'],
  ['cause', 'as a consequence'],
  ['cause', 'in response to'],
  ['cause', 'in answer to'],
  ['cause', 'in retaliation for'],
  ['cause', 'in reaction to'],
  ['cause', 'on the grounds'],
  ['cause', 'for the sake of'],
  ['cause', 'on account of'],
  ['cause', 'thanks to'],
  ['cause', 'owing to'],
  ['cause', 'due to'],
  ['cause', 'because of'],
  ['cause', 'because'],
  ['cause', 'so that'],
  ['cause', 'therefore'],
  ['cause', 'thus'],
  ['cause', 'hence'],
  ['cause', 'thereby'],
  ['cause', 'consequently'],
  ['cause', 'lest'],
  ['after', 'in the wake of'],
  ['after', 'on the heels of'],
  ['after', 'after'],
  ['before', 'afterwards'],
  ['after', 'following'],
  ['before', 'later'],
  ['after', 'since'],
  ['after', 'once'],
  ['before', 'ahead of'],
  ['before', 'prior to'],
  ['before', 'before'],
  ['before', 'until'],
  ['before', 'till'],
  ['while', 'at the same time'],
  ['while', 'amid'],
  ['while', 'when'],
  ['while', 'whenever'],
  ['condition', 'provided that'],
  ['condition', 'in case'],
  ['condition', 'if'],
  ['condition', 'unless'],
  ['contrast', 'in spite of'],
  ['contrast', 'despite'],
  ['contrast', 'although'],
  ['contrast', 'though'],
  ['cause', 'then'],
  ['cause', 'so'],
];
const SPLIT = PHRASES.map(([tie, phrase]) => ({ tie, words: phrase.split(' ') }));

/** The connective that starts at a place in the folded words, and how many words it takes. */
export function connectiveAt(
  folded: readonly string[],
  at: number,
): { tie: Tie; length: number } | undefined {
  if (folded[at] === 'so' && folded[at + 1] === 'far') return undefined;
  const found = SPLIT.find(({ words }) => words.every((word, offset) => folded[at + offset] === word));
  return found && { tie: found.tie, length: found.words.length };
}

/** "after X, Y" and "Y before X" tell one order: the ties that may stand for each other. */
export const TIED_ALIKE: Readonly<Record<Tie, readonly Tie[]>> = {
  cause: ['cause'],
  after: ['after', 'before', 'while'],
  before: ['before', 'after'],
  // "when taken for years" for "if it is taken for years"
  while: ['while', 'condition'],
  condition: ['condition'],
  contrast: ['contrast'],
};
