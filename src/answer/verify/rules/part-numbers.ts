/** Numbers of a part of what another number counts: "58 are in hospital, six of them in intensive care". */
import { isContent, linked, type Match } from '../match.ts';
import { type Figure, findFigures } from '../text/figures.ts';
import type { Word } from '../text/words.ts';

/** "58 people are in intensive care" for "58 are in hospital, six of them in intensive care": what is told of a part. */
export function isOfAPart(figure: Figure, other: Figure, { statement, unit, links }: Match): boolean {
  const { words } = unit.reading;
  const isPart = (end: number) =>
    words[end]?.folded === 'of' && /^(?:them|whom|these|those)$/.test(words[end + 1]?.folded ?? '');
  const parts = [
    ...findFigures(words)
      .filter(
        ({ span, at, value }) => at > other.at && isPart(Math.max(...span) + 1) && value !== figure.value,
      )
      .map(({ at, value }) => ({ at, isTold: hasNumber(statement, figure, value) })),
    // "1,150 people, most of them at its factory"
    ...words
      .filter(
        ({ folded, index, quoted }) => !quoted && PARTS.test(folded) && index > other.at && isPart(index + 1),
      )
      .map(({ index, folded }) => ({
        at: index,
        isTold: statement.words.some((word) => word.folded === folded),
      })),
  ];
  const isIn = (word: Word, { at }: { readonly at: number }) => {
    const end = words.findIndex(({ pos }, place) => place > at && pos === 'PUNCT');
    return word.index > at && (end < 0 || word.index < end);
  };
  const clause = statement.clauses.find(({ words: own }) => own.some(({ index }) => index === figure.at));
  const told = (clause?.words ?? []).filter(
    (word) => isContent(word) && !figure.counted.includes(word) && /^(?:NOUN|PROPN|VERB|ADJ)$/.test(word.pos),
  );
  return parts.some(
    (part) =>
      !part.isTold &&
      told.some((word) => {
        const others = linked({ links }, word);
        return others.length > 0 && others.every((one) => isIn(one, part));
      }),
  );
}

const PARTS = /^(?:most|some|many|half|several|few)$/;

/** Whether the claim has that number as well. */
const hasNumber = ({ words, reading }: Match['statement'], figure: Figure, value: number) =>
  findFigures(reading.words).some(
    (one) => one.at !== figure.at && one.value === value && words.some(({ index }) => index === one.at),
  );
