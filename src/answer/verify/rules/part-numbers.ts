/** Numbers of a part of what another number counts: "58 are in hospital, six of them in intensive care". */
import { isContent, linked, type Match } from '../match.ts';
import { type Figure, findFigures } from '../text/figures.ts';
import type { Word } from '../text/words.ts';

/** "58 people are in intensive care" for "58 are in hospital, six of them in intensive care": what is told of a part. */
export function isOfAPart(figure: Figure, other: Figure, { statement, unit, links }: Match): boolean {
  const { words } = unit.reading;
  const parts = findFigures(words).filter(({ span, at }) => {
    const end = Math.max(...span) + 1;
    return (
      at > other.at &&
      words[end]?.folded === 'of' &&
      /^(?:them|whom|these|those)$/.test(words[end + 1]?.folded ?? '')
    );
  });
  const isIn = (word: Word, { at }: Figure) => {
    const end = words.findIndex(({ pos }, place) => place > at && pos === 'PUNCT');
    return word.index > at && (end < 0 || word.index < end);
  };
  const clause = statement.clauses.find(({ words: own }) => own.some(({ index }) => index === figure.at));
  const told = (clause?.words ?? []).filter(
    (word) => isContent(word) && !figure.counted.includes(word) && /^(?:NOUN|PROPN|VERB|ADJ)$/.test(word.pos),
  );
  return parts.some(
    (part) =>
      part.value !== figure.value &&
      told.some((word) => {
        const others = linked({ links }, word);
        return others.length > 0 && others.every((one) => isIn(one, part));
      }) &&
      !statement.words.some(
        ({ index }) =>
          index !== figure.at &&
          findFigures(statement.reading.words).some(({ at, value }) => at === index && value === part.value),
      ),
  );
}
