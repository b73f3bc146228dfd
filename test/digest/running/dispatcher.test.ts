/** Deliveries side by side in one process. */
import { describe, expect, test } from 'vitest';
import type { DeliveryResult, DeliveryTask } from '../../../src/digest/delivery/delivery.ts';
import { createDispatcher } from '../../../src/digest/running/dispatcher.ts';
import { dailyDigest } from '../world.ts';

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
