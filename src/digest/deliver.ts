/** Delivers one subscription's digest of one local day, exactly once, whatever stops or repeats it. */
import { backoff } from '../backoff.ts';
import type { DeliveryDeps, DeliveryResult, DeliveryTask, PreparedDigest } from './delivery.ts';
import type { Lookup, PostResult } from './delivery-port.ts';
import {
  type Attempt,
  abandon,
  begin,
  clearDoubt,
  type Ending,
  leaseLeft,
  settle,
  suspend,
} from './delivery-state.ts';
import type { Entry } from './ledger.ts';
import { deliveryKey, type Subscription } from './subscription.ts';

// A lookup asks for messages from a little earlier than the attempt: platforms' clocks differ from ours.
const CLOCK_SLACK_MS = 5 * 60_000;
const NOT_RUNNING_MS = 5 * 60_000;
// Within the platform's window, but not at its very end.
const SAFE_SHARE_OF_WINDOW = 0.75;
// Lookups that fail this often leave a digest to the operator, who reads of it in the list of failures.
const MAX_LOOKUPS = 8;

/** Takes a digest one step further. Call it again after `afterMs` while it says so. @throws StorageError */
export async function deliver(deps: DeliveryDeps, task: DeliveryTask): Promise<DeliveryResult> {
  const entry = await deps.ledger.open(task.subscription.id);
  const { state } = entry;
  if (state.settled.includes(task.day)) return { kind: 'over', outcome: 'over before' };
  const attempt = state.attempt;
  const busy = attempt ? leaseLeft(attempt, deps.now(), deps.limits.leaseMs) : 0;
  if (busy > 0) return { kind: 'again', afterMs: busy + 1 };
  if (attempt && attempt.phase !== 'refused') return resolve(deps, task, { entry, attempt });
  const lateBy = deps.now() - task.at;
  if (lateBy > deps.limits.catchUpMs) return tooLate(deps, task, entry);
  if (lateBy > deps.limits.lateMs && !attempt) return lookThenPost(deps, task, entry);
  return compose(deps, task, entry);
}

/** An attempt whose end is unknown: repeats it where the platform would recognise it, else looks for its message. */
async function resolve(
  deps: DeliveryDeps,
  task: DeliveryTask,
  { entry, attempt }: { entry: Entry; attempt: Attempt },
): Promise<DeliveryResult> {
  const poster = deps.poster(task.subscription.platform);
  if (!poster) return waitForPlatform(deps, task, entry);
  const age = deps.now() - attempt.since;
  const recognised = poster.recognisesRepeatsMs * SAFE_SHARE_OF_WINDOW;
  if (attempt.day === task.day && age >= 0 && age < recognised) return compose(deps, task, entry);
  const lookup = await lookFor(deps, task, { day: attempt.day, since: attempt.since });
  switch (lookup.kind) {
    case 'found':
      return foundPosted(deps, task, { entry, attempt, message: lookup.message });
    case 'absent':
      return attempt.day === task.day ? postAfterAll(deps, task, entry) : forget(deps, task, entry);
    case 'unknown':
      return leaveUnsure(deps, task, { entry, attempt, why: lookup.reason });
    default:
      return lookup satisfies never;
  }
}

/** Nobody can look into the channel now; the adapter may be back within the catch-up time. */
async function waitForPlatform(
  deps: DeliveryDeps,
  task: DeliveryTask,
  entry: Entry,
): Promise<DeliveryResult> {
  const isLate = deps.now() - task.at > deps.limits.catchUpMs;
  return isLate ? tooLate(deps, task, entry) : { kind: 'again', afterMs: NOT_RUNNING_MS };
}

/** Today's attempt left no message: it is made again at once. */
async function postAfterAll(deps: DeliveryDeps, task: DeliveryTask, entry: Entry): Promise<DeliveryResult> {
  const free = suspend(clearDoubt(entry.state), {
    phase: 'refused',
    why: entry.state.attempt?.why ?? 'the desk was stopped while it posted',
    until: deps.now(),
  });
  const written = await entry.write(free);
  return written ? deliver(deps, task) : { kind: 'again', afterMs: backoff(1, deps) };
}

/** An attempt of another day that left no message is over: its news is told with today's. */
async function forget(deps: DeliveryDeps, task: DeliveryTask, entry: Entry): Promise<DeliveryResult> {
  await entry.write(abandon(entry.state));
  return deliver(deps, task);
}

async function lookFor(
  deps: DeliveryDeps,
  { subscription }: DeliveryTask,
  { day, since }: { day: string; since: number },
): Promise<Lookup> {
  const poster = deps.poster(subscription.platform);
  if (!poster?.findPosted)
    return { kind: 'unknown', reason: 'this platform cannot look for earlier messages' };
  return poster.findPosted(placeOf(subscription), {
    key: deliveryKey(subscription.id, day),
    // A start in the future comes from a clock that ran ahead, and is no guide.
    since: Math.min(since, deps.now()) - CLOCK_SLACK_MS,
    signal: AbortSignal.timeout(deps.limits.postTimeoutMs),
  });
}

