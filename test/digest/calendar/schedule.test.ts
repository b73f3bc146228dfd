/** Turns of a schedule, in all zones, through every change of the clocks in two years. */
import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  minuteRanges,
  nextTurn,
  type Schedule,
  wallRange,
  weekdayOf,
} from '../../../src/digest/calendar/schedule.ts';
import { dayNumber } from '../../../src/digest/calendar/wall-clock.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const ZONES = Intl.supportedValuesOf('timeZone');
const START = Date.parse('2026-01-01T00:00Z');
const END = Date.parse('2028-01-01T00:00Z');
const HOUR = 3_600_000;

const at = (iso: string) => Date.parse(iso);
const daily = (zone: string, time: string): Schedule => ({ zone, minute: minuteOf(time), days: EVERY_DAY });
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const turnAfter = (schedule: Schedule, after: string) => {
  const turn = nextTurn(schedule, at(after));
  return [turn.day, new Date(turn.at).toISOString().slice(0, 16)];
};

describe('a turn', () => {
  test.each([
    [
      'comes at the local time',
      'America/Bogota',
      '08:00',
      '2026-01-08T00:00Z',
      '2026-01-08',
      '2026-01-08T13:00',
    ],
    [
      'comes right after the gap that its time falls into',
      'Europe/Berlin',
      '02:30',
      '2026-03-28T12:00Z',
      '2026-03-29',
      '2026-03-29T01:00',
    ],
    [
      'at the first minute of a gap comes right after it',
      'Europe/Berlin',
      '02:00',
      '2026-03-28T12:00Z',
      '2026-03-29',
      '2026-03-29T01:00',
    ],
    [
      'right after a gap is not moved',
      'Europe/Berlin',
      '03:00',
      '2026-03-28T12:00Z',
      '2026-03-29',
      '2026-03-29T01:00',
    ],
    [
      'in a repeated hour comes the first time',
      'America/New_York',
      '01:30',
      '2026-10-31T12:00Z',
      '2026-11-01',
      '2026-11-01T05:30',
    ],
    [
      'in a repeated hour does not come the second time',
      'America/New_York',
      '01:30',
      '2026-11-01T05:30Z',
      '2026-11-02',
      '2026-11-02T06:30',
    ],
    [
      'right after a repeated hour comes when the clock shows it',
      'Europe/London',
      '02:00',
      '2027-10-30T12:00Z',
      '2027-10-31',
      '2027-10-31T02:00',
    ],
    [
      'at midnight belongs to the day that begins',
      'Asia/Tokyo',
      '00:00',
      '2026-05-01T12:00Z',
      '2026-05-02',
      '2026-05-01T15:00',
    ],
    [
      'at a midnight that is left out belongs to the day that begins',
      'Africa/Cairo',
      '00:00',
      '2026-04-23T12:00Z',
      '2026-04-24',
      '2026-04-23T22:00',
    ],
    [
      'falls into half an hour that is left out',
      'Australia/Lord_Howe',
      '02:15',
      '2026-10-03T00:00Z',
      '2026-10-04',
      '2026-10-03T15:30',
    ],
    [
      'falls into two hours that are left out',
      'Antarctica/Troll',
      '02:30',
      '2026-03-28T12:00Z',
      '2026-03-29',
      '2026-03-29T01:00',
    ],
    ['keeps to an offset', '+05:45', '08:00', '2026-01-01T00:00Z', '2026-01-01', '2026-01-01T02:15'],
  ])('%s', (_title, zone, time, after, day, instant) => {
    expect(turnAfter(daily(zone, time), after)).toEqual([day, instant]);
  });

  test('comes on the days chosen only', () => {
    const weekdays = { ...daily('Europe/London', '07:30'), days: [1, 2, 3, 4, 5] };
    expect(turnAfter(weekdays, '2026-01-09T12:00Z')).toEqual(['2026-01-12', '2026-01-12T07:30']);
  });
});

test('weekdays are counted from Monday', () => {
  expect(['2026-01-05', '2026-01-11', '1969-12-31'].map((day) => weekdayOf(dayNumber(day)))).toEqual([
    1, 7, 3,
  ]);
});

