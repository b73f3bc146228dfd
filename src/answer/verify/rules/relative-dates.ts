/** Dates that a claim counts from another of its dates: "three days later", "the following month". */
import type { Match } from '../match.ts';
import { type DateMention, findDates } from '../text/dates.ts';
import { numeral } from '../text/numerals.ts';
import { readAlong } from '../text/read-along.ts';
import type { Word } from '../text/words.ts';
import { stands } from './dates.ts';

type Step = { readonly unit: 'day' | 'month' | 'year'; readonly count: number; readonly to: number };
type Parts = Pick<DateMention, 'year' | 'month' | 'day'>;

/** Dates of the claim that are counted from another and come out as a date of the fact. */
export const countedDates = (match: Match): readonly DateMention[] => {
  const own = new Set(match.statement.words.map(({ index }) => index));
  return relativeDates(match.statement.reading.words).filter(
    (date) => own.has(date.from) && stands(date, match),
  );
};

/** The dates that are counted from the date before them, as they come out. */
function relativeDates(words: readonly Word[]): readonly DateMention[] {
  const dates = findDates(words);
  return readAlong(words, (all, at) => {
    const step = stepAt(all, at);
    const anchor = dates.findLast(({ to }) => to <= at);
    const parts = step && anchor && moved(anchor, step);
    return step && parts ? { ...parts, bound: 'at', from: at, to: step.to } : undefined;
  });
}

function stepAt(words: readonly Word[], at: number): Step | undefined {
  const [first, second, third] = words.slice(at, at + 3);
  const way = /^(?:following|next)$/.test(second?.folded ?? '')
    ? 1
    : /^(?:previous|preceding)$/.test(second?.folded ?? '')
      ? -1
      : 0;
  const named = unitOf(third);
  if (first?.folded === 'the' && way !== 0 && named) return { unit: named, count: way, to: at + 3 };
  const number = /^an?$/.test(first?.folded ?? '') ? { value: 1, to: at + 1 } : numeral(words, at);
  const unit = number && unitOf(words[number.to]);
  const side = number && words[number.to + 1]?.folded;
  if (!number || !unit || !/^(?:later|earlier)$/.test(side ?? '')) return undefined;
  return { unit, count: side === 'later' ? number.value : -number.value, to: number.to + 2 };
}

const UNITS = new Set(['day', 'month', 'year'] as const);
const unitOf = (word: Word | undefined) => [...UNITS].find((unit) => unit === word?.lemma);

/** The anchor moved on, as exact as it is; none where it does not give what is counted. */
function moved({ year, month, day }: Parts, { unit, count }: Step): Parts | undefined {
  if (unit === 'year') return year === undefined ? undefined : { year: year + count };
  if (month === undefined || (unit === 'day' && day === undefined)) return undefined;
  const date = new Date(
    Date.UTC(year ?? 2001, month + (unit === 'month' ? count : 0), unit === 'day' ? (day ?? 1) + count : 1),
  );
  return {
    ...(year === undefined ? {} : { year: date.getUTCFullYear() }),
    month: date.getUTCMonth(),
    ...(unit === 'day' ? { day: date.getUTCDate() } : {}),
  };
}
