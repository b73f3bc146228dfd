/** Verbs of going up or down that a number says in full: "fell below 27 degrees" for "cooled below 27 degrees". */
import { wordSet } from './lexicon/word-list.ts';
import { findFigures } from './text/figures.ts';
import type { Reading } from './text/reading.ts';
import type { Word } from './text/words.ts';

const MOVING = wordSet('fall drop sink dip slip decline go rise climb come get move');
const RESTING = wordSet('be stay remain keep hold stand lie');
const SIDE = /^(?:below|under|above|over)$/;

/** The verb of the fact that passes the same mark on the same side as a verb of the claim. */
export function onSameScale(word: Word, own: Reading, fact: Reading): Word | undefined {
  const mark = MOVING.has(word.lemma) && word.pos === 'VERB' ? markBehind(word, own) : undefined;
  return (
    mark &&
    fact.words.find(
      (other) => other.pos === 'VERB' && !RESTING.has(other.lemma) && isMark(mark, markBehind(other, fact)),
    )
  );
}

type Mark = { readonly side: string; readonly value: number };

const isMark = (one: Mark, other: Mark | undefined) => one.side === other?.side && one.value === other.value;

/** "below 27": the side and the number right behind a verb. */
function markBehind({ index }: Word, { words }: Reading): Mark | undefined {
  const side = words[index + 1]?.folded ?? '';
  const value = findFigures(words).find(({ at }) => at === index + 2)?.value;
  return SIDE.test(side) && value !== undefined ? { side, value } : undefined;
}
