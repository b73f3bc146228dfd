/** Digests over BullMQ: on time, retried, paced, and off when nobody wants them any more. */
import { Queue } from 'bullmq';
import { afterAll, expect, vi } from 'vitest';
import type { DigestPoster, PostResult } from '../../../src/digest/delivery-port.ts';
import { openDigests } from '../../../src/digest/open-digests.ts';
import { createLogger } from '../../../src/log.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { hasRedis, removeKeys, TEST_REDIS_URL, testPrefix, testWithRedis } from '../../storage/redis.ts';
import { makeTopic } from '../topic.ts';
import { dailyDigest } from '../world.ts';

const prefix = testPrefix('queue');
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const WAIT = { timeout: 15_000, interval: 20 };

afterAll(async () => {
  if (hasRedis) await removeKeys(prefix);
});

/** A desk on Redis under a name of its own; `results` are what the platform answers, then it posts. */
async function openDesk(name: string, { results = [] as PostResult[], channelGapMs = 0 } = {}) {
  const redisPrefix = `${prefix}-${name}`;
  const storage = await openStorage({ redisUrl: TEST_REDIS_URL, redisPrefix });
  const posted: string[] = [];
  let attempts = 0;
  const poster: DigestPoster = {
    platform: 'discord',
    limits: { perSecond: 1000, channelGapMs },
    recognisesRepeatsMs: 0,
    canPost: async () => ({ ok: true }),
    prepare:
      () =>
      async ({ channel }) => {
        attempts += 1;
        const result = results.shift() ?? { kind: 'posted', message: 'm' };
        if (result.kind === 'posted') posted.push(channel);
        return result;
      },
    findPosted: async () => ({ kind: 'absent' }),
  };
  const opened = await openDigests({
    storage,
    topics: () => [makeTopic(), makeTopic({ topic: 'port', title: 'The port' })],
    posters: () => [poster],
    logger: createLogger('silent'),
    random: () => 0,
  });
  return { ...opened, storage, posted, redisPrefix, attempts: () => attempts };
}

/** A subscription whose turn came a minute ago. */
function justDue(channel: string, changes: Partial<Parameters<typeof dailyDigest>[1]> = {}) {
  const due = new Date(Date.now() - 60_000);
  const minute = due.getUTCHours() * 60 + due.getUTCMinutes();
  return dailyDigest(channel, { schedule: { minute, zone: 'UTC', days: EVERY_DAY }, ...changes });
}

testWithRedis('a digest that is refused is posted when the platform takes it, once', async () => {
  const desk = await openDesk('retry', {
    results: [
      { kind: 'retry', reason: 'rate limit', retryAfterMs: 60 },
      { kind: 'retry', reason: 'rate limit', retryAfterMs: 60 },
    ],
  });
  await desk.book.put(justDue('c'));
  const runner = await desk.start();
  await vi.waitFor(() => expect(desk.posted).toHaveLength(1), WAIT);
  await runner.stop();
  expect(desk.attempts()).toBe(3);
  await desk.storage.close();
});

testWithRedis('replicas share one scheduler, and what is posted is not queued again', async () => {
  const desk = await openDesk('replicas');
  await desk.book.put(justDue('c'));
  const runners = await Promise.all([desk.start(), desk.start()]);
  await vi.waitFor(() => expect(desk.posted).toHaveLength(1), WAIT);
  const queue = new Queue('digest-tick', {
    connection: { url: TEST_REDIS_URL },
    prefix: `${desk.redisPrefix}:bull`,
  });
  expect(await queue.getJobSchedulersCount()).toBe(1);
  await queue.close();
  await Promise.all(runners.map((runner) => runner.stop()));
  const again = await desk.start();
  await again.stop();
  expect(desk.posted).toHaveLength(1);
  await desk.storage.close();
});

testWithRedis('a digest that waits for a retry is off when the channel is unsubscribed', async () => {
  const desk = await openDesk('unsubscribed', {
    results: [{ kind: 'retry', reason: 'rate limit', retryAfterMs: 400 }],
  });
  const subscription = justDue('c');
  await desk.book.put(subscription);
  const runner = await desk.start();
  await vi.waitFor(() => expect(desk.attempts()).toBe(1), WAIT);
  await desk.book.remove(subscription.id);
  const queue = new Queue('digest-discord', {
    connection: { url: TEST_REDIS_URL },
    prefix: `${desk.redisPrefix}:bull`,
  });
  await vi.waitFor(async () => expect(await queue.count()).toBe(0), WAIT);
  await queue.close();
  await runner.stop();
  expect(desk.attempts()).toBe(1);
  await desk.storage.close();
});

testWithRedis('the second digest for a channel waits until its gap is over', async () => {
  const desk = await openDesk('gap', { channelGapMs: 600_000 });
  await desk.book.put(justDue('c', { topics: ['harbour'] }));
  await desk.book.put(justDue('c', { topics: ['port'] }));
  const runner = await desk.start();
  const queue = new Queue('digest-discord', {
    connection: { url: TEST_REDIS_URL },
    prefix: `${desk.redisPrefix}:bull`,
  });
  await vi.waitFor(async () => expect(await queue.getDelayedCount()).toBe(1), WAIT);
  expect(desk.posted).toHaveLength(1);
  await queue.close();
  await runner.stop();
  await desk.storage.close();
});
