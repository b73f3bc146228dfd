/** Runs what is due at a moment on demand: for the command line, to look at or to post. */
import type { Reply } from '../reply/reply.ts';
import type { DeliveryResult, DeliveryTask } from './delivery.ts';
import { dueTasks, type TickDeps } from './due-tasks.ts';
import type { DigestComposer } from './prepare-digest.ts';
import { createLanes, type RunnerDeps, renewTask } from './runner.ts';
import { formatMinute } from './time-of-day.ts';
import { dayName, dayNumber, wallAt, wallClock } from './wall-clock.ts';

export type RunDueOptions = {
  /** The moment, in epoch milliseconds; now unless told. */
  readonly at?: number;
  /** Composes everything and posts nothing. */
  readonly dryRun: boolean;
  /** Hears after each one. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
};

/** A digest that is due: with `reply` what would be posted (absent: nothing new), with `result` how posting it went. */
export type DueReport = DeliveryTask & { readonly reply?: Reply; readonly result?: DeliveryResult };

export type RunDueDeps = Pick<TickDeps, 'book' | 'ledger' | 'now' | 'catchUpMs'> &
  Pick<RunnerDeps, 'step' | 'onError'> & { readonly compose: DigestComposer };

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
  { step, onError, book }: RunDueDeps,
  tasks: readonly DeliveryTask[],
  { onProgress }: RunDueOptions,
): Promise<readonly DueReport[]> {
  const reports: DueReport[] = [];
  const lanes = createLanes({
    step,
    renew: async (task) => renewTask(task, await book.get(task.subscription.id)),
    onError,
    onOver: (task, result) => {
      reports.push({ ...task, ...(result ? { result } : {}) });
      onProgress?.({ done: reports.length, total: tasks.length });
    },
  });
  lanes.add(tasks);
  await lanes.idle();
  return reports;
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
