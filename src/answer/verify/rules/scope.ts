/** The rule about firsts, lasts and exceptions. */
import { isTold, linked, type Match } from '../match.ts';
import { statementRule } from './rule.ts';

const RANKED = /^(?:first|last|only|most|least|biggest|largest|highest|lowest|worst|best|longest|deadliest)$/;

export const scopeKept = statementRule({
  name: 'scope-kept',
  sentence:
    '"The first since 2025" is not told as the first of all, nor "none other than a stadium" as no stadium.',
  check: (match) => {
    const lost = lostException(match) ?? otherRank(match);
    if (lost) return lost;
    const ranked = match.statement.words.find(({ folded, quoted }) => !quoted && RANKED.test(folded));
    if (!ranked || linked(match, ranked).length === 0) return undefined;
    const bound = boundIn(match.unit.reading.words, linked(match, ranked)[0]?.index ?? 0);
    return bound && !boundIn(match.statement.reading.words, 0)
      ? `${ranked.text}, without its "${bound}"`
      : undefined;
  },
});

const EXCEPT = /^(?:except|excepting|besides|than|only|but)$/;

/** "no building other than a stadium" told as "no stadium". */
function lostException({ statement, unit, links }: Match): string | undefined {
  const { words } = unit.reading;
  const other = words.findIndex(
    ({ folded, index }) => folded === 'other' && words[index + 1]?.folded === 'than',
  );
  if (other < 0 || statement.words.some(({ folded }) => EXCEPT.test(folded))) return undefined;
  const kept = words.slice(other + 2).find(({ pos }) => pos === 'NOUN');
  return kept && isTold({ links }, kept) ? kept.text : undefined;
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/;

/** "the first flight" for "the fourth flight, and the first to fail". */
function otherRank(match: Match): string | undefined {
  const { words } = match.statement.reading;
  const own = match.statement.words.find(({ folded, index, quoted }) => {
    const next = words[index + 1];
    if (quoted || !ORDINAL.test(folded) || next?.pos !== 'NOUN') return false;
    const ranks = linked(match, next).map(({ index: at }) => match.unit.reading.words[at - 1]?.folded ?? '');
    return ranks.length > 0 && ranks.every((rank) => ORDINAL.test(rank) && rank !== folded);
  });
  return own?.text;
}

/** "since …" after a place in the words. */
const boundIn = (words: Match['statement']['words'], from: number) =>
  words.slice(from).find(({ folded }) => folded === 'since')?.folded;
