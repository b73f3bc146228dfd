/** The moment that `desk digest run --at` is told. */
import { describe, expect, test } from 'vitest';
import { readMoment } from '../../../src/digest/running/run-due.ts';

describe('a moment', () => {
  test.each([
    ['2026-03-29T02:30Z', 'Europe/Berlin', '2026-03-29T02:30:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29 04:30', 'Europe/Berlin', '2026-03-29T02:30:00.000Z'],
    ['2026-03-29T02:30+02:00', 'Asia/Tokyo', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T02:30', 'Asia/Tokyo', '2026-03-28T17:30:00.000Z'],
  ])('“%s” in %s', (words, zone, instant) => {
    expect(new Date(readMoment(words, zone) ?? Number.NaN).toISOString()).toBe(instant);
  });

  test.each(['tomorrow', '2026-02-30', '2026-13-01T08:00', '2026-01-01T25:00', ''])(
    '“%s” is none',
    (words) => {
      expect(readMoment(words, 'UTC')).toBeUndefined();
    },
  );
});
