/** The rule about where something happened. */
import { oncePer } from '../../../once-per.ts';
import { nameKey, withOtherForms } from '../lexicon/places.ts';
import type { Match } from '../match.ts';
import type { Mention } from '../text/names.ts';
import { mentionsIn } from '../text/statements.ts';
import { fold, readWords, textOf } from '../text/words.ts';
import type { Unit } from '../unit.ts';
import { standsInRole } from './names.ts';
import { statementRule } from './rule.ts';

export const placesStand = statementRule({
  name: 'places-stand',
  sentence:
    'A claim places something only where its fact places it; who is in the fact is not yet where it is.',
  check: (match) => {
    const { words } = match.statement.reading;
    const placed = mentionsIn(match.statement).filter(({ from, place, person }) => {
      const preposition = before(words, from);
      return !person && (PLACING.test(preposition) || (place && LEADING.test(preposition)));
    });
    const odd = placed.find(
      (mention) =>
        !mention.keys.isSubsetOf(placesOf(match.unit)) &&
        !isPlacedOtherwise(mention, match) &&
        !standsInRole(words, mention, match.unit),
    );
    return odd && textOf(words, odd);
  },
});

/** "at the care home" for "at Larkfield", "in Brackwater's finances" for "in the city's finances": by another of its names. */
const isPlacedOtherwise = ({ ids, from }: Mention, { statement, unit: { reading } }: Match) =>
  reading.mentions.some(
    (other) =>
      !ids.isDisjointFrom(other.ids) &&
      before(reading.words, other.from) === before(statement.reading.words, from),
  );

const PLACING = /^(?:in|at|near|inside|outside|aboard|on|off|across|throughout)$/;

const LEADING = /^(?:to|into|from|towards?|through|via|over)$/;

const before = (words: Match['statement']['words'], at: number) =>
  words.slice(Math.max(0, at - 3), at).findLast(({ folded }) => folded !== 'the' && folded !== 'board')
    ?.folded ?? '';

/** Keys of what the fact itself says, without the names and roles that the file gives elsewhere. */
const placesOf: (unit: Unit) => ReadonlySet<string> = oncePer((unit: Unit) => {
  const around = [
    ...unit.facts.map(({ place }) => place ?? ''),
    ...unit.quotes.flatMap(({ venue, context }) => [venue ?? '', context ?? '']),
  ];
  const words = [...unit.reading.words, ...around.flatMap(readWords)];
  return withOtherForms(new Set(words.flatMap(({ text, folded }) => [nameKey(folded), fold(text)])));
});
