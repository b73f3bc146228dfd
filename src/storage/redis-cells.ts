/** Cells on a Redis server. */
import type { RedisClientType } from '@keyv/redis';
import type { Cells, Swap } from './cells.ts';

// One script, so that no other client comes between the look and the write. An empty argument cannot be a value:
// ARGV[1] and ARGV[3] say whether "from" and "to" are there at all.
const SWAP = `
  local held = redis.call('GET', KEYS[1])
  if ARGV[1] == '1' then
    if held ~= ARGV[2] then return 0 end
  elseif held then
    return 0
  end
  if ARGV[3] == '0' then
    redis.call('DEL', KEYS[1])
  elseif ARGV[5] == '' then
    redis.call('SET', KEYS[1], ARGV[4])
  else
    redis.call('SET', KEYS[1], ARGV[4], 'PX', ARGV[5])
  end
  return 1
`;

/** Runs an operation on Redis, turning its failures into a StorageError. */
export type RedisAttempt = <T>(work: () => Promise<T>) => Promise<T>;

/** Makes cells under `prefix`, shared by all that use the same server and prefix. */
export function createRedisCells(client: RedisClientType, prefix: string, attempt: RedisAttempt): Cells {
  const at = (key: string) => `${prefix}:cell:${key}`;
  return {
    read: async (key) => (await attempt(() => client.get(at(key)))) ?? undefined,
    readMany: async (keys) => {
      if (keys.length === 0) return [];
      const values = await attempt(() => client.mGet(keys.map(at)));
      return values.map((value) => value ?? undefined);
    },
    swap: async (key, swap) => {
      const answer = await attempt(() =>
        client.eval(SWAP, { keys: [at(key)], arguments: swapArguments(swap) }),
      );
      return answer === 1;
    },
  };
}

function swapArguments({ from, to, ttlMs }: Swap): string[] {
  return [
    from === undefined ? '0' : '1',
    from ?? '',
    to === undefined ? '0' : '1',
    to ?? '',
    ttlMs === undefined ? '' : String(Math.max(1, Math.ceil(ttlMs))),
  ];
}
