/** Working out once what depends on a value that never changes. */
import { expect, test } from 'vitest';
import { oncePer } from '../src/once-per.ts';

test('oncePer runs once for a value, and again for its next version', () => {
  let runs = 0;
  const count = oncePer((_topic: { readonly title: string }) => {
    runs += 1;
    return { run: runs };
  });
  const topic = { title: 'Harbour' };
  expect([count(topic), count(topic), count({ ...topic })].map(({ run }) => run)).toEqual([1, 1, 2]);
});
