/** Words around numbers, ranks and dates that say nothing beside them. */
import { MINUTES_IN } from '../lexicon/calendar.ts';
import { isNegator } from '../lexicon/operators.ts';
import type { Match } from '../match.ts';
import { findDates } from '../text/dates.ts';
import type { Word } from '../text/words.ts';

/** "in all", "so far", "the first time", "a single 24-hour period": words around numbers and ranks. */
export function isCounting(word: Word, { figures, dates, unit, statement: { reading } }: Match): boolean {
  const before = reading.words[word.index - 1];
  const next = reading.words[word.index + 1];
  const says = (form: RegExp) => unit.reading.words.some(({ folded }) => form.test(folded));
  switch (word.folded) {
    case 'all':
      return (
        (/^(?:in|at)$/.test(before?.folded ?? '') && next?.pos === 'PUNCT') || says(/^(?:all|every|each)$/)
      );
    case 'only':
    case 'just':
      // "were only told on 27 February" for "were not told until then"
      if (
        dates.length > 0 &&
        findDates(unit.reading.words).some(({ bound }) => bound === 'until') &&
        unit.reading.words.some(isNegator)
      )
        return true;
      // "only days before": a measure without a number.
      return (
        MINUTES_IN.has(next?.lemma ?? '') &&
        /^(?:before|after|later|earlier)$/.test(reading.words[word.index + 2]?.folded ?? '')
      );
    case 'earliest':
      // "not until spring at the earliest" for "not before spring"
      return before?.folded === 'the' && says(/^before$/) && unit.reading.words.some(isNegator);
    case 'ever':
      return says(/^(?:ever|never)$/);
    case 'together':
      return next?.folded === 'with';
    case 'total':
      return (
        figures.some(({ span }) => span.has(word.index + 1)) ||
        (next?.folded === 'of' && figures.some(({ span }) => span.has(word.index + 2)))
      );
    case 'once':
      // "twice, once because of wind and once because of a sensor"
      return says(/^(?:once|twice|times)$/) && /^(?:because|for|in|at|by|on)$/.test(next?.folded ?? '');
    case 'far':
      return before?.folded === 'so';
    case 'more':
      // "no more smugglers": that there are none is asked elsewhere.
      return before?.folded === 'no' || figures.some(({ span }) => span.has(word.index - 1));
    case 'enough':
      // "has enough medicine for ten days" for "has medicine for ten days"
      return figures.some(
        ({ unit: kind, at }) => kind === 'time' && at > word.index && reading.words[at - 1]?.folded === 'for',
      );
    case 'others':
      // "163 others were injured" for "a further 163"
      return (
        figures.some(({ span }) => span.has(word.index - 1)) &&
        says(/^(?:further|another|other|others|more)$/)
      );
    case 'next':
      // "next meets on" for "meets again on"
      return /^(?:VERB|NOUN)$/.test(next?.pos ?? '') && says(/^again$/);
    case 'worth':
    // "bonds worth 400 million" for "bonds for 400 million"
    case 'single':
      return figures.some(({ span }) => span.has(word.index + 1));
    case 'time':
    case 'times':
      return (
        /^(?:first|last|any|all)$/.test(before?.folded ?? '') ||
        // "by which time", "at that time"
        (/^(?:which|that)$/.test(before?.folded ?? '') &&
          /^(?:by|at)$/.test(reading.words[word.index - 2]?.folded ?? '')) ||
        figures.some(({ span }) => span.has(word.index - 1))
      );
    default:
      return false;
  }
}
