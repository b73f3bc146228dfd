/** The rule about firsts and lasts. */
import { linked, type Match } from '../match.ts';
import { statementRule } from './rule.ts';

const RANKED = /^(?:first|last|only|most|least|biggest|largest|highest|lowest|worst|best|longest|deadliest)$/;

export const scopeKept = statementRule({
  name: 'scope-kept',
  sentence: '"The first since 2025" is not told as the first of all.',
  check: (match) => {
    const ranked = match.statement.words.find(({ folded, quoted }) => !quoted && RANKED.test(folded));
    if (!ranked || linked(match, ranked).length === 0) return undefined;
    const bound = boundIn(match.unit.reading.words, linked(match, ranked)[0]?.index ?? 0);
    return bound && !boundIn(match.statement.reading.words, 0)
      ? `${ranked.text}, without its "${bound}"`
      : undefined;
  },
});

/** "since …" after a place in the words. */
const boundIn = (words: Match['statement']['words'], from: number) =>
  words.slice(from).find(({ folded }) => folded === 'since')?.folded;
