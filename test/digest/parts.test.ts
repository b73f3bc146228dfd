/** The small parts: backoff, pacing, moments, dispatching. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backoff } from '../../src/backoff.ts';
import type { DeliveryResult, DeliveryTask } from '../../src/digest/delivery.ts';
import { createDispatcher } from '../../src/digest/dispatcher.ts';
import { createPace } from '../../src/digest/pace.ts';
import { readMoment } from '../../src/digest/run-due.ts';
import { renewTask } from '../../src/digest/runner.ts';
import { readCatchUpMs } from '../../src/digest/settings.ts';
import { dailyDigest } from './world.ts';

describe('backoff', () => {
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
});

describe('pacing', () => {
  /** Sends as fast as it is let, and gives back when each message went out. */
  async function sendAll(channels: readonly string[], limits: { perSecond: number; channelGapMs: number }) {
    let now = 1_000_000;
    const sent: { channel: string; at: number }[] = [];
    const pace = createPace({
      limitsOf: () => limits,
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    });
    for (const channel of channels) {
      await pace({ platform: 'discord', channel });
      sent.push({ channel, at: now });
    }
    return sent;
  }

  test("no second holds more messages than a platform's limit, no channel two within its gap", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 5 }).map(String), { maxLength: 120 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(0, 300, 1000),
        async (channels, perSecond, channelGapMs) => {
          const sent = await sendAll(channels, { perSecond, channelGapMs });
          for (const { at, channel } of sent) {
            const within = sent.filter((other) => other.at >= at && other.at < at + 1000);
            expect(within.length).toBeLessThanOrEqual(perSecond + 1);
            const same = within.filter((other) => other.channel === channel && other.at < at + channelGapMs);
            expect(same.length).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a platform without limits is not paced', async () => {
    const pace = createPace({
      limitsOf: () => undefined,
      now: () => 0,
      sleep: () => Promise.reject(new Error()),
    });
    await pace({ platform: 'discord', channel: 'c' });
  });
});

describe('a moment', () => {
  test.each([
    ['2026-03-29T02:30Z', 'Europe/Berlin', '2026-03-29T02:30:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29 04:30', 'Europe/Berlin', '2026-03-29T02:30:00.000Z'],
    ['2026-03-29T02:30+02:00', 'Asia/Tokyo', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T02:30', 'Asia/Tokyo', '2026-03-28T17:30:00.000Z'],
  ])('“%s” in %s', (words, zone, instant) => {
    expect(new Date(readMoment(words, zone) ?? Number.NaN).toISOString()).toBe(instant);
  });

  test.each(['tomorrow', '2026-02-30', '2026-13-01T08:00', '2026-01-01T25:00', ''])(
    '“%s” is none',
    (words) => {
      expect(readMoment(words, 'UTC')).toBeUndefined();
    },
  );
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

describe('the dispatcher', () => {
  const tasks = (count: number) =>
    Array.from(
      { length: count },
      (_, n): DeliveryTask => ({ subscription: dailyDigest(`c${n}`), day: 'd', at: 0 }),
    );

  test('runs so many at once, each to its end, and the same one only once', async () => {
    let running = 0;
    let most = 0;
    const ended: string[] = [];
    const rounds = new Map<string, number>();
    const dispatcher = createDispatcher({
      concurrency: 4,
      step: async ({ subscription: { channel } }): Promise<DeliveryResult> => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        running -= 1;
        const round = (rounds.get(channel) ?? 0) + 1;
        rounds.set(channel, round);
        return round < 3 ? { kind: 'again', afterMs: 1 } : { kind: 'over', outcome: 'posted' };
      },
      renew: async (task) => task,
      onOver: ({ subscription }) => ended.push(subscription.channel),
      onError: () => expect.unreachable(),
    });
    dispatcher.add(tasks(20));
    dispatcher.add(tasks(20));
    await dispatcher.idle();
    expect(most).toBe(4);
    expect(ended.sort()).toEqual(
      tasks(20)
        .map(({ subscription }) => subscription.channel)
        .sort(),
    );
    expect([...rounds.values()].every((round) => round === 3)).toBe(true);
  });

  test('stops after what is running and begins nothing more', async () => {
    let begun = 0;
    const dispatcher = createDispatcher({
      concurrency: 2,
      step: async () => {
        begun += 1;
        await new Promise((resolve) => setImmediate(resolve));
        return { kind: 'again', afterMs: 1_000_000 };
      },
      renew: async (task) => task,
      onError: () => expect.unreachable(),
    });
    dispatcher.add(tasks(10));
    await dispatcher.stop();
    expect(begun).toBe(2);
  });

  test('reports a fault and keeps the task', async () => {
    const faults: unknown[] = [];
    const dispatcher = createDispatcher({
      concurrency: 1,
      step: () => Promise.reject(new Error('storage')),
      renew: async (task) => task,
      onError: (error) => faults.push(error),
    });
    dispatcher.add(tasks(1));
    await new Promise((resolve) => setImmediate(resolve));
    await dispatcher.stop();
    expect(faults).toHaveLength(1);
  });
});

test('the catch-up time is six hours unless set, and refused where it makes no sense', () => {
  expect(readCatchUpMs({})).toBe(6 * 3_600_000);
  expect(readCatchUpMs({ DIGEST_CATCH_UP_HOURS: '2' })).toBe(2 * 3_600_000);
  expect(() => readCatchUpMs({ DIGEST_CATCH_UP_HOURS: 'soon' })).toThrow('DIGEST_CATCH_UP_HOURS');
});
