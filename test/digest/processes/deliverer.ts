/**
 * A process that delivers digests until it is done, or is killed by itself at a step that it is told. Its one argument
 * is JSON, see `orderSchema`.
 */
import { writeSync } from 'node:fs';
import { z } from 'zod';
import type { DigestPoster } from '../../../src/digest/delivery-port.ts';
import { openDigests } from '../../../src/digest/open-digests.ts';
import { createLogger } from '../../../src/log.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { makeTopic } from '../topic.ts';
import { createLoopbackPoster } from './platform.ts';

const orderSchema = z.object({
  url: z.string(),
  dataDir: z.string().optional(),
  redis: z.object({ url: z.string(), prefix: z.string() }).optional(),
  nonceMs: z.number(),
  leaseMs: z.number(),
  /** The process kills itself at the `pass`-th time that it comes to this point. */
  kill: z
    .object({ point: z.enum(['before write', 'after write', 'before post', 'after post']), pass: z.number() })
    .optional(),
});

const order = orderSchema.parse(JSON.parse(process.argv[2] ?? ''));
let passes = 0;

function reach(point: NonNullable<typeof order.kill>['point']): void {
  if (order.kill?.point !== point) return;
  passes += 1;
  if (passes === order.kill.pass) process.kill(process.pid, 'SIGKILL');
}

function dying(storage: Storage): Storage {
  const { cells } = storage;
  return {
    ...storage,
    cells: {
      ...cells,
      swap: async (key, swap) => {
        reach('before write');
        const done = await cells.swap(key, swap);
        reach('after write');
        return done;
      },
    },
  };
}

function dyingPoster(poster: DigestPoster): DigestPoster {
  return {
    ...poster,
    prepare: (reply) => {
      const post = poster.prepare(reply);
      return async (to) => {
        reach('before post');
        const result = await post(to);
        reach('after post');
        return result;
      };
    },
  };
}

const storage = await openStorage(
  order.redis
    ? { redisUrl: order.redis.url, redisPrefix: order.redis.prefix }
    : { dataDir: order.dataDir ?? 'data' },
);
const posters = (['discord', 'slack'] as const).map((platform) =>
  dyingPoster(
    createLoopbackPoster(order.url, {
      platform,
      recognisesRepeatsMs: platform === 'discord' ? order.nonceMs : 0,
    }),
  ),
);
const opened = await openDigests({
  storage: dying(storage),
  topics: () => [makeTopic()],
  posters: () => posters,
  logger: createLogger('silent'),
  // Retries at once: the test is about what is retried, not when.
  random: () => 0,
  limits: { leaseMs: order.leaseMs, postTimeoutMs: order.leaseMs / 2, settlingMs: 20 },
});

if (order.redis) {
  const runner = await opened.start({ lockMs: order.leaseMs });
  writeSync(1, 'ready\n');
  process.once('SIGTERM', () => void runner.stop().then(() => process.exit(0)));
} else {
  await opened.runDue({ dryRun: false });
  await storage.close();
}
