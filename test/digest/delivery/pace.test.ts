/** Keeping within a platform's limits. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGapClaim, createPace } from '../../../src/digest/delivery/pace.ts';

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
    expect(await pace({ platform: 'discord', channel: 'c' })).toBe(0);
  });
});

test('over several replicas a channel is posted to by whoever claims its gap, the others come again', async () => {
  const claims = new Set<string>();
  const pace = createGapClaim({
    limitsOf: () => ({ perSecond: 1, channelGapMs: 1100 }),
    claim: async (key) => !claims.has(key) && claims.add(key).has(key),
  });
  const ask = (channel: string) => pace({ platform: 'slack', channel });
  expect([await ask('a'), await ask('a'), await ask('b')]).toEqual([0, 1100, 0]);
});
