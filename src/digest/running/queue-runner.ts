/** Runs digests on time over any number of replicas: BullMQ schedules the ticks and hands out the deliveries. */
import { DelayedError, type Job, Queue, Worker, type WorkerOptions } from 'bullmq';
import { z } from 'zod';
import { inTime } from '../../in-time.ts';
import type { DeliveryTask } from '../delivery/delivery.ts';
import { SHARE_FOR_DIGESTS } from '../delivery/pace.ts';
import type { Step } from '../delivery/step.ts';
import type { DigestPlatform, DigestPoster } from '../delivery-port.ts';
import { deliveryKey } from '../subscriptions/subscription.ts';
import type { SubscriptionBook } from '../subscriptions/subscription-book.ts';
import type { Tick } from './due-tasks.ts';
import { CONCURRENCY, type DigestRunner, renewTask } from './runner.ts';

/** What running over Redis takes. */
export type QueueRunnerDeps = {
  readonly redis: { readonly url: string; readonly prefix: string };
  readonly tick: Tick;
  readonly step: Step;
  readonly book: SubscriptionBook;
  readonly posters: readonly DigestPoster[];
  readonly onError: (error: unknown) => void;
  /** Until when a killed replica's jobs are left to it, in milliseconds; BullMQ's 30 seconds unless told. */
  readonly lockMs?: number;
  /** Called when a delivery is over here. */
  readonly onOver?: (task: DeliveryTask) => void;
};

/** A delivery as a job carries it: the subscription is read when its turn comes. */
const jobSchema = z.object({ subscription: z.string(), day: z.string(), at: z.number() });

const TICK_QUEUE = 'digest-tick';
const queueOf = (platform: DigestPlatform) => `digest-${platform}`;

// The ledger knows what is over, so that finished jobs need not be kept; those that failed are for the operator.
const KEEP_FAILED = { age: 7 * 24 * 3600, count: 10_000 };
const LOCK_MS = 30_000;

/** Starts this replica's workers; one scheduler, the same for all replicas, makes a tick each minute. */
export async function startQueueRunner(deps: QueueRunnerDeps): Promise<DigestRunner> {
  const queues = new Map(deps.posters.map(({ platform }) => [platform, openQueue(deps, queueOf(platform))]));
  const ticks = openQueue(deps, TICK_QUEUE);
  const tick = () => deps.tick((tasks) => enqueue(queues, tasks));
  const ticker = openWorker(deps, TICK_QUEUE, { work: tick, options: {} });
  const workers = deps.posters.map((poster) =>
    openWorker(deps, queueOf(poster.platform), {
      work: (job, token) => deliverJob(deps, job, token),
      options: { concurrency: CONCURRENCY, limiter: limiterFor(poster) },
    }),
  );
  await scheduleTicks(ticks);
  // A tick that a clock running ahead has put far into the future is put back to the next minute.
  const reminder = setInterval(() => void scheduleTicks(ticks).catch(deps.onError), RESCHEDULE_MS);
  // What was missed while no replica ran.
  await ticks.add('tick', {}, { removeOnComplete: true, removeOnFail: true });
  const open = [ticker, ...workers, ticks, ...queues.values()];
  return {
    stop: async () => {
      clearInterval(reminder);
      const closing = Promise.allSettled(open.map((each) => each.close()));
      await inTime(closing, STOP_MS).catch(deps.onError);
    },
  };
}

/** The same scheduler for all replicas: whoever asks again changes nothing. */
async function scheduleTicks(ticks: Queue): Promise<void> {
  const opts = { removeOnComplete: 10, removeOnFail: 100 };
  await ticks.upsertJobScheduler('every minute', { pattern: '* * * * *' }, { name: 'tick', opts });
}

const RESCHEDULE_MS = 5 * 60_000;
/** Deliveries under way are waited for; a server that does not answer is not. */
const STOP_MS = 6000;

/** What a replica may take from a platform's queue in a second, all replicas together. */
function limiterFor({ limits }: DigestPoster): NonNullable<WorkerOptions['limiter']> {
  return { max: Math.max(1, Math.floor(limits.perSecond * SHARE_FOR_DIGESTS)), duration: 1000 };
}

function openQueue({ redis, onError }: QueueRunnerDeps, name: string): Queue {
  const queue = new Queue(name, { connection: { url: redis.url }, prefix: `${redis.prefix}:bull` });
  queue.on('error', onError);
  return queue;
}

function openWorker(
  { redis, onError, lockMs = LOCK_MS }: QueueRunnerDeps,
  name: string,
  { work, options }: { work: (job: Job, token?: string) => Promise<void>; options: Partial<WorkerOptions> },
): Worker {
  const worker = new Worker(name, work, {
    ...options,
    connection: { url: redis.url, maxRetriesPerRequest: null },
    prefix: `${redis.prefix}:bull`,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    // A job outlives any number of replicas; only the ledger and the catch-up time end it.
    maxStalledCount: 1000,
  });
  worker.on('error', onError);
  worker.on('failed', (_job, error) => onError(error));
  return worker;
}

async function enqueue(
  queues: ReadonlyMap<DigestPlatform, Queue>,
  tasks: readonly DeliveryTask[],
): Promise<void> {
  for (const [platform, some] of Map.groupBy(tasks, ({ subscription }) => subscription.platform))
    await queues.get(platform)?.addBulk(
      some.map(({ subscription, day, at }) => ({
        name: 'deliver',
        data: { subscription: subscription.id, day, at },
        opts: {
          // Channel, topics and local day: two replicas that find the same digest due make one job.
          jobId: deliveryKey(subscription.id, day),
          attempts: 14,
          backoff: { type: 'exponential', delay: 1000, jitter: 1 },
          removeOnComplete: true,
          removeOnFail: KEEP_FAILED,
        },
      })),
    );
}

async function deliverJob(deps: QueueRunnerDeps, job: Job, token?: string): Promise<void> {
  const { subscription: id, day, at } = jobSchema.parse(job.data);
  const subscription = await deps.book.get(id);
  const task = subscription && renewTask({ subscription, day, at }, subscription);
  if (!task) return;
  const result = await deps.step(task);
  if (result.kind === 'again') {
    await job.moveToDelayed(Date.now() + result.afterMs, token);
    throw new DelayedError();
  }
  deps.onOver?.(task);
}
