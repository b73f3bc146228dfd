/** Of two facts told as one, each number and each name stays with the words of its own fact. */
import { isContent, linked, type Match } from '../match.ts';
import { type Figure, findFigures } from '../text/figures.ts';
import { type Mention, sameName } from '../text/names.ts';
import { mentionsIn } from '../text/statements.ts';
import type { Word } from '../text/words.ts';

/**
 * "The Rural League came first" where the Civic Union came first and the League took 21 seats: a name that the fact which
 * has most of the claim's words does not have, while that fact has another of the kind that the claim leaves out.
 */
export function strayName(match: Match): Mention | undefined {
  const { statement, unit } = match;
  if (unit.facts.length < 2) return undefined;
  const named = mentionsIn(statement).filter(({ ids }) => ids.size > 0);
  const isNamed = ({ index }: Word) => named.some(({ from, to }) => index >= from && index < to);
  const told = sentencesTold(match, (word) => !isNamed(word));
  const home = told.find((one) => told.filter((other) => other === one).length * 2 > told.length);
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

/**
 * "The earlier record was 46.3 degrees", where that is the new one and the earlier record has a number of its own: a number
 * with the words of the other fact.
 */
export function isOtherFacts(figure: Figure, other: Figure, match: Match): boolean {
  const { unit, figures } = match;
  const { words } = unit.reading;
  if (unit.facts.length < 2) return false;
  const home = words[other.at]?.sentence;
  const isAway = ({ at }: Figure) => words[at]?.sentence !== home;
  const hasRival = findFigures(words).some(
    (rival) =>
      isAway(rival) &&
      rival.unit === other.unit &&
      (other.unit !== '' ||
        rival.counted.some((word) => other.counted.some((one) => one.lemma === word.lemma))) &&
      !figures.some(({ value }) => value === rival.value),
  );
  const told = sentencesTold(match, (word) => !figure.counted.includes(word) && !figure.span.has(word.index));
  return hasRival && told.filter((sentence) => sentence === home).length * 2 < told.length;
}

/** For each word of the claim that only one of the facts says: which one, by its sentence. */
function sentencesTold(match: Match, counts: (word: Word) => boolean): readonly number[] {
  return match.statement.words
    .filter((word) => isContent(word) && counts(word))
    .map((word) => new Set(linked(match, word).map(({ sentence }) => sentence)))
    .filter((sentences) => sentences.size === 1)
    .flatMap((sentences) => [...sentences]);
}
