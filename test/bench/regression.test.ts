import { describe, expect, it } from 'vitest';
import { fitYesNo, probability } from './regression.ts';

describe('a logistic regression', () => {
  it('finds the odds that each group has', () => {
    const group = (first: number, yes: number, no: number) => [
      { row: [first, 1], yes: true, weight: yes },
      { row: [first, 1], yes: false, weight: no },
    ];
    const weights = fitYesNo([...group(0, 1, 3), ...group(1, 4, 1)], 0);
    expect(probability([0, 1], weights)).toBeCloseTo(0.25);
    expect(probability([1, 1], weights)).toBeCloseTo(0.8);
  });

  it('gives no weight to what is always the same', () => {
    const weights = fitYesNo(
      [
        { row: [2, 0, 1], yes: true, weight: 1 },
        { row: [2, 1, 1], yes: false, weight: 1 },
        { row: [2, 1, 1], yes: true, weight: 1 },
      ],
      0.1,
    );
    expect(weights.every(Number.isFinite)).toBe(true);
    expect(probability([2, 0, 1], weights)).toBeGreaterThan(probability([2, 1, 1], weights));
  });
});
