/** Two replicas on Redis, one of them killed in the middle of its work: none lost, none twice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect } from 'vitest';
import { openSubscriptionBook } from '../../../src/digest/subscriptions/subscription-book.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { hasRedis, removeKeys, TEST_REDIS_URL, testPrefix, testWithRedis } from '../../storage/redis.ts';
import { subscribedChannels } from './channels.ts';
import { startPlatform } from './platform.ts';

const CHANNELS = 200;
const NONCE_MS = 120_000;
// Far longer than a busy test machine makes a living process wait.
const LEASE_MS = 3000;
const DELIVERER = join(import.meta.dirname, 'deliverer.ts');
const prefix = testPrefix('replicas');

const children: ChildProcess[] = [];
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  if (hasRedis) await removeKeys(prefix);
});

function startReplica(order: object): ChildProcess {
  const child = spawn(process.execPath, [DELIVERER, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (holds()) return;
    await sleep(50);
  }
  throw new Error(`not within a minute: ${what}`);
}

testWithRedis(
  'two replicas, one killed after it posted and before it wrote that down, leave one digest in each channel',
  async () => {
    const platform = await startPlatform(NONCE_MS);
    const storage = await openStorage({ redisUrl: TEST_REDIS_URL, redisPrefix: prefix });
    const book = await openSubscriptionBook(storage);
    await book.putAll(subscribedChannels(CHANNELS, Date.now()));
    platform.loseOneIn = 37;
    const redis = { url: TEST_REDIS_URL, prefix };
    const order = { url: platform.url, redis, nonceMs: NONCE_MS, leaseMs: LEASE_MS };

    const doomed = startReplica({ ...order, kill: { point: 'after post', pass: 10 } });
    const killed = once(doomed, 'exit');
    const survivor = startReplica(order);
    const [, signal] = await killed;
    expect(signal).toBe('SIGKILL');
    await until('every channel has a digest', () => {
      const channels = new Set(platform.messages.map(({ channel }) => channel));
      return channels.size === CHANNELS;
    });
    // Whatever the dead replica left is taken up again after its locks are over.
    await sleep(2 * LEASE_MS);
    expect(platform.messages).toHaveLength(CHANNELS);

    const stopped = once(survivor, 'exit');
    survivor.kill('SIGTERM');
    await stopped;
    await storage.close();
    await platform.close();
  },
  120_000,
);
