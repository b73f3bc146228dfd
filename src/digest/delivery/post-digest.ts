/** Posts one digest: writes the attempt down, makes it, and writes down how it ended. */
import { backoff } from '../../backoff.ts';
import type { PostResult } from '../delivery-port.ts';
import { channelOf, deliveryKey } from '../subscriptions/subscription.ts';
import type { DeliveryDeps, DeliveryResult, DeliveryTask, PreparedDigest, Taken } from './delivery.ts';
import { begin, type Ending, settle, suspend, type Told } from './delivery-state.ts';
import type { Entry } from './ledger.ts';

/** Composes what is new for the channel and posts it, where there is anything. */
export async function composeAndPost(deps: DeliveryDeps, task: DeliveryTask, entry: Entry): Promise<Taken> {
  const lateBy = deps.now() - task.at;
  const late = lateBy > deps.limits.lateMs ? lateBy : undefined;
  const prepared = await deps.prepare(task, entry.state, late);
  if (prepared.kind === 'nothing new') {
    const ending = { day: task.day, at: deps.now(), outcome: 'nothing new', told: prepared.told } as const;
    const written = await entry.write(settle(entry.state, ending));
    return written ? { kind: 'over', outcome: 'nothing new' } : { kind: 'anew' };
  }
  const waitMs = await deps.pace(task.subscription);
  if (waitMs > 0) return { kind: 'again', afterMs: waitMs };
  return post(deps, task, { entry, prepared });
}

async function post(
  deps: DeliveryDeps,
  task: DeliveryTask,
  {
    entry,
    prepared,
  }: { readonly entry: Entry; readonly prepared: Extract<PreparedDigest, { kind: 'digest' }> },
): Promise<DeliveryResult> {
  const { owner, limits } = deps;
  const started = deps.now();
  const next = begin(entry.state, {
    day: task.day,
    owner,
    now: started,
    leaseMs: limits.leaseMs,
    told: prepared.told,
  });
  const begun = await entry.write(next);
  if (!begun) return { kind: 'again', afterMs: backoff(1, deps) };
  // A machine that slept just here has lost its lease, and another may be posting.
  if (deps.now() - started > limits.leaseMs - limits.postTimeoutMs || deps.now() < started)
    return putOff(deps, begun, { phase: 'unsure', why: 'the machine slept' });
  const result = await prepared.post({
    ...channelOf(task.subscription),
    key: deliveryKey(task.subscription.id, task.day),
    signal: AbortSignal.timeout(limits.postTimeoutMs),
  });
  return conclude(deps, task, { entry: begun, result });
}

async function conclude(
  deps: DeliveryDeps,
  task: DeliveryTask,
  { entry, result }: { entry: Entry; result: PostResult },
): Promise<DeliveryResult> {
  switch (result.kind) {
    case 'retry':
      return putOff(deps, entry, { phase: 'refused', why: result.reason, atLeastMs: result.retryAfterMs });
    case 'unsure':
      return putOff(deps, entry, { phase: 'unsure', why: result.reason, atLeastMs: result.retryAfterMs });
    default: {
      const ending = { day: task.day, at: deps.now(), ...endingOf(result, entry.state.attempt?.told ?? {}) };
      return end(deps, task, { entry, ending });
    }
  }
}

/** How the day ends by what the platform answered for good. */
function endingOf(
  result: Exclude<PostResult, { readonly kind: 'retry' | 'unsure' }>,
  told: Told,
): Omit<Ending, 'day' | 'at'> {
  switch (result.kind) {
    case 'posted':
      return { outcome: 'posted', message: result.message, told };
    case 'gone':
      return { outcome: 'failed', why: result.reason, trouble: true };
    case 'forbidden':
      return { outcome: 'failed', why: `it lacks ${result.missing}`, trouble: true };
    case 'failed':
      return { outcome: 'failed', why: result.reason };
    default:
      return result satisfies never;
  }
}

/** Writes the end down, over whatever another owner wrote meanwhile: what was posted was posted. */
async function end(
  deps: DeliveryDeps,
  task: DeliveryTask,
  { entry, ending }: { entry: Entry; ending: Ending },
): Promise<DeliveryResult> {
  const next = settle(entry.state, ending);
  const written = await entry.write(next);
  if (!written) {
    const now = await deps.ledger.open(task.subscription.id);
    if (!now.state.settled.includes(task.day)) return end(deps, task, { entry: now, ending });
  }
  const { outcome, why } = ending;
  const since = ending.trouble ? next.troubleSince : undefined;
  return {
    kind: 'over',
    outcome,
    ...(why ? { why } : {}),
    ...(since === undefined ? {} : { troubleSince: since }),
  };
}

/** The attempt goes on later. */
async function putOff(
  deps: DeliveryDeps,
  entry: Entry,
  { atLeastMs = 0, ...how }: { phase: 'unsure' | 'refused'; why: string; atLeastMs?: number | undefined },
): Promise<DeliveryResult> {
  const settlingMs = how.phase === 'unsure' ? deps.limits.settlingMs : 0;
  await entry.write(suspend(entry.state, { ...how, until: deps.now() + settlingMs }));
  const tries = entry.state.attempt?.tries ?? 1;
  const afterMs = backoff(tries, { random: deps.random, atLeastMs: Math.max(atLeastMs, settlingMs) });
  return { kind: 'again', afterMs };
}
