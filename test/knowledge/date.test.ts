/** Calendar dates as news gives them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDateSchema, formatDate, formatFactDate } from '../../src/knowledge/date.ts';

describe('a written date', () => {
  test.each(['2026', '2026-01', '2026-01-08', '2024-02-29'])('%s is taken', (date) => {
    expect(calendarDateSchema.safeParse(date).success).toBe(true);
  });

  test.each([
    '',
    '2026-1-8',
    '2026-13',
    '2026-00',
    '2025-02-29',
    '2026-04-31',
    '8 January 2026',
    '2026-01-08T00:00',
  ])('%j is refused', (date) => {
    expect(calendarDateSchema.safeParse(date).success).toBe(false);
  });

  test('of any kind is taken or refused, never a failure', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\d$/)), (date) => {
        const { success } = calendarDateSchema.safeParse(date);
        if (success) expect(formatDate(date)).not.toContain('Invalid');
      }),
    );
  });
});

describe('a date in words', () => {
  test.each([
    ['2026-01-08', '8 January 2026'],
    ['2026-01', 'January 2026'],
    ['2026', '2026'],
  ])('%s reads %s', (date, words) => {
    expect(formatDate(date)).toBe(words);
  });

  test('says where it is only about right, and how far a period goes', () => {
    const weekend = { on: '2026-01-03', to: '2026-01-04', precision: 'about', inferred: true } as const;
    expect(formatFactDate(weekend)).toMatch(/^about 3\s–\s4 January 2026$/);
    expect(formatFactDate({ on: '2025-10', precision: 'month', inferred: false })).toBe('October 2025');
  });
});
