/**
 * Opens the desk's memory: Keyv stores by name and cells, on SQLite, Redis or in memory. Keyv is 5.6 and not 6, because
 * its maintained Redis adapter and its public adapter suite are made for 5.6.
 */
import { join } from 'node:path';
import type { RedisClientType } from '@keyv/redis';
import type { Keyv } from 'keyv';
import { type Cells, createMemoryCells } from './cells.ts';
import { namedStores } from './named-stores.ts';
import { createSqliteCells } from './sqlite-cells.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { createSqliteStore } from './sqlite-store.ts';

/** Everything that the desk remembers beyond its knowledge files. */
export type Storage = {
  readonly kind: 'sqlite' | 'redis' | 'memory';
  /**
   * The store with this name, the same one each time; its failures are thrown, as StorageError on SQLite. `ttlMs`:
   * how long its entries are kept unless told otherwise.
   */
  readonly store: <Value>(name: string, ttlMs?: number) => Keyv<Value>;
  readonly cells: Cells;
  /** Where the server is that replicas share; absent on one machine. */
  readonly redis?: { readonly url: string; readonly prefix: string; readonly client: RedisClientType };
  readonly close: () => Promise<void>;
};

/** Where things are kept. */
export type StorageOptions = {
  /** `redis://…`; wins over a folder. */
  readonly redisUrl?: string | undefined;
  /** Before every key on Redis; "briefdesk" unless told. */
  readonly redisPrefix?: string;
  /** Folder of `briefdesk.sqlite`; "data" unless told. */
  readonly dataDir?: string;
  /** True keeps everything in this process and writes nothing. */
  readonly memory?: boolean;
  /** How long to wait for a locked SQLite file, in milliseconds; 2,000 unless told. */
  readonly lockTimeoutMs?: number;
  /** Hears of trouble on the connection that no call waits for. */
  readonly onError?: (error: Error) => void;
};

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
