/** The small parts of the model engine: breaker, budget, fusion, settings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBreaker } from '../../../src/answer/openai/breaker.ts';
import { createBudget } from '../../../src/answer/openai/budget.ts';
import { readClaims } from '../../../src/answer/openai/drafts.ts';
import { fuseRankings } from '../../../src/answer/openai/fusion.ts';
import { readOpenAiSettings } from '../../../src/answer/openai/settings.ts';
import { SettingsError } from '../../../src/config.ts';
import { createMemoryCells } from '../../../src/storage/cells.ts';
import { draftOf } from './stand-in.ts';

describe('the breaker', () => {
  test('gives one caller the trial after the pause', () => {
    let now = 0;
    const breaker = createBreaker({ failures: 1, pauseMs: 100, now: () => now });
    breaker.failed();
    expect(breaker.mayTry()).toBe(false);
    now = 100;
    expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, false]);
    breaker.succeeded();
    expect(breaker.mayTry()).toBe(true);
  });

  test('waits as long as the service asks, up to ten minutes', () => {
    let now = 0;
    const breaker = createBreaker({ failures: 1, pauseMs: 100, now: () => now });
    breaker.failed(3_600_000);
    now = 599_999;
    expect(breaker.mayTry()).toBe(false);
    now = 600_000;
    expect(breaker.mayTry()).toBe(true);
  });
});

test('the budget counts every token of users who ask at the same time', async () => {
  const cells = createMemoryCells();
  const budget = createBudget({ cells, dailyTokens: 40, now: () => 0, onError: () => expect.unreachable() });
  await Promise.all(Array.from({ length: 4 }, () => budget.spend('ann', 10)));
  expect(await budget.isLeft('ann')).toBe(false);
  expect(await budget.isLeft('bob')).toBe(true);
});

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

test('claims are the same however the text of a draft is cut', async () => {
  const text = fc.string({ minLength: 1 }).filter((value) => value.length > 0);
  const claims = fc.array(fc.record({ text, citations: fc.array(text, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(claims, fc.integer({ min: 1, max: 30 }), async (drafted, size) => {
      const whole = draftOf(drafted);
      const pieces = async function* () {
        for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size);
      };
      const read = [];
      for await (const claim of readClaims(pieces())) read.push(claim);
      expect(read).toEqual(drafted);
    }),
  );
});

describe('settings', () => {
  test('without a key there is no model', () => {
    expect(readOpenAiSettings({ OPENAI_MODEL: 'gpt-5.4-mini' })).toBeUndefined();
  });

  test('a wrong value is named, not shown', () => {
    const read = () => readOpenAiSettings({ OPENAI_API_KEY: 'sk-very-secret', OPENAI_TIMEOUT_MS: 'soon' });
    expect(read).toThrow(SettingsError);
    expect(read).toThrow(/OPENAI_TIMEOUT_MS/);
    expect(read).not.toThrow(/sk-very-secret/);
  });
});
