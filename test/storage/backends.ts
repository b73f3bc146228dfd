/** Every backend that storage has, for tests of what has to hold on each. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { hasRedis, removeKeys, TEST_REDIS_URL, testPrefix } from './redis.ts';

/** Opens a backend that holds nothing yet. */
type Opener = () => Promise<Storage>;

/** Backends by name, Redis where it runs; what they hold goes after the tests of the file that asks. `name` is its own. */
export function emptyBackends(name: string): readonly (readonly [string, Opener])[] {
  const dataDir = mkdtempSync(join(tmpdir(), `briefdesk-${name}-`));
  const redisPrefix = testPrefix(name);
  afterAll(async () => {
    rmSync(dataDir, { recursive: true });
    if (hasRedis) await removeKeys(redisPrefix);
  });
  const onRedis: Opener = () => openStorage({ redisUrl: TEST_REDIS_URL, redisPrefix });
  return [
    ['memory', () => openStorage({ memory: true })],
    ['SQLite', () => openStorage({ dataDir })],
    ...(hasRedis ? ([['Redis', onRedis]] as const) : []),
  ];
}
