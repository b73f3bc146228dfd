/** Runs deliveries side by side in this process, and takes up again those that have to wait. */
import type { DeliveryResult, DeliveryTask } from '../delivery/delivery.ts';
import type { Step } from '../delivery/step.ts';

/** Takes deliveries on and sees them through. */
export type Dispatcher = {
  readonly add: (tasks: readonly DeliveryTask[]) => void;
  /** Resolves when nothing is running, queued or waiting to be taken up again. */
  readonly idle: () => Promise<void>;
  /** Begins nothing more, and resolves when what is running is over. What is left is found after a restart. */
  readonly stop: () => Promise<void>;
};

/** What a dispatcher works with. */
export type DispatcherDeps = {
  readonly step: Step;
  /** The subscription as it is now; undefined where it is gone or changed so that the task is off. */
  readonly renew: (task: DeliveryTask) => Promise<DeliveryTask | undefined>;
  /** Deliveries at one time. */
  readonly concurrency: number;
  readonly onOver?: (task: DeliveryTask, result: DeliveryResult | undefined) => void;
  readonly onError: (error: unknown, task: DeliveryTask) => void;
};

/** After a fault of the storage a delivery is taken up again. */
const AFTER_FAULT_MS = 5000;

/** Makes a dispatcher. A task that is already in it is not added a second time. */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const queue: DeliveryTask[] = [];
  const waiting = new Map<string, NodeJS.Timeout>();
  const known = new Set<string>();
  let running = 0;
  let stopped = false;

  const quiet = () => running === 0 && (stopped || (queue.length === 0 && waiting.size === 0));
  const watch = createWatch(quiet);
  const fill = (): void => {
    while (!stopped && running < deps.concurrency) {
      const task = queue.shift();
      if (!task) return;
      running += 1;
      void run(task);
    }
  };
  const run = async (task: DeliveryTask): Promise<void> => {
    const key = keyOf(task);
    const result = await attempt(deps, task);
    running -= 1;
    if (result?.kind === 'again' && !stopped) {
      waiting.set(
        key,
        setTimeout(() => void resume(task), result.afterMs),
      );
    } else {
      known.delete(key);
      deps.onOver?.(task, result);
    }
    fill();
    watch.check();
  };
  const resume = async (task: DeliveryTask): Promise<void> => {
    const renewed = await deps.renew(task).catch(() => task);
    waiting.delete(keyOf(task));
    if (renewed) queue.push(renewed);
    else known.delete(keyOf(task));
    fill();
    watch.check();
  };
  return {
    add: (tasks) => {
      for (const task of tasks) {
        if (known.has(keyOf(task))) continue;
        known.add(keyOf(task));
        queue.push(task);
      }
      fill();
    },
    idle: watch.wait,
    stop: () => {
      stopped = true;
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
      return watch.wait();
    },
  };
}

/** Lets many wait until something holds; whoever changes it calls `check`. */
function createWatch(holds: () => boolean): {
  readonly check: () => void;
  readonly wait: () => Promise<void>;
} {
  let waiting: (() => void)[] = [];
  return {
    check: () => {
      if (!holds()) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    wait: () => (holds() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

async function attempt(deps: DispatcherDeps, task: DeliveryTask): Promise<DeliveryResult | undefined> {
  try {
    return await deps.step(task);
  } catch (error) {
    deps.onError(error, task);
    return { kind: 'again', afterMs: AFTER_FAULT_MS };
  }
}

const keyOf = ({ subscription, day }: DeliveryTask) => `${subscription.id} ${day}`;
