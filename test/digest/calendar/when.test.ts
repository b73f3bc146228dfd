/** Times, zones and days as people write them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeDays } from '../../../src/digest/calendar/days.ts';
import { formatMinute } from '../../../src/digest/calendar/time-of-day.ts';
import { describeMoment, describeSchedule, readWhen } from '../../../src/digest/calendar/when.ts';

const EVERY = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS = [1, 2, 3, 4, 5];
const read = (time: string, rest: { zone?: string; days?: string } = {}) =>
  readWhen({ time, likelyZone: 'Europe/London', ...rest });

describe('what is understood', () => {
  test.each([
    ['8am Bogotá', '08:00', 'America/Bogota', EVERY],
    ['08:00 CET', '08:00', 'Europe/Brussels', EVERY],
    ['every weekday at 7:30', '07:30', 'Europe/London', WEEKDAYS],
    ['7:30 every weekday, New York time', '07:30', 'America/New_York', WEEKDAYS],
    ['8 pm', '20:00', 'Europe/London', EVERY],
    ['8:00 a.m. Colombia', '08:00', 'America/Bogota', EVERY],
    ['20h', '20:00', 'Europe/London', EVERY],
    ['0800', '08:00', 'Europe/London', EVERY],
    ['7.30 Berlin', '07:30', 'Europe/Berlin', EVERY],
    ['at 8 in the morning, Mexico City', '08:00', 'America/Mexico_City', EVERY],
    ['noon Madrid', '12:00', 'Europe/Madrid', EVERY],
    ['12am', '00:00', 'Europe/London', EVERY],
    ['12pm', '12:00', 'Europe/London', EVERY],
    ['midnight', '00:00', 'Europe/London', EVERY],
    ['00:00', '00:00', 'Europe/London', EVERY],
    ['24:00', '00:00', 'Europe/London', EVERY],
    ['Mon-Fri 9am', '09:00', 'Europe/London', WEEKDAYS],
    ['Fri to Mon 9am', '09:00', 'Europe/London', [1, 5, 6, 7]],
    ['Mondays and Thursdays at 18:00 Paris', '18:00', 'Europe/Paris', [1, 4]],
    ['todos los días a las 8:00 Bogotá', '08:00', 'America/Bogota', EVERY],
    ['6 de la tarde Lima', '18:00', 'America/Lima', EVERY],
    ['8h segunda-feira São Paulo', '08:00', 'America/Sao_Paulo', [1]],
    ['08:00 UTC-5', '08:00', '-05:00', EVERY],
    ['08:00 GMT+5:30', '08:00', '+05:30', EVERY],
    ['8am america/bogota', '08:00', 'America/Bogota', EVERY],
    ['8am Kyiv', '08:00', 'Europe/Kyiv', EVERY],
  ])('“%s”', (words, time, zone, days) => {
    const when = read(words);
    if (when.kind === 'unclear') throw new Error(when.question);
    expect([formatMinute(when.schedule.minute), when.schedule.zone, when.schedule.days]).toEqual([
      time,
      zone,
      days,
    ]);
  });

  test('a zone and days of their own win over those beside the time', () => {
    expect(read('8am Berlin every day', { zone: 'Bogotá', days: 'weekends' })).toEqual({
      kind: 'understood',
      schedule: { minute: 480, zone: 'America/Bogota', days: [6, 7] },
    });
  });

  test('any time of the day in any zone, on any days, as a schedule is described', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((each) => each.sort());
    const zone = fc.constantFrom('America/Bogota', 'Asia/Kolkata', 'Europe/Berlin', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), zone, days, (minute, inZone, on) => {
        const schedule = { minute, zone: inZone, days: on };
        expect(read(describeSchedule(schedule))).toEqual({ kind: 'understood', schedule });
        expect(read(formatMinute(minute), { zone: inZone, days: describeDays(on) })).toEqual({
          kind: 'understood',
          schedule,
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is asked back', () => {
  test.each([
    ['8', 'Is that 8 in the morning or in the evening? Write “8am” or “8pm”.'],
    ['tomorrow', 'I did not understand the time “tomorrow”. Write it like “08:00”, “8am” or “7:30 pm”.'],
    ['25:00', 'I did not understand the time “25:00”. Write it like “08:00”, “8am” or “7:30 pm”.'],
    ['13pm', 'I did not understand the time “13pm”. Write it like “08:00”, “8am” or “7:30 pm”.'],
    [
      '8am Bogata',
      'I do not know the time zone “bogata”. Did you mean America/Bogota? Write it like “Bogotá”, “America/Bogota”, “CET” or “UTC-5”.',
    ],
    [
      '8am IST',
      'Several time zones go by “ist”: Asia/Kolkata, Asia/Jerusalem, Europe/Dublin. Write one of them, such as “08:00 Asia/Kolkata”.',
    ],
  ])('“%s”', (words, question) => {
    expect(read(words)).toEqual({ kind: 'unclear', question });
  });

  test('a zone where neither the user nor the platform names one', () => {
    expect(readWhen({ time: '08:00' })).toEqual({
      kind: 'unclear',
      question:
        'In which time zone? Add a zone like “Bogotá”, “America/Bogota”, “CET” or “UTC-5”: “08:00 Bogotá”.',
    });
  });

  test('days that are none', () => {
    expect(read('8am', { days: 'whenever' })).toMatchObject({
      question: expect.stringContaining('“weekdays”, “every day”, “weekends” or “Mon, Wed, Fri”'),
    });
  });

  test('whatever is typed, the answer is a schedule or a question', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (time, zone) => {
        expect(['understood', 'unclear']).toContain(read(time, { zone }).kind);
      }),
      { numRuns: 300 },
    );
  });
});

test('a moment is told as the clocks of its zone show it', () => {
  const at = Date.parse('2026-03-29T01:00:00Z');
  expect(describeMoment(at, 'Europe/Berlin')).toBe('29 March 2026 at 03:00');
  expect(describeMoment(at, 'America/Bogota')).toBe('28 March 2026 at 20:00');
});
