/** Runs digests on time in the one process of a desk without Redis. */
import { Cron } from 'croner';
import type { DeliveryTask } from './delivery.ts';
import { createDispatcher, type Dispatcher, type DispatcherDeps } from './dispatcher.ts';
import type { Tick } from './due-tasks.ts';
import { turnOn } from './schedule.ts';
import type { Subscription } from './subscription.ts';
import { dayNumber } from './wall-clock.ts';

/** What keeps digests going until it is stopped. */
export type DigestRunner = { readonly stop: () => Promise<void> };

export type RunnerDeps = Omit<DispatcherDeps, 'concurrency' | 'onError'> & {
  readonly tick: Tick;
  readonly onError: (error: unknown) => void;
};

/** Deliveries at one time on each platform: enough to fill 50 messages a second at 300 ms each. */
export const CONCURRENCY = 16;

/**
 * Ticks once now, for what was missed, then at the start of every minute. A tick that is still running when the next
 * one comes is not overtaken.
 */
export function startEmbeddedRunner(deps: RunnerDeps): DigestRunner {
  const lanes = createLanes(deps);
  const tick = () => deps.tick(async (tasks) => lanes.add(tasks)).catch(deps.onError);
  let last = tick();
  const job = new Cron('* * * * *', { protect: true }, async () => {
    last = last.then(tick);
    await last;
  });
  return {
    stop: async () => {
      job.stop();
      await last;
      await lanes.stop();
    },
  };
}

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

/** The task with the subscription as it is now; undefined where it was removed, paused or given another time. */
export function renewTask(task: DeliveryTask, now: Subscription | undefined): DeliveryTask | undefined {
  if (!now || now.paused || now.since > task.at) return undefined;
  return turnOn(dayNumber(task.day), now.schedule) === task.at ? { ...task, subscription: now } : undefined;
}
