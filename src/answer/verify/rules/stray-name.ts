/** Of two facts told as one: the words of the one are not told with the name of the other. */
import { isContent, linked, type Match } from '../match.ts';
import { type Mention, sameName } from '../text/names.ts';
import { mentionsIn } from '../text/statements.ts';

/**
 * "The Rural League came first" where the Civic Union came first and the League took 21 seats: a name that the fact which
 * has most of the claim's words does not have, while that fact has another of the kind that the claim leaves out.
 */
export function strayName(match: Match): Mention | undefined {
  const { statement, unit } = match;
  if (unit.facts.length < 2) return undefined;
  const named = mentionsIn(statement).filter(({ ids }) => ids.size > 0);
  const home = homeOf(match, named);
  if (home === undefined) return undefined;
  const { words, mentions } = unit.reading;
  const there = mentions.filter(({ from, ids }) => ids.size > 0 && words[from]?.sentence === home);
  const left = there.filter((other) => !named.some((one) => sameName(one, other)));
  return named.find(
    (one) =>
      !there.some((other) => sameName(one, other)) &&
      mentions.some((other) => sameName(one, other)) &&
      left.some(({ person, place }) => person === one.person && place === one.place),
  );
}

/** The sentence of the fact that has most of the claim's words, its names aside; absent where none has. */
function homeOf(match: Match, named: readonly Mention[]): number | undefined {
  const isNamed = (index: number) => named.some(({ from, to }) => index >= from && index < to);
  const votes = match.statement.words
    .filter((word) => isContent(word) && !isNamed(word.index))
    .map((word) => new Set(linked(match, word).map(({ sentence }) => sentence)))
    .filter((sentences) => sentences.size === 1)
    .flatMap((sentences) => [...sentences]);
  const counts = [...Map.groupBy(votes, (sentence) => sentence)].map(([sentence, all]) => ({
    sentence,
    count: all.length,
  }));
  const most = counts.sort((one, two) => two.count - one.count)[0];
  return most && most.count * 2 > votes.length ? most.sentence : undefined;
}
