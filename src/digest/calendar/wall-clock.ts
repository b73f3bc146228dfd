/** What the clocks on the wall show in a time zone, through daylight saving and other changes. */
import { oncePerKey } from '../../once-per-key.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
// No zone's clocks have been changed twice within this time, so equal offsets at its ends mean a steady clock.
const STEADY_MS = 24 * HOUR_MS;
// The longest step back of a clock is a calendar day told twice.
const LONGEST_STEP_MS = 25 * HOUR_MS;
const MINUTES_A_DAY = 1440;

type Steady = { readonly from: number; readonly to: number; readonly offset: number };

/** A zone's clock. Wall times are minutes since 1970-01-01T00:00 as the wall shows them. */
export type WallClock = {
  /** How far the zone is ahead of UTC at an instant, in milliseconds. */
  readonly offsetAt: (at: number) => number;
  /**
   * The latest wall time that the clock has shown up to an instant. It never goes back: it stands still while an hour
   * is told twice, and jumps over one that is left out.
   */
  readonly highestAt: (at: number) => number;
  /** The first instant (epoch milliseconds) at which the clock shows the wall time, or a later one if it is left out. */
  readonly firstInstant: (wall: number) => number;
};

/** The clock of an IANA zone or of an offset such as "+05:30". @throws RangeError when there is no such zone. */
export const wallClock = oncePerKey(createWallClock, Number.POSITIVE_INFINITY);

/** Day number (days since 1970-01-01) of a wall time. */
export const dayOf = (wall: number): number => Math.floor(wall / MINUTES_A_DAY);

/** The wall time of a minute of a day. */
export const wallAt = (day: number, minute: number): number => day * MINUTES_A_DAY + minute;

/** "2026-03-29" for a day number. */
export function dayName(day: number): string {
  return new Date(day * MINUTES_A_DAY * MINUTE_MS).toISOString().slice(0, 10);
}

/** The day number of "2026-03-29". */
export function dayNumber(name: string): number {
  return dayOf(Date.parse(`${name}T00:00Z`) / MINUTE_MS);
}

function createWallClock(zone: string): WallClock {
  const offsetAt = rememberingSteadyTimes(offsetReader(zone));
  const highestMs = (at: number): number => {
    const offset = offsetAt(at);
    const before = offsetAt(at - LONGEST_STEP_MS);
    if (before <= offset) return at + offset;
    const change = firstIn(at - LONGEST_STEP_MS, at, (instant) => offsetAt(instant) === offset);
    // A clock that is set back at 02:00 to 01:00 has shown every time before 02:00, and not 02:00 itself.
    return Math.max(at + offset, change + before - 1);
  };
  const highestAt = (at: number) => Math.floor(highestMs(at) / MINUTE_MS);
  const firstInstant = (wall: number): number => {
    const shown = wall * MINUTE_MS;
    const likely = shown - offsetAt(shown - offsetAt(shown));
    if (highestMs(likely) === shown && highestMs(likely - 1) < shown) return likely;
    return firstIn(shown - LONGEST_STEP_MS, shown + LONGEST_STEP_MS, (at) => highestMs(at) >= shown);
  };
  return { offsetAt, highestAt, firstInstant };
}

function offsetReader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (at) => {
    const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = 0, minutes = 0, seconds = 0] =
      /([+-])(\d+):(\d+)(?::(\d+))?/
        .exec(name)
        ?.map((part, index) => (index > 1 ? Number(part ?? 0) : part)) ?? [];
    const size = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * 1000;
    return sign === '-' ? -size : size;
  };
}

/** Asking Intl costs microseconds, and a tick asks for every zone: a steady stretch is asked for once. */
function rememberingSteadyTimes(read: (at: number) => number): (at: number) => number {
  let stretches: readonly Steady[] = [];
  return (at) => {
    const known = stretches.find(({ from, to }) => from <= at && at <= to);
    if (known) return known.offset;
    const offset = read(at);
    if (read(at + STEADY_MS) === offset)
      stretches = withStretch(stretches, { from: at, to: at + STEADY_MS, offset });
    return offset;
  };
}

/** Lengthens the stretch that the new one follows, or remembers it beside the three latest. */
function withStretch(stretches: readonly Steady[], next: Steady): readonly Steady[] {
  const follows = ({ offset, from, to }: Steady) =>
    offset === next.offset && from <= next.from && next.from - to <= STEADY_MS;
  const before = stretches.find(follows);
  if (!before) return [next, ...stretches.slice(0, 3)];
  return [{ ...next, from: before.from }, ...stretches.filter((stretch) => stretch !== before)];
}

/** The first millisecond in (low, high] that passes, given that all after it pass too. */
function firstIn(low: number, high: number, passes: (at: number) => boolean): number {
  let failing = low;
  let passing = high;
  while (passing - failing > 1) {
    const middle = Math.floor((failing + passing) / 2);
    if (passes(middle)) passing = middle;
    else failing = middle;
  }
  return passing;
}
