/** Calendar dates as news gives them: a year, a month or a day, without a time or a zone. */
import { z } from 'zod';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and a date that exists. */
export const calendarDateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
    error: 'write the date as 2026-01-08, 2026-01 or "2026"',
    abort: true,
  })
  .refine(exists, 'there is no such date in the calendar');

/** A day that does not exist (30 February) rolls over into the next month, a month that does not exist is no time. */
function exists(date: string): boolean {
  const start = startOf(date);
  return !Number.isNaN(start.valueOf()) && start.toISOString().startsWith(date);
}

/** The date in words for readers: "8 January 2026", "January 2026" or "2026", in the given locale. */
export function formatDate(date: string, locale = 'en-GB'): string {
  const key = `${locale} ${date}`;
  const words = written.get(key) ?? formatter(date, locale).format(startOf(date));
  if (written.size >= MOST_WRITTEN) written.clear();
  written.set(key, words);
  return words;
}

/** A desk writes the same few dates with every answer, and the formatter is slow. */
const written = new Map<string, string>();
const MOST_WRITTEN = 10_000;

/** Making one takes a hundred times as long as using it, and a timeline has dozens of dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(date: string, locale: string): Intl.DateTimeFormat {
  const key = `${locale} ${date.length}`;
  const known = formatters.get(key) ?? makeFormatter(date, locale);
  formatters.set(key, known);
  return known;
}

function makeFormatter(date: string, locale: string): Intl.DateTimeFormat {
  const [, month, day] = date.split('-');
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month ? { month: 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
  });
}

function startOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day));
}

/** A date as a fact carries it: `to` closes a period, `inferred` says that the desk worked it out from "Wednesday". */
export type WrittenDate = {
  on: string;
  to?: string | undefined;
  precision: 'year' | 'month' | 'day' | 'about';
  inferred: boolean;
  /** How the source says it: "over the weekend". */
  phrase?: string | undefined;
};

/** A fact's date in words: "October 2025", "about 3–4 January 2026". */
export function formatFactDate({ on, to, precision }: Readonly<WrittenDate>, locale = 'en-GB'): string {
  const words = to ? formatter(on, locale).formatRange(startOf(on), startOf(to)) : formatDate(on, locale);
  return precision === 'about' ? `about ${words}` : words;
}