async function foundPosted(
  deps: DeliveryDeps,
  task: DeliveryTask,
  { entry, attempt, message }: { entry: Entry; attempt: Attempt; message: string },
): Promise<DeliveryResult> {
  const ending = {
    day: attempt.day,
    at: attempt.since,
    outcome: 'posted',
    message,
    told: attempt.told,
  } as const;
  const written = await entry.write(settle(entry.state, ending));
  if (!written || attempt.day !== task.day) return deliver(deps, task);
  return { kind: 'over', outcome: 'posted' };
}

async function leaveUnsure(
  deps: DeliveryDeps,
  task: DeliveryTask,
  { entry, attempt, why }: { entry: Entry; attempt: Attempt; why: string },
): Promise<DeliveryResult> {
  const canLook = deps.poster(task.subscription.platform)?.findPosted !== undefined;
  if (canLook && attempt.tries < MAX_LOOKUPS) {
    const tries = {
      ...entry.state,
      attempt: { ...attempt, phase: 'unsure', tries: attempt.tries + 1 },
    } as const;
    await entry.write(tries);
    return { kind: 'again', afterMs: backoff(attempt.tries, deps) };
  }
  // Told as not posted again rather than twice: the operator sees it among the failures.
  const lost = `it may or may not have been posted (${why})`;
  const ending = {
    day: attempt.day,
    at: deps.now(),
    outcome: 'failed',
    why: lost,
    told: attempt.told,
  } as const;
  await entry.write(settle(entry.state, ending));
  return attempt.day === task.day ? { kind: 'over', outcome: 'failed', why: lost } : deliver(deps, task);
}

async function tooLate(deps: DeliveryDeps, task: DeliveryTask, entry: Entry): Promise<DeliveryResult> {
  const refused = entry.state.attempt?.day === task.day ? entry.state.attempt.why : undefined;
  const hours = Math.floor(deps.limits.catchUpMs / 3_600_000);
  const why = refused ?? `the desk was not running; it is posted at most ${hours} hours late`;
  const outcome = refused ? 'failed' : 'missed';
  const written = await entry.write(settle(entry.state, { day: task.day, at: deps.now(), outcome, why }));
  return written ? { kind: 'over', outcome, why } : deliver(deps, task);
}

/** After a power cut the note of an attempt may be missing: a late digest is looked for before it is posted. */
async function lookThenPost(deps: DeliveryDeps, task: DeliveryTask, entry: Entry): Promise<DeliveryResult> {
  const lookup = await lookFor(deps, task, { day: task.day, since: task.at });
  if (lookup.kind !== 'found') return compose(deps, task, entry);
  const ending = { day: task.day, at: task.at, outcome: 'posted', message: lookup.message } as const;
  const written = await entry.write(settle(entry.state, ending));
  return written ? { kind: 'over', outcome: 'posted' } : deliver(deps, task);
}

async function compose(deps: DeliveryDeps, task: DeliveryTask, entry: Entry): Promise<DeliveryResult> {
  const lateBy = deps.now() - task.at;
  const late = lateBy > deps.limits.lateMs ? lateBy : undefined;
  const prepared = await deps.prepare(task, entry.state, late);
  if (prepared.kind === 'nothing new') {
    const ending = { day: task.day, at: deps.now(), outcome: 'nothing new', told: prepared.told } as const;
    const written = await entry.write(settle(entry.state, ending));
    return written ? { kind: 'over', outcome: 'nothing new' } : deliver(deps, task);
  }
  const waitMs = await deps.pace(task.subscription);
  if (waitMs > 0) return { kind: 'again', afterMs: waitMs };
  return post(deps, task, { entry, prepared });
}

async function post(
  deps: DeliveryDeps,
  task: DeliveryTask,
  { entry, prepared }: { entry: Entry; prepared: Extract<PreparedDigest, { kind: 'digest' }> },
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
    ...placeOf(task.subscription),
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
  const over = { day: task.day, at: deps.now() };
  switch (result.kind) {
    case 'posted': {
      const told = entry.state.attempt?.told ?? {};
      return end(deps, task, {
        entry,
        ending: { ...over, outcome: 'posted', message: result.message, told },
      });
    }
    case 'retry':
      return putOff(deps, entry, { phase: 'refused', why: result.reason, atLeastMs: result.retryAfterMs });
    case 'unsure':
      return putOff(deps, entry, { phase: 'unsure', why: result.reason, atLeastMs: result.retryAfterMs });
    case 'gone':
      return end(deps, task, {
        entry,
        ending: { ...over, outcome: 'failed', why: result.reason, trouble: true },
      });
    case 'forbidden': {
      const why = `it lacks ${result.missing}`;
      return end(deps, task, { entry, ending: { ...over, outcome: 'failed', why, trouble: true } });
    }
    case 'failed':
      return end(deps, task, { entry, ending: { ...over, outcome: 'failed', why: result.reason } });
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

function placeOf({ channel, workspace }: Subscription) {
  return { channel, ...(workspace ? { workspace } : {}) };
}
