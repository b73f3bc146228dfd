/** When a digest is due: a minute of the day on certain weekdays in a time zone. */
import { z } from 'zod';
import { dayName, dayOf, wallAt, wallClock } from './wall-clock.ts';

/** ISO weekdays, 1 for Monday to 7 for Sunday. */
const weekdaySchema = z.int().min(1).max(7);

/** What a subscriber chose. `minute` counts from midnight: 480 is 08:00. */
export const scheduleSchema = z
  .object({
    minute: z.int().min(0).max(1439),
    /** IANA zone, or an offset such as "+05:30". */
    zone: z.string().refine(isZone, 'there is no such time zone'),
    days: z.array(weekdaySchema).min(1).max(7).readonly(),
  })
  .readonly();
export type Schedule = z.infer<typeof scheduleSchema>;

/** One turn of a schedule: the local day that it belongs to and the instant (epoch milliseconds). */
export type Turn = { readonly day: string; readonly at: number };

/** Wall times in (after, upTo], as `WallClock` counts them. */
export type WallRange = { readonly after: number; readonly upTo: number };

/** Minutes of one local day, both ends included. */
export type MinuteRange = { readonly day: string; readonly first: number; readonly last: number };

/** Whether Intl knows the zone. */
export function isZone(zone: string): boolean {
  try {
    wallClock(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The next turn strictly after an instant. A wall time that is left out comes right after the gap and still belongs
 * to its own day; one that is told twice comes the first time only.
 */
export function nextTurn({ zone, minute, days }: Schedule, after: number): Turn {
  const clock = wallClock(zone);
  const today = dayOf(clock.highestAt(after));
  // Eight days hold every weekday; the day before is looked at for a turn that a gap moved past midnight.
  for (let day = today - 1; ; day += 1) {
    if (!days.includes(weekdayOf(day))) continue;
    const at = clock.firstInstant(wallAt(day, minute));
    if (at > after) return { day: dayName(day), at };
  }
}

/** The instant of a schedule's turn on a local day. */
export function turnOn(day: number, { zone, minute }: Pick<Schedule, 'zone' | 'minute'>): number {
  return wallClock(zone).firstInstant(wallAt(day, minute));
}

/** The wall times of a zone whose turn came in (from, to], both epoch milliseconds. */
export function wallRange(zone: string, { from, to }: { from: number; to: number }): WallRange {
  const clock = wallClock(zone);
  return { after: clock.highestAt(from), upTo: clock.highestAt(to) };
}

/** A range of wall times as minutes of days, only of the weekdays named. */
export function minuteRanges({ after, upTo }: WallRange, days: readonly number[]): readonly MinuteRange[] {
  const ranges: MinuteRange[] = [];
  for (let day = dayOf(after + 1); day <= dayOf(upTo); day += 1) {
    if (!days.includes(weekdayOf(day))) continue;
    const first = Math.max(0, after + 1 - wallAt(day, 0));
    const last = Math.min(1439, upTo - wallAt(day, 0));
    if (first <= last) ranges.push({ day: dayName(day), first, last });
  }
  return ranges;
}

/** ISO weekday of a day number; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
