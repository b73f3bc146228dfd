/** Times of day in a text, in figures or in words: "4:20 p.m.", "twenty past four in the afternoon". */
import { oncePer } from '../../../once-per.ts';
import { numeral } from './numerals.ts';
import { readAlong } from './read-along.ts';
import type { Word } from './words.ts';

/** A time of day; `exact` where it says which half of the day. */
export type TimeMention = {
  /** Minutes since midnight; since noon or midnight where it does not say which. */
  readonly minutes: number;
  readonly exact: boolean;
  /** Indexes of its words. */
  readonly from: number;
  readonly to: number;
};

const HALF_DAY = 720;
const HOUR = 60;

/** The times of day of a text, left to right. */
export const findTimes: (words: readonly Word[]) => readonly TimeMention[] = oncePer(
  (words: readonly Word[]) => readAlong(words, timeAt),
);

/** Whether two mean the same time, as far as they say. */
export const sameTime = (one: TimeMention, other: TimeMention): boolean =>
  one.exact && other.exact
    ? one.minutes === other.minutes
    : one.minutes % HALF_DAY === other.minutes % HALF_DAY;

type Clock = { readonly minutes: number; readonly to: number; readonly bare: boolean };

function timeAt(words: readonly Word[], at: number): TimeMention | undefined {
  const clock = inFigures(words, at) ?? inWords(words, at) ?? fullHour(words, at);
  if (!clock) return undefined;
  const half = halfAt(words, clock.to);
  if (clock.bare && !half) return undefined;
  const hours = half?.after === undefined ? clock.minutes : (clock.minutes % HALF_DAY) + half.after;
  return {
    minutes: hours,
    exact: half?.after !== undefined || clock.minutes >= HALF_DAY + HOUR,
    from: at,
    to: half?.to ?? clock.to,
  };
}

/** "4:20", "16:20"; "5.40" needs a half of the day behind it. */
function inFigures(words: readonly Word[], at: number): Clock | undefined {
  const [, hour = '', mark, minute = ''] = /^(\d{1,2})([:.])(\d{2})$/.exec(words[at]?.folded ?? '') ?? [];
  if (mark === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return { minutes: Number(hour) * HOUR + Number(minute), to: at + 1, bare: mark === '.' };
}

const BEFORE_HOUR: ReadonlyMap<string, number> = new Map(
  Object.entries({ quarter: 15, half: 30, five: 5, ten: 10, twenty: 20 }),
);

/** "twenty past four", "a quarter to nine". */
function inWords(words: readonly Word[], at: number): Clock | undefined {
  const minutes =
    BEFORE_HOUR.get(words[at]?.folded ?? '') ?? Number(/^\d+$/.exec(words[at]?.folded ?? '')?.[0]);
  const side = words[at + 1]?.folded;
  const hour = numeral(words, at + 2);
  if (!(minutes < HOUR) || !/^(?:past|to)$/.test(side ?? '') || !hour || !isHour(hour.value))
    return undefined;
  // "ten to one" is a vote where no half of the day says otherwise.
  return {
    minutes: hour.value * HOUR + (side === 'past' ? minutes : -minutes),
    to: hour.to,
    bare: side === 'to',
  };
}

/** "4 p.m.", "four o'clock", "four in the afternoon". */
function fullHour(words: readonly Word[], at: number): Clock | undefined {
  const hour = numeral(words, at);
  return hour && isHour(hour.value) ? { minutes: hour.value * HOUR, to: hour.to, bare: true } : undefined;
}

const isHour = (value: number) => Number.isInteger(value) && value >= 1 && value <= 12;

type Half = { readonly after?: number; readonly to: number };

const PARTS: ReadonlyMap<string, number> = new Map(
  Object.entries({ morning: 0, afternoon: HALF_DAY, evening: HALF_DAY }),
);

/** "a.m.", "o'clock", "in the morning". */
function halfAt(words: readonly Word[], at: number): Half | undefined {
  const folded = words.slice(at, at + 3).map((word) => word.folded);
  const [, half] = /^([ap])\.?m\.?$/.exec(folded[0] ?? '') ?? [];
  if (half) return { after: half === 'a' ? 0 : HALF_DAY, to: at + 1 };
  if (folded[0] === "o'clock") return { ...halfAt(words, at + 1), to: halfAt(words, at + 1)?.to ?? at + 1 };
  const part = folded[0] === 'in' && folded[1] === 'the' ? PARTS.get(folded[2] ?? '') : undefined;
  return part === undefined ? undefined : { after: part, to: at + 3 };
}
