/** Opens the desk's memory on a Redis server, for several replicas. */
import KeyvRedis, { createClient, type RedisClientType } from '@keyv/redis';
import { inTime } from '../in-time.ts';
import { namedStores } from './named-stores.ts';
import { createRedisCells, type RedisAttempt } from './redis-cells.ts';
import type { Storage, StorageOptions } from './storage.ts';
import { explainRedisError } from './storage-error.ts';

/** @throws StorageError when the server cannot be used */
export async function openRedis(url: string, options: StorageOptions): Promise<Storage> {
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
      connectTimeout: CONNECT_MS,
      // A wrong address at the start is told at once; a server that restarts later is waited for.
      reconnectStrategy: (retries) => connected && Math.min(50 * 2 ** retries, 5000),
    },
  });
  client.on('error', (error: Error) => onError(explainRedisError(error, url)));
  try {
    await inTime(client.connect(), CONNECT_MS);
  } catch (error) {
    if (client.isOpen) client.destroy();
    throw error;
  }
  connected = true;
  return limitAnswers(client);
}

const CONNECT_MS = 5000;
/** A server that works answers within milliseconds. */
const ANSWER_MS = 2000;

/**
 * The client with a limit to what it waits for: a server that is there and silent (it was stopped, or the network
 * swallows what is sent) is as good as none. Its own limit is for what waits to be sent, not to be answered.
 */
function limitAnswers(client: RedisClientType): RedisClientType {
  return new Proxy(client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        const result: unknown = Reflect.apply(value, target, given);
        return result instanceof Promise ? inTime(result, ANSWER_MS) : result;
      };
    },
  });
}
