/** Months, days of the week and units of time. */
import { wordSet } from './word-list.ts';

const MONTHS = `january february march april may june july august september october november december`.split(
  ' ',
);
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

const MONTH_NUMBERS = new Map([
  ...MONTHS.flatMap((name, number) => [name, name.slice(0, 3)].map((form) => [form, number] as const)),
  ['sept', 8] as const,
]);
const WEEKDAY_NUMBERS = new Map(
  WEEKDAYS.flatMap((name, number) => [name, `${name}s`].map((form) => [form, number] as const)),
);

/** The month that a folded word names, whole or cut short ("sept."): 0 for January. */
export const monthNumber = (folded: string) => MONTH_NUMBERS.get(folded.replace(/\.$/, ''));

/** The day of the week that a folded word names: 0 for Sunday. */
export const weekdayNumber = (folded: string) => WEEKDAY_NUMBERS.get(folded);

/** Whether a folded word names a month or a day of the week. */
export const isMonthOrWeekday = (folded: string) =>
  monthNumber(folded) !== undefined || weekdayNumber(folded) !== undefined;

/** How many minutes a unit of time has. */
export const MINUTES_IN: ReadonlyMap<string, number> = new Map(
  Object.entries({
    second: 1 / 60,
    minute: 1,
    hour: 60,
    day: 1440,
    week: 10_080,
    month: 43_800,
    year: 525_600,
    decade: 5_256_000,
    century: 52_560_000,
  }),
);

const TIMES = wordSet(`time weekend morning noon afternoon evening night today tomorrow yesterday`);

/** Whether a lemma is a unit of time, a part of the day or the like. */
export const isTimeNoun = (lemma: string) => MINUTES_IN.has(lemma) || TIMES.has(lemma);
