/**
 * Opens the desk's memory: Keyv stores by name and cells, on SQLite, Redis or in memory. Keyv is 5.6 and not 6, because
 * its maintained Redis adapter and its public adapter suite are made for 5.6.
 */
import { join } from 'node:path';
import { createMemoryCells } from './cells.ts';
import { namedStores } from './named-stores.ts';
import { createSqliteCells } from './sqlite-cells.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { createSqliteStore } from './sqlite-store.ts';
import type { Storage, StorageOptions } from './storage.ts';

/** Opens storage as configured. @throws StorageError when the file or the server cannot be used. */
export async function openStorage(options: StorageOptions = {}): Promise<Storage> {
  if (options.memory) return openMemory();
  if (!options.redisUrl) return openSqlite(options);
  // The client takes a tenth of a second to load, which a desk on one machine need not wait for.
  const { openRedis } = await import('./open-redis.ts');
  return openRedis(options.redisUrl, options);
}

function openMemory(): Storage {
  return {
    kind: 'memory',
    store: namedStores(() => new Map()),
    cells: createMemoryCells(),
    close: async () => undefined,
  };
}

function openSqlite({ dataDir = 'data', lockTimeoutMs }: StorageOptions): Storage {
  const file = openSqliteFile(join(dataDir, 'briefdesk.sqlite'), lockTimeoutMs);
  return {
    kind: 'sqlite',
    store: namedStores(() => createSqliteStore(file)),
    cells: createSqliteCells(file),
    close: async () => file.close(),
  };
}
