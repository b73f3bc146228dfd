/** How long is waited before the next try. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from '../src/backoff.ts';

test('doubles its ceiling to five minutes and never goes below what the platform asks', () => {
  const ceilings = [1, 2, 3, 9, 50].map((tries) => backoff(tries, { random: () => 1 }));
  expect(ceilings).toEqual([1000, 2000, 4000, 256_000, 300_000]);
  fc.assert(
    fc.property(
      fc.nat(2000),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(60_000),
      (tries, r, asked) => {
        const wait = backoff(tries, { random: () => r, atLeastMs: asked });
        expect(wait).toBeGreaterThanOrEqual(asked);
        expect(wait).toBeLessThanOrEqual(asked + 300_001);
      },
    ),
  );
});
