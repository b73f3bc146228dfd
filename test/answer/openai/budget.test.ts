/** What one user may spend in a day. */
import { expect, test } from 'vitest';
import { createBudget } from '../../../src/answer/openai/budget.ts';
import { createMemoryCells } from '../../../src/storage/cells.ts';

test('the budget counts every token of users who ask at the same time', async () => {
  const cells = createMemoryCells();
  const budget = createBudget({ cells, dailyTokens: 40, now: () => 0, onError: () => expect.unreachable() });
  await Promise.all(Array.from({ length: 4 }, () => budget.spend('ann', 10)));
  expect(await budget.isLeft('ann')).toBe(false);
  expect(await budget.isLeft('bob')).toBe(true);
});
