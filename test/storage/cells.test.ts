/** Cells keep their promise on every backend. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { claim } from '../../src/storage/cells.ts';
import { emptyBackends } from './backends.ts';

describe.each(emptyBackends('cells'))('cells on %s', (_name, open) => {
  const opened = open();
  afterAll(async () => (await opened).close());

  test('a cell is filled once', async () => {
    const { cells } = await opened;
    expect(await cells.swap('once', { from: undefined, to: 'a' })).toBe(true);
    expect(await cells.swap('once', { from: undefined, to: 'b' })).toBe(false);
    expect(await cells.read('once')).toBe('a');
  });

  test('a swap from a value that is not there changes nothing', async () => {
    const { cells } = await opened;
    await cells.swap('stale', { from: undefined, to: 'new' });
    expect(await cells.swap('stale', { from: 'old', to: 'x' })).toBe(false);
    expect(await cells.swap('stale', { from: 'old', to: undefined })).toBe(false);
    expect(await cells.swap('nothing', { from: 'old', to: 'x' })).toBe(false);
    expect(await cells.readMany(['stale', 'nothing'])).toEqual(['new', undefined]);
  });

  test('a claim is free again when its time is over', async () => {
    const { cells } = await opened;
    expect(await claim(cells, 'claim', 40)).toBe(true);
    expect(await claim(cells, 'claim', 40)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await claim(cells, 'claim', 40)).toBe(true);
  });

  test('of many that swap the same value at once exactly one succeeds', async () => {
    const { cells } = await opened;
    const tries = Array.from({ length: 50 }, (_, n) => claim(cells, 'race', 60_000 + n));
    expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
  });

  test('any run of swaps ends as it does in a plain map', async () => {
    const { cells } = await opened;
    const value = fc.option(fc.constantFrom('', 'a', 'b', '{"é":1}'), { nil: undefined });
    const step = fc.record({ key: fc.constantFrom('k1', 'k2'), from: value, to: value });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const plain = new Map<string, string | undefined>();
        run += 1;
        for (const { key, from, to } of steps) {
          const expected = plain.get(key) === from;
          expect(await cells.swap(`${run}:${key}`, { from, to })).toBe(expected);
          if (expected) plain.set(key, to);
          expect(await cells.read(`${run}:${key}`)).toBe(plain.get(key));
        }
      }),
      { numRuns: 60 },
    );
  });
});
