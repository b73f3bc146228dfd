/** The desk's memory as everything else uses it, and what it is opened with. */
import type { RedisClientType } from '@keyv/redis';
import type { Keyv } from 'keyv';
import type { Cells } from './cells.ts';

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