/** The oracle: watch the zone's clock minute by minute until it first shows the time or a later one. */
function watchClock(zone: string, target: string, from: number): number {
  const show = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  for (let now = from; now < from + 72 * HOUR; now += 60_000) if (show.format(now) >= target) return now;
  throw new Error(`${zone} never shows ${target}`);
}

/** Instants around which the zone's clocks are changed, to six hours. */
function changes(zone: string): number[] {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const found: number[] = [];
  let before = hour.format(START);
  for (let now = START; now < END; now += 24 * HOUR) {
    const shown = hour.format(now);
    if (shown !== before) found.push(now);
    before = shown;
  }
  return found;
}

describe('in all zones over two years', () => {
  const moments = ZONES.flatMap((zone) => changes(zone).map((change) => ({ zone, change })));
  const moment = fc.constantFrom(...moments);
  const minute = fc.integer({ min: 0, max: 1439 });
  // Clocks are changed at full and half hours: the borders are drawn as often as what lies between.
  const early = fc.oneof(
    fc.integer({ min: 0, max: 359 }),
    fc.integer({ min: 0, max: 12 }).map((n) => n * 30),
  );
  const format = (n: number) =>
    `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;

  test('a turn near a change of the clocks is where someone watching the clock would put it', () => {
    fc.assert(
      fc.property(moment, early, ({ zone, change }, time) => {
        const day = new Date(change - 12 * HOUR).toISOString().slice(0, 10);
        const turn = nextTurn({ zone, minute: time, days: EVERY_DAY }, change - 60 * HOUR);
        const on = dayNumber(day) - dayNumber(turn.day);
        let last = turn;
        for (let n = 0; n < on; n += 1) last = nextTurn({ zone, minute: time, days: EVERY_DAY }, last.at);
        expect(last.at).toBe(watchClock(zone, `${last.day} ${format(time)}`, last.at - 26 * HOUR));
      }),
      { numRuns: 400 },
    );
  });

  test('any turn is where someone watching the clock would put it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        minute,
        fc.integer({ min: START, max: END }),
        (zone, time, after) => {
          const turn = nextTurn({ zone, minute: time, days: EVERY_DAY }, after);
          expect(turn.at).toBeGreaterThan(after);
          expect(turn.at).toBe(watchClock(zone, `${turn.day} ${format(time)}`, turn.at - 26 * HOUR));
        },
      ),
      { numRuns: 250 },
    );
  });

  test('every zone has exactly one turn for each local day, whatever the time', () => {
    for (const zone of ZONES) {
      const minuteOfDay = (zone.length * 37 + zone.charCodeAt(0)) % 240;
      const schedule = { zone, minute: minuteOfDay, days: EVERY_DAY };
      let turn = nextTurn(schedule, START);
      const first = dayNumber(turn.day);
      for (let count = 1; turn.at < END; count += 1) {
        turn = nextTurn(schedule, turn.at);
        if (dayNumber(turn.day) !== first + count) expect.fail(`${zone}: ${turn.day} after ${count} turns`);
      }
    }
  });

  test('croner, which runs the ticks, puts the turns at the same instants', () => {
    fc.assert(
      fc.property(moment, early, ({ zone, change }, time) => {
        const cron = new Cron(`${time % 60} ${Math.floor(time / 60)} * * *`, {
          timezone: zone,
          paused: true,
        });
        const from = change - 48 * HOUR;
        let turn = nextTurn({ zone, minute: time, days: EVERY_DAY }, from);
        for (const run of cron.nextRuns(3, new Date(from))) {
          expect(run.getTime()).toBe(turn.at);
          turn = nextTurn({ zone, minute: time, days: EVERY_DAY }, turn.at);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('ticks at any moments find each turn exactly once', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 20 * 60 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(moment, minute, steps, ({ zone, change }, time, minutes) => {
        const start = change - 72 * HOUR;
        const found: string[] = [];
        let from = start;
        for (const step of minutes) {
          const to = from + step * 60_000;
          for (const { day, first, last } of minuteRanges(wallRange(zone, { from, to }), EVERY_DAY))
            if (first <= time && time <= last) found.push(day);
          from = to;
        }
        const expected: string[] = [];
        const schedule = { zone, minute: time, days: EVERY_DAY };
        for (let turn = nextTurn(schedule, start); turn.at <= from; turn = nextTurn(schedule, turn.at))
          expected.push(turn.day);
        expect(found).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
