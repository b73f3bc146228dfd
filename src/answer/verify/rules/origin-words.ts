/** Words of a claim that only tell that something was made or found, as its fact does without them. */
import { wordSet } from '../lexicon/word-list.ts';
import type { Match } from '../match.ts';
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
    (links.get(before.index) ?? []).some(
      (other) => unit.reading.words[other.index + 1]?.folded === after?.folded && after?.pos === 'ADP',
    )
  );
}

const MAKING = wordSet('build construct erect found establish set_up go_up put_up open launch create');

/** "a new building is being built" for "a building is going up". */
export const isNewlyMade = ({ folded }: Word, { unit: { reading } }: Match) =>
  folded === 'new' &&
  reading.words.some(
    ({ pos, lemma, phrase }) => pos === 'VERB' && MAKING.has((phrase ?? lemma).replace(' ', '_')),
  );
