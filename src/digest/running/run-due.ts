/** Runs what is due at a moment on demand: for the command line, to look at or to post. */
import type { Reply } from '../../reply/reply.ts';
import { formatMinute } from '../calendar/time-of-day.ts';
import { dayName, dayNumber, wallAt, wallClock } from '../calendar/wall-clock.ts';
import type { DigestComposer } from '../compose/prepare-digest.ts';
import type { DeliveryDeps, DeliveryResult, DeliveryTask } from '../delivery/delivery.ts';
import { dueTasks, type TickDeps } from './due-tasks.ts';
import { createLanes, type RunnerDeps, renewFrom } from './runner.ts';

/** What is run, and whether it is only looked at. */
export type RunDueOptions = {
  /** The moment, in epoch milliseconds; now unless told. */
  readonly at?: number;
  /** Composes everything and posts nothing. */
  readonly dryRun: boolean;
  /** Hears after each one. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
};

/**
 * A digest that is due. In a dry run `reply` is what would be posted, absent where nothing is new; else `result` is how
 * posting went, absent where its platform does not run here.
 */
export type DueReport = DeliveryTask & { readonly reply?: Reply; readonly result?: DeliveryResult };

/** What running what is due takes. */
export type RunDueDeps = Pick<TickDeps, 'book' | 'ledger' | 'now' | 'catchUpMs'> &
  Pick<RunnerDeps, 'step' | 'onError'> &
  Pick<DeliveryDeps, 'poster'> & { readonly compose: DigestComposer };

/** What came due up to the moment, within the catch-up time, and is not posted yet; in the order of its turns. */
export async function runDue(deps: RunDueDeps, options: RunDueOptions): Promise<readonly DueReport[]> {
  const to = options.at ?? deps.now();
  const tasks = await dueTasks(deps, { from: to - deps.catchUpMs, to });
  const sorted = tasks.toSorted((a, b) => a.at - b.at);
  return options.dryRun ? composeAll(deps, sorted, options) : postAll(deps, sorted, options);
}

async function composeAll(
  { compose, ledger }: RunDueDeps,
  tasks: readonly DeliveryTask[],
  { onProgress }: RunDueOptions,
): Promise<readonly DueReport[]> {
  const states = await ledger.readAll(tasks.map(({ subscription }) => subscription.id));
  const reports: DueReport[] = [];
  for (const [index, task] of tasks.entries()) {
    const { topics, whenNothingIsNew } = task.subscription;
    const told = states[index]?.told ?? {};
    const { reply } = await compose({ topics, whenNothingIsNew, day: task.day, told });
    reports.push({ ...task, ...(reply ? { reply } : {}) });
    onProgress?.({ done: index + 1, total: tasks.length });
  }
  return reports;
}

async function postAll(
  { step, onError, book, poster }: RunDueDeps,
  tasks: readonly DeliveryTask[],
  { onProgress }: RunDueOptions,
): Promise<readonly DueReport[]> {
  // What nobody can post here is left to the desk that runs, instead of waited for.
  const [here, elsewhere] = partition(
    tasks,
    ({ subscription }) => poster(subscription.platform) !== undefined,
  );
  const reports: DueReport[] = [...elsewhere];
  const lanes = createLanes({
    step,
    renew: renewFrom(book),
    onError,
    onOver: (task, result) => {
      reports.push({ ...task, ...(result ? { result } : {}) });
      onProgress?.({ done: reports.length, total: tasks.length });
    },
  });
  lanes.add(here);
  await lanes.idle();
  return reports;
}

function partition<T>(
  items: readonly T[],
  holds: (item: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

const HAS_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads "2026-03-29T02:30Z" or, without an offset, "2026-03-29T02:30" as the clocks in `zone` show it (this machine's
 * zone unless told). A time that the clocks leave out is the moment right after the gap. Undefined where it is none.
 */
export function readMoment(words: string, zone?: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})$/.exec(words.trim());
  if (!match) {
    const instant = HAS_OFFSET.test(words) ? Date.parse(words) : Number.NaN;
    return Number.isNaN(instant) ? undefined : instant;
  }
  const [, day = '', hour, minute] = match;
  const minutes = Number(hour) * 60 + Number(minute);
  const number = dayNumber(day);
  if (Number.isNaN(number) || dayName(number) !== day) return undefined;
  if (minutes > 1439 || formatMinute(minutes).slice(3) !== minute) return undefined;
  const here = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return wallClock(here).firstInstant(wallAt(number, minutes));
}
