/** Delivers one subscription's digest of one local day, exactly once, whatever stops or repeats it. */
import type { DeliveryDeps, DeliveryResult, DeliveryTask, Taken } from './delivery.ts';
import { leaseLeft, settle } from './delivery-state.ts';
import type { Entry } from './ledger.ts';
import { lookForDigest } from './look-for-digest.ts';
import { composeAndPost } from './post-digest.ts';
import { resolveAttempt } from './resolve-attempt.ts';

/** Nobody can look into the channel while the adapter is not running; it may be back within the catch-up time. */
const NOT_RUNNING_MS = 5 * 60_000;

/** Takes a digest one step further. Call it again after `afterMs` while it says so. @throws StorageError */
export async function deliver(deps: DeliveryDeps, task: DeliveryTask): Promise<DeliveryResult> {
  for (;;) {
    const taken = await takeUp(deps, task, await deps.ledger.open(task.subscription.id));
    if (taken.kind !== 'anew') return taken;
  }
}

/** Does what the ledger says is next. */
async function takeUp(deps: DeliveryDeps, task: DeliveryTask, entry: Entry): Promise<Taken> {
  const { settled, attempt } = entry.state;
  if (settled.includes(task.day)) return { kind: 'over', outcome: 'over before' };
  const busy = attempt ? leaseLeft(attempt, deps.now(), deps.limits.leaseMs) : 0;
  if (busy > 0) return { kind: 'again', afterMs: busy + 1 };
  const doubtful = attempt?.phase === 'refused' ? undefined : attempt;
  const poster = deps.poster(task.subscription.platform);
  if (doubtful && poster) return resolveAttempt(deps, task, { entry, attempt: doubtful, poster });
  const lateBy = deps.now() - task.at;
  if (lateBy > deps.limits.catchUpMs) return tooLate(deps, task, entry);
  if (doubtful) return { kind: 'again', afterMs: NOT_RUNNING_MS };
  if (lateBy > deps.limits.lateMs && !attempt) return lookThenPost(deps, task, entry);
  return composeAndPost(deps, task, entry);
}

async function tooLate(deps: DeliveryDeps, task: DeliveryTask, entry: Entry): Promise<Taken> {
  const refused = entry.state.attempt?.day === task.day ? entry.state.attempt.why : undefined;
  const hours = Math.floor(deps.limits.catchUpMs / 3_600_000);
  const why = refused ?? `the desk was not running; it is posted at most ${hours} hours late`;
  const outcome = refused ? 'failed' : 'missed';
  const written = await entry.write(settle(entry.state, { day: task.day, at: deps.now(), outcome, why }));
  return written ? { kind: 'over', outcome, why } : { kind: 'anew' };
}

/** After a power cut the note of an attempt may be missing: a late digest is looked for before it is posted. */
async function lookThenPost(deps: DeliveryDeps, task: DeliveryTask, entry: Entry): Promise<Taken> {
  const lookup = await lookForDigest(deps, task.subscription, { day: task.day, since: task.at });
  if (lookup.kind !== 'found') return composeAndPost(deps, task, entry);
  const ending = { day: task.day, at: task.at, outcome: 'posted', message: lookup.message } as const;
  const written = await entry.write(settle(entry.state, ending));
  return written ? { kind: 'over', outcome: 'posted' } : { kind: 'anew' };
}
