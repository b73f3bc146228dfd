/** The latest, the largest, the second: what a question ranks, and a candidate has to rank too. */
import type { Token } from '../../retrieval/tokens.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { isOfCalendar } from './times.ts';
import { ORDINALS } from './vocabulary.ts';

/** Whether the last or the most of something is asked of a candidate that ranks nothing. */
export function lacksRank(asked: readonly Token[], { reading }: Candidate): boolean {
  return asksForRank(asked) && !reading.tokens.some(tellsRank);
}

const RANKING =
  /^(?:latest|newest|oldest|youngest|biggest|largest|smallest|highest|lowest|longest|shortest|worst|best|fewest|cheapest|fastest|strongest|deadliest|final|earliest)$/;

/** "The latest strike", "the most recent one": of several, where "last" may also be "before". */
export function asksForLatest(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ folded }, at) =>
      /^(?:latest|newest)$/.test(folded) || (folded === 'recent' && tokens[at - 1]?.folded === 'most'),
  );
}

/** "The most recent", "the biggest"; "last week" and "most of them" rank nothing. */
function asksForRank(tokens: readonly Token[]): boolean {
  return tokens.some(({ folded }, at) => {
    const next = tokens[at + 1];
    if (folded === 'last') return next !== undefined && !isOfCalendar(next);
    if (folded === 'most') return tokens[at - 1]?.folded === 'the' && next?.folded !== 'of';
    return RANKING.test(folded);
  });
}

const tellsRank = ({ folded }: Token) =>
  RANKING.test(folded) || /^(?:first|last|most|only|never|ever|maximum|minimum|up|\p{L}+iest)$/u.test(folded);

const ORDINAL = new RegExp(`^(?:${ORDINALS}|\\d+(?:st|nd|rd|th))$`);

/** "Their second call" of a first one; a second of time and a day of a month are no ordinals. */
export function lacksOrdinal({ question: { tokens }, mentions }: Asked, { reading }: Candidate): boolean {
  return tokens.some(
    (token, at) =>
      ORDINAL.test(token.folded) &&
      /^\p{L}/u.test(tokens[at + 1]?.surface ?? '') &&
      !/^(?:of|and|or|term|time|in)$/.test(tokens[at + 1]?.folded ?? '') &&
      /^(?:the|a|his|her|their|its|that|this)$/.test(tokens[at - 1]?.folded ?? '') &&
      !mentions.some(({ from, to }) => at >= from && at < to) &&
      !reading.tokens.some(({ stem }) => stem === token.stem),
  );
}

/** "Which is the largest?" of the fourth-largest. */
export function isLowerRank({ question: { tokens } }: Asked, { reading }: Candidate): boolean {
  const before = (list: typeof tokens, at: number) => ORDINAL.test(list[at - 1]?.folded ?? '');
  return tokens.some(
    ({ folded, stem }, at) =>
      /^\p{L}{2,}est$/u.test(folded) &&
      !before(tokens, at) &&
      reading.tokens.some((token, place) => token.stem === stem && before(reading.tokens, place)),
  );
}
