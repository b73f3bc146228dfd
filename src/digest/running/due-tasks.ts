/** Which deliveries a tick of the clock brings. */
import type { Keyv } from 'keyv';
import type { DeliveryTask } from '../delivery/delivery.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { TimeWindow } from '../subscriptions/due-index.ts';
import type { SubscriptionBook } from '../subscriptions/subscription-book.ts';

/** What a tick looks into. */
export type TickDeps = {
  readonly book: SubscriptionBook;
  readonly ledger: Ledger;
  /** Remembers the last tick through restarts; shared by replicas. */
  readonly memory: Keyv<unknown>;
  readonly now: () => number;
  readonly catchUpMs: number;
};

/** A tick gives what came due since the one before it, each subscription once, to `hand`. */
export type Tick = (hand: (tasks: readonly DeliveryTask[]) => Promise<void>) => Promise<void>;

/** What was missed earlier than this is not even told as missed. */
const LONGEST_LOOK_BACK_MS = 7 * 24 * 3_600_000;
const LAST_TICK = 'last tick';

/** Deliveries due in a window that are not over yet. */
export async function dueTasks(
  { book, ledger }: Pick<TickDeps, 'book' | 'ledger'>,
  window: TimeWindow,
): Promise<readonly DeliveryTask[]> {
  const due = await book.due(window);
  const states = await ledger.readAll(due.map(({ subscription }) => subscription.id));
  return due.filter(({ day }, at) => !states[at]?.settled.includes(day));
}

/**
 * Makes the tick of a runner. Its first one looks back over the catch-up time, whatever the last tick was: deliveries
 * that a stopped process had begun are due still, and those that are over are known to the ledger.
 */
export function createTick(deps: TickDeps): Tick {
  let started = false;
  return async (hand) => {
    const to = deps.now();
    const last = await deps.memory.get(LAST_TICK);
    const from = windowStart({ last: typeof last === 'number' ? last : undefined, to, started, deps });
    const tasks = from < to ? await dueTasks(deps, { from, to }) : [];
    // Handed over before the tick is written down: a crash in between finds them again.
    if (tasks.length > 0) await hand(tasks);
    await deps.memory.set(LAST_TICK, to);
    started = true;
  };
}

/** A last tick in the future comes from a clock that was set back: it counts as now. */
function windowStart({
  last,
  to,
  started,
  deps,
}: {
  last: number | undefined;
  to: number;
  started: boolean;
  deps: TickDeps;
}): number {
  const since = Math.min(last ?? to - deps.catchUpMs, to);
  const start = started ? since : Math.min(since, to - deps.catchUpMs);
  return Math.max(start, to - LONGEST_LOOK_BACK_MS);
}
