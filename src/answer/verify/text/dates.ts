/** Dates in a text, as they are written: "7 January 2026", "in September", "Wednesday". */
import { oncePer } from '../../../once-per.ts';
import { monthNumber, weekdayNumber } from '../lexicon/calendar.ts';
import { readAlong } from './read-along.ts';
import type { Word } from './words.ts';

/** How a date is tied in: "since September" says more than "in September". */
type DateBound = 'at' | 'since' | 'until' | 'before' | 'after' | 'to';

/** A third of a month, or of a year. */
export type DatePart = 'early' | 'mid' | 'late';

/** The parts of a date that a text gives. Months and weekdays count from 0 (January, Sunday). */
export type DateMention = {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  readonly bound: DateBound;
  /** "early January", "mid-June", "the end of February". */
  readonly part?: DatePart;
  /** Indexes of its words. */
  readonly from: number;
  readonly to: number;
};

const YEAR = /^(?:1[0-9]|20)\d\d$/;
const DAY = /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;

const BOUNDS: ReadonlyMap<string, DateBound> = new Map(
  Object.entries<DateBound>({
    since: 'since',
    from: 'since',
    until: 'until',
    till: 'until',
    before: 'before',
    after: 'after',
    beyond: 'after',
    following: 'after',
    by: 'before',
  }),
);

/** The dates of a text, left to right. Dates in quotations are left to the quotation. */
export const findDates: (words: readonly Word[]) => readonly DateMention[] = oncePer(
  (words: readonly Word[]) => readAlong(words, dateAt),
);

type Parts = Omit<DateMention, 'bound' | 'from' | 'part'>;

function dateAt(words: readonly Word[], at: number): DateMention | undefined {
  const parts =
    isoDate(words, at) ??
    dayMonth(words, at) ??
    monthFirst(words, at) ??
    weekday(words, at) ??
    loneYear(words, at);
  if (!parts) return undefined;
  const { part, from } = partBefore(words, at);
  const near = words.slice(Math.max(0, from - 3), from);
  // "until midnight on 13 September"
  const hour = near.findLastIndex(({ folded }) => HOUR.test(folded));
  const tied = hour > 0 && hour === near.length - 2 ? near[hour - 1] : undefined;
  const before = tied ?? near.slice(-2).findLast(({ folded }) => !/^(?:the|ever)$/.test(folded));
  // "after the 2022 election": after the election, and not after the year.
  const names =
    parts.to === at + 1 && parts.year !== undefined && /^(?:NOUN|ADJ)$/.test(words[parts.to]?.pos ?? '');
  if (names) return { ...parts, from, bound: 'at' };
  return { ...parts, ...(part ? { part } : {}), from, bound: boundOf(words, before) };
}

const HOUR = /^(?:midnight|noon|midday|dawn|dusk|sunrise|sunset)$/;

const DATE_PARTS: ReadonlyMap<string, DatePart> = new Map(
  Object.entries<DatePart>({
    early: 'early',
    beginning: 'early',
    start: 'early',
    mid: 'mid',
    middle: 'mid',
    late: 'late',
    end: 'late',
  }),
);

/** "early", "mid-", "the end of" before a month or a year. */
function partBefore(words: readonly Word[], at: number): { part?: DatePart; from: number } {
  const joint = words[at - 1]?.folded;
  const start = joint === '-' || joint === 'of' ? at - 2 : at - 1;
  const part = DATE_PARTS.get(words[start]?.folded ?? '');
  return part ? { part, from: start } : { from: at };
}

/** "postponed to 15 May", but "from 2 to 9 February". */
function boundOf(words: readonly Word[], before: Word | undefined): DateBound {
  if (before?.folded !== 'to') return BOUNDS.get(before?.folded ?? '') ?? 'at';
  return /^(?:VERB|ADV|NOUN)$/.test(words[before.index - 1]?.pos ?? '') ? 'to' : 'at';
}

function isoDate(words: readonly Word[], at: number): Parts | undefined {
  const joined = words
    .slice(at, at + 5)
    .map(({ text }) => text)
    .join('');
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(joined);
  if (!match) return undefined;
  let length = 0;
  let to = at;
  while (length < match[0].length) length += words[to++]?.text.length ?? match[0].length;
  return { year: Number(match[1]), month: Number(match[2]) - 1, day: Number(match[3]), to };
}

/** "7 January", "3–4 January": the first day of a range stands for it. */
function dayMonth(words: readonly Word[], at: number): Parts | undefined {
  if (!DAY.test(words[at]?.folded ?? '')) return undefined;
  let next = at + 1;
  if (/^[-–—]$/.test(words[next]?.text ?? '') && DAY.test(words[next + 1]?.folded ?? '')) next += 2;
  if (words[next]?.folded === 'of') next += 1;
  const month = monthOf(words[next]);
  if (month === undefined) return undefined;
  return { day: Number.parseInt(words[at]?.folded ?? '', 10), month, ...yearAfter(words, next + 1) };
}

/** "January 7, 2026", "January 2026", "January". */
function monthFirst(words: readonly Word[], at: number): Parts | undefined {
  const month = monthOf(words[at]);
  if (month === undefined) return undefined;
  const next = words[at + 1]?.folded ?? '';
  if (!DAY.test(next)) return { month, ...yearAfter(words, at + 1) };
  return { month, day: Number.parseInt(next, 10), ...yearAfter(words, at + 2) };
}

/** In capitals, and no verb: "may" and "march" are others. */
function monthOf(word: Word | undefined): number | undefined {
  const isName = word && /^\p{Lu}/u.test(word.text) && !/^(?:AUX|VERB)$/.test(word.pos);
  return isName ? monthNumber(word.folded) : undefined;
}

function yearAfter(words: readonly Word[], at: number): { year?: number; to: number } {
  const skip = /^(?:,|of)$/.test(words[at]?.folded ?? '') ? 1 : 0;
  const written = words[at + skip]?.folded ?? '';
  return YEAR.test(written) ? { year: Number(written), to: at + skip + 1 } : { to: at };
}

function weekday(words: readonly Word[], at: number): Parts | undefined {
  const day = weekdayNumber(words[at]?.folded ?? '');
  if (day === undefined) return undefined;
  // "Wednesday, 17 June 2026" is one date.
  const next = words[at + 1]?.folded === ',' ? at + 2 : at + 1;
  const date = dayMonth(words, next) ?? monthFirst(words, next);
  return date?.day === undefined ? { weekday: day, to: at + 1 } : { ...date, weekday: day };
}

const YEAR_OPENS =
  /^(?:in|since|until|till|of|for|by|from|before|after|during|around|early|late|mid|year|to|and|with|than|dated)$/;

function loneYear(words: readonly Word[], at: number): Parts | undefined {
  const word = words[at];
  if (!word || !YEAR.test(word.folded)) return undefined;
  // "the 2022 election", "her 2025 bonus"
  const noun = words[at + 1]?.pos === 'ADJ' ? words[at + 2] : words[at + 1];
  if (noun?.pos === 'NOUN')
    return /^(?:the|'s|'|its|his|her|their)$/.test(words[at - 1]?.folded ?? '') && noun.folded === noun.lemma
      ? { year: Number(word.folded), to: at + 1 }
      : undefined;
  return YEAR_OPENS.test(words[at - 1]?.folded ?? '') || at === 0
    ? { year: Number(word.folded), to: at + 1 }
    : undefined;
}
