import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWordVectors } from '../../src/retrieval/word-vectors.ts';
import { decodeWordVectors, encodeWordVectors, STEP } from '../../src/retrieval/word-vectors-file.ts';

const vectors = openWordVectors();
const like = (one: string, other: string) =>
  vectors.likeness(vectors.numberOf(one) ?? -1, vectors.numberOf(other) ?? -1);

describe('word vectors', () => {
  it('put words of one subject near each other, and others not', () => {
    expect(like('turnout', 'voters')).toBeGreaterThan(0.4);
    expect(like('passengers', 'aboard')).toBeGreaterThan(0.4);
    expect(like('turnout', 'aboard')).toBeLessThan(0.2);
  });

  it('find every word nearest to itself', () => {
    expect(like('minister', 'minister')).toBeCloseTo(1, 1);
  });

  it('know common words as less rare than rare ones, and unknown ones as rarest', () => {
    expect(vectors.rarity('people')).toBeLessThan(vectors.rarity('ambassador'));
    expect(vectors.rarity('ambassador')).toBeLessThan(vectors.rarity('qwertzuiop'));
    expect(vectors.rarity('qwertzuiop')).toBe(1);
    expect(vectors.numberOf('qwertzuiop')).toBeUndefined();
  });

  it('give a group of words a direction of length 1, and of unknown words none', () => {
    const direction = vectors.direction([vectors.numberOf('minister')]);
    expect(Math.hypot(...direction)).toBeCloseTo(1);
    expect(Math.hypot(...vectors.direction([vectors.numberOf('qwertzuiop')]))).toBe(0);
  });

  it('come back from their file within half a step', () => {
    const coordinate = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 20 }), (rows) => {
        const words = rows.map((_, at) => `w${at}`);
        const read = decodeWordVectors(encodeWordVectors(words, rows));
        expect(read.words).toEqual(words);
        rows.flat().forEach((x, at) => {
          expect(Math.abs((read.coordinates[at] ?? 0) * STEP - x)).toBeLessThanOrEqual(STEP / 2 + 1e-12);
        });
      }),
    );
  });
});
