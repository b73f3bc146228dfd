/** Runs digests on time in the one process of a desk without Redis. */
import { Cron } from 'croner';
import { turnOn } from '../calendar/schedule.ts';
import { dayNumber } from '../calendar/wall-clock.ts';
import type { DeliveryTask } from '../delivery/delivery.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { SubscriptionBook } from '../subscriptions/subscription-book.ts';
import { createDispatcher, type Dispatcher, type DispatcherDeps } from './dispatcher.ts';
import type { Tick } from './due-tasks.ts';

/** What keeps digests going until it is stopped. */
export type DigestRunner = { readonly stop: () => Promise<void> };

/** What running in one process takes. */
export type RunnerDeps = Omit<DispatcherDeps, 'concurrency' | 'onError'> & {
  readonly tick: Tick;
  readonly onError: (error: unknown) => void;
};

/** Deliveries at one time on each platform: enough to fill 50 messages a second at 300 ms each. */
export const CONCURRENCY = 16;

/**
 * Ticks once now, for what was missed, then at the start of every minute; never two at once. Each wait is worked out
 * from the clock as it is then: croner's own timers go on from the last run, and would stand still after a clock that
 * ran ahead is set back.
 */
export function startEmbeddedRunner(deps: RunnerDeps): DigestRunner {
  const lanes = createLanes(deps);
  const minutes = new Cron('* * * * *');
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void>;
  const tick = async (): Promise<void> => {
    await deps.tick(async (tasks) => lanes.add(tasks)).catch(deps.onError);
    if (stopped) return;
    timer = setTimeout(() => {
      last = tick();
    }, minutes.msToNext(new Date()) ?? MINUTE_MS);
  };
  last = tick();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await last;
      await lanes.stop();
    },
  };
}

const MINUTE_MS = 60_000;

/** A dispatcher for each platform, so that a slow one does not hold up the others. */
export function createLanes(deps: Omit<RunnerDeps, 'tick'>, concurrency = CONCURRENCY): Dispatcher {
  const lanes = new Map<string, Dispatcher>();
  const laneOf = (platform: string): Dispatcher => {
    const lane = lanes.get(platform) ?? createDispatcher({ ...deps, concurrency });
    lanes.set(platform, lane);
    return lane;
  };
  const all = (work: (lane: Dispatcher) => Promise<void>) => Promise.all([...lanes.values()].map(work));
  return {
    add: (tasks) => {
      for (const [platform, some] of Map.groupBy(tasks, ({ subscription }) => subscription.platform))
        laneOf(platform).add(some);
    },
    idle: async () => void (await all((lane) => lane.idle())),
    stop: async () => void (await all((lane) => lane.stop())),
  };
}

/** Takes tasks up again with their subscriptions as the book has them now; see `renewTask`. */
export function renewFrom({ get }: Pick<SubscriptionBook, 'get'>): DispatcherDeps['renew'] {
  return async (task) => renewTask(task, await get(task.subscription.id));
}

/** The task with the subscription as it is now; undefined where it was removed, paused or given another time. */
export function renewTask(task: DeliveryTask, now: Subscription | undefined): DeliveryTask | undefined {
  if (!now || now.paused || now.since > task.at) return undefined;
  return turnOn(dayNumber(task.day), now.schedule) === task.at ? { ...task, subscription: now } : undefined;
}
