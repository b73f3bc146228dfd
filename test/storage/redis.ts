/** Where the tests' Redis is, and whether it is there. */
import { createClient } from '@keyv/redis';
import { test } from 'vitest';

/** The server that tests use; every test keeps to a prefix of its own. */
export const TEST_REDIS_URL = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

const reachable = await answers(TEST_REDIS_URL);
if (!reachable && process.env.CI === 'true')
  throw new Error(`No Redis at ${TEST_REDIS_URL}: the tests on CI need one.`);
if (!reachable) console.warn(`No Redis at ${TEST_REDIS_URL}: tests that need one are left out.`);

/** A test that needs Redis: left out where none runs, except on CI. */
export const testWithRedis = test.runIf(reachable);

/** Whether tests that need Redis are run. */
export const hasRedis = reachable;

/** A prefix that no other test run uses. */
export function testPrefix(name: string): string {
  return `briefdesk-test-${name}-${process.pid}-${Date.now().toString(36)}`;
}

/** Removes every key under the prefix. */
export async function removeKeys(prefix: string): Promise<void> {
  const client = createClient({ url: TEST_REDIS_URL });
  await client.connect();
  for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1000 }))
    if (keys.length > 0) await client.unlink(keys);
  client.destroy();
}

async function answers(url: string): Promise<boolean> {
  const client = createClient({ url, socket: { connectTimeout: 1000, reconnectStrategy: false } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    return true;
  } catch {
    return false;
  } finally {
    if (client.isOpen) client.destroy();
  }
}
