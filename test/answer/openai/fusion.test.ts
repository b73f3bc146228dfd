/** Rankings made into one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuseRankings } from '../../../src/answer/openai/fusion.ts';

describe('fusion of rankings', () => {
  test('keeps each id once and invents none', () => {
    const ranking = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 20 });
    fc.assert(
      fc.property(ranking, ranking, (one, other) => {
        const fused = fuseRankings([one, other]);
        expect([...fused].sort()).toEqual([...new Set([...one, ...other])].sort());
      }),
    );
  });

  test('is the ranking itself for a single one', () => {
    expect(fuseRankings([['b', 'a', 'c']])).toEqual(['b', 'a', 'c']);
  });

  test('puts what both find before what one finds', () => {
    expect(
      fuseRankings([
        ['a', 'b'],
        ['c', 'b'],
      ])[0],
    ).toBe('b');
  });
});
