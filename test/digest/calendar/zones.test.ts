/** Zones by the names that people give them, and completions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZone } from '../../../src/digest/calendar/schedule.ts';
import { findZone, labelZone, suggestZones } from '../../../src/digest/calendar/zones.ts';

const NOW = Date.parse('2026-01-08T13:12:00Z');
const values = (partial: string) => suggestZones(partial, { now: NOW }).map(({ value }) => value);

describe('a zone', () => {
  test.each([
    ['Bogotá', 'America/Bogota'],
    ['colombia', 'America/Bogota'],
    ['España', undefined],
    ['japón', 'Asia/Tokyo'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Madrid time', 'Europe/Madrid'],
    ['Mumbai', 'Asia/Kolkata'],
    ['est', 'America/New_York'],
    ['UTC', 'UTC'],
    ['utc+2', '+02:00'],
    ['-0330', '-03:30'],
    ['+15', undefined],
    ['constructor', undefined],
  ])('named “%s” is %s', (words, zone) => {
    const match = findZone(words);
    expect(match.kind === 'zone' ? match.zone : undefined).toBe(zone);
  });

  test('of a country with several names those where most people live first', () => {
    const match = findZone('United States');
    expect(match.kind === 'several' && match.zones.slice(0, 2)).toEqual([
      'America/New_York',
      'America/Chicago',
    ]);
  });

  test('is found again by its own id, for every zone that Intl knows', () => {
    for (const zone of Intl.supportedValuesOf('timeZone').filter((id) => id.includes('/')))
      expect(findZone(zone), zone).toMatchObject({ kind: 'zone' });
  });

  test('is shown with its clock', () => {
    expect(labelZone('America/Bogota', NOW)).toBe('Bogota (UTC−05:00, 08:12 now)');
    expect(labelZone('Asia/Kathmandu', NOW)).toBe('Kathmandu (UTC+05:45, 18:57 now)');
  });
});

describe('completions', () => {
  test('begin with what the words name, then what begins with them', () => {
    expect(values('bog')[0]).toBe('America/Bogota');
    expect(values('new')[0]).toBe('America/New_York');
    expect(values('CST')[0]).toBe('America/Chicago');
    expect(values('bogata')).toEqual(['America/Bogota']);
  });

  test("begin with the asker's own zone while nothing is typed", () => {
    const offered = suggestZones('', { likely: 'Asia/Tokyo', now: NOW });
    expect(offered[0]).toEqual({ label: 'Tokyo (UTC+09:00, 22:12 now)', value: 'Asia/Tokyo' });
  });

  test('are at most 25 zones that exist, each once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('a', 'europe', 'united', 'san')), (partial) => {
        const offered = values(partial);
        expect(offered.length).toBeLessThanOrEqual(25);
        expect(new Set(offered).size).toBe(offered.length);
        expect(offered.every(isZone)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
