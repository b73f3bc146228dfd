/**
 * Opens the desk's memory: Keyv stores by name and cells, on SQLite, Redis or in memory. Keyv is 5.6 and not 6, because
 * its maintained Redis adapter and its public adapter suite are made for 5.6.
 */
import { join } from 'node:path';
import KeyvRedis, { createClient, type RedisClientType } from '@keyv/redis';
import { Keyv } from 'keyv';
import { type Cells, createMemoryCells } from './cells.ts';
import { createRedisCells, type RedisAttempt } from './redis-cells.ts';
import { createSqliteCells } from './sqlite-cells.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { createSqliteStore } from './sqlite-store.ts';
import { explainRedisError } from './storage-error.ts';

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
  return options.redisUrl ? openRedis(options.redisUrl, options) : openSqlite(options);
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

async function openRedis(url: string, options: StorageOptions): Promise<Storage> {
  const { redisPrefix: prefix = 'briefdesk', onError = () => undefined } = options;
  const attempt: RedisAttempt = async (work) => {
    try {
      return await work();
    } catch (error) {
      throw explainRedisError(error, url);
    }
  };
  const client = await attempt(() => connectRedis(url, onError));
  return {
    kind: 'redis',
    redis: { url, prefix, client },
    // The adapter puts the name before the key itself; Keyv must not do it a second time.
    store: namedStores(() => new KeyvRedis(client, { throwOnErrors: true }), {
      prefix: `${prefix}:`,
      useKeyPrefix: false,
    }),
    cells: createRedisCells(client, prefix, attempt),
    close: async () => client.destroy(),
  };
}

async function connectRedis(url: string, onError: (error: Error) => void): Promise<RedisClientType> {
  let connected = false;
  const client: RedisClientType = createClient({
    url,
    // Commands fail at once while the server is away, instead of piling up unseen.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 5000,
      // A wrong address at the start is told at once; a server that restarts later is waited for.
      reconnectStrategy: (retries) => connected && Math.min(50 * 2 ** retries, 5000),
    },
  });
  client.on('error', (error: Error) => onError(explainRedisError(error, url)));
  await client.connect();
  connected = true;
  return client;
}

function namedStores(
  makeAdapter: () => unknown,
  { prefix = '', useKeyPrefix = true } = {},
): Storage['store'] {
  const stores = new Map<string, Keyv>();
  return (name, ttlMs) => {
    const known = stores.get(name);
    if (known) return known;
    const store = new Keyv({
      store: makeAdapter(),
      namespace: prefix + name,
      useKeyPrefix,
      throwOnErrors: true,
      ...(ttlMs === undefined ? {} : { ttl: ttlMs }),
    });
    stores.set(name, store);
    return store;
  };
}
