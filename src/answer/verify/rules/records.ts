/** "The highest ever" and "more than ever before": ways of telling a record. */
import type { Match } from '../match.ts';
import type { Word } from '../text/words.ts';

const MOST = /^(?:highest|largest|biggest|greatest|longest|most|record)$/;
const LEAST = /^(?:lowest|smallest|shortest|fewest|least)$/;
const MORE = /^(?:more|higher|larger|bigger|greater|longer)$/;
const LESS = /^(?:less|lower|smaller|shorter|fewer)$/;

/** Whether a word tells, with "ever" or as a record, what the fact tells with "than ever". */
export function isRecord({ folded, index }: Word, { statement: { reading }, unit }: Match): boolean {
  const ever = reading.words[index + 1]?.folded === 'ever' || folded === 'record';
  return (
    ever && ((MOST.test(folded) && tellsEver(unit, MORE)) || (LEAST.test(folded) && tellsEver(unit, LESS)))
  );
}

/** "more than ever before", "higher than ever". */
const tellsEver = ({ reading: { words } }: Match['unit'], than: RegExp) =>
  words.some(
    ({ folded, index }) =>
      folded === 'ever' && words[index - 1]?.folded === 'than' && than.test(words[index - 2]?.folded ?? ''),
  );
