/** The ticks of a desk on one machine, whatever its clock does, and tasks taken up again. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeliveryTask } from '../../../src/digest/delivery/delivery.ts';
import type { Tick } from '../../../src/digest/running/due-tasks.ts';
import { renewTask, startEmbeddedRunner } from '../../../src/digest/running/runner.ts';
import { dailyDigest } from '../world.ts';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-08T12:00:20Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

function startCounting(tick: Tick = async () => undefined) {
  const ticks: string[] = [];
  const faults: unknown[] = [];
  const runner = startEmbeddedRunner({
    tick: async (hand) => {
      ticks.push(new Date().toISOString().slice(11, 19));
      await tick(hand);
    },
    step: async () => ({ kind: 'over', outcome: 'posted' }),
    renew: async (task) => task,
    onError: (error) => faults.push(error),
  });
  return { ticks, faults, runner };
}

test('come at once and then at the start of every minute', async () => {
  const { ticks, runner } = startCounting();
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(ticks).toEqual(['12:00:20', '12:01:00', '12:02:00']);
  await runner.stop();
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(ticks).toHaveLength(3);
});

test('go on when a clock that was a year ahead is set back', async () => {
  vi.setSystemTime(Date.parse('2027-01-08T12:00:20Z'));
  const { ticks, runner } = startCounting();
  await vi.advanceTimersByTimeAsync(MINUTE);
  vi.setSystemTime(Date.parse('2026-01-08T09:30:10Z'));
  const before = ticks.length;
  await vi.advanceTimersByTimeAsync(3 * MINUTE);
  expect(ticks.length - before).toBeGreaterThanOrEqual(2);
  await runner.stop();
});

test('go on after one that failed', async () => {
  const { ticks, faults, runner } = startCounting(() => Promise.reject(new Error('storage')));
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(ticks).toHaveLength(3);
  expect(faults).toHaveLength(3);
  await runner.stop();
});

describe('a task taken up again', () => {
  const at = Date.parse('2026-01-08T13:00:00Z');
  const task: DeliveryTask = { subscription: dailyDigest('c'), day: '2026-01-08', at };

  test('goes on with the subscription as it is now', () => {
    const changed = dailyDigest('c', { whenNothingIsNew: 'say so' });
    expect(renewTask(task, changed)).toEqual({ ...task, subscription: changed });
  });

  test('is off where the subscription is gone, paused, moved or made anew since', () => {
    const moved = dailyDigest('c', { schedule: { minute: 540, zone: 'America/Bogota', days: [1] } });
    const paused = dailyDigest('c', { paused: { at, why: 'asked' } });
    for (const now of [undefined, moved, paused, dailyDigest('c', { since: at + 1 })])
      expect(renewTask(task, now)).toBeUndefined();
  });
});
