/** Words of a claim that only tell that something was made, dated or found, as its fact does without them. */
import { wordSet } from '../lexicon/word-list.ts';
import { linked, type Match } from '../match.ts';
import { findDates } from '../text/dates.ts';
import type { Word } from '../text/words.ts';

const MADE_THEN = wordSet('make build carve found establish set write open create');

/** "dates from around 1340" for "was made around 1340": that the year is the same is asked elsewhere. */
export const isDatingFrom = (
  { lemma, index, pos }: Word,
  { statement: { reading }, unit, dates, figures }: Match,
) =>
  pos === 'VERB' &&
  lemma === 'date' &&
  /^(?:from|back)$/.test(reading.words[index + 1]?.folded ?? '') &&
  dates.length + figures.length > 0 &&
  unit.reading.words.some((other) => other.pos === 'VERB' && MADE_THEN.has(other.lemma));

/** "blood found on a pane" for "blood on a pane". */
export function isFoundThere(
  { folded, index }: Word,
  { statement: { reading }, unit, links }: Match,
): boolean {
  const [before, after] = [reading.words[index - 1], reading.words[index + 1]];
  return (
    /^(?:found|located|situated|held|kept)$/.test(folded) &&
    before?.pos === 'NOUN' &&
    linked({ links }, before).some(
      (other) => unit.reading.words[other.index + 1]?.folded === after?.folded && after?.pos === 'ADP',
    )
  );
}

const ISSUED = wordSet('date pass issue send write adopt enact sign publish');

/** "a memo dated 9 July", "a law passed in 2024" for "a memo of 9 July", "a law of 2024". */
export function isDated(word: Word, { links, dates, unit, statement: { reading } }: Match): boolean {
  const before = reading.words[word.index - 1];
  if (word.pos !== 'VERB' || !ISSUED.has(word.lemma) || !before) return false;
  const dated = dates.some(({ from }) => from > word.index && from <= word.index + 2);
  return (
    dated &&
    linked({ links }, before).some(({ index }) =>
      findDates(unit.reading.words).some(
        ({ from }) => from === index + 2 && /^(?:of|from)$/.test(unit.reading.words[index + 1]?.folded ?? ''),
      ),
    )
  );
}
