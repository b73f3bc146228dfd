/** When a service that fails is asked again. */
import { describe, expect, test } from 'vitest';
import { createBreaker } from '../../../src/answer/openai/breaker.ts';

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
