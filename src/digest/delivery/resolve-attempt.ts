/** What becomes of an attempt whose end is unknown: the desk was stopped while it posted, or the answer was lost. */
import { backoff } from '../../backoff.ts';
import type { DigestPoster } from '../delivery-port.ts';
import type { DeliveryDeps, DeliveryTask, Taken } from './delivery.ts';
import { type Attempt, abandon, clearDoubt, settle, suspend } from './delivery-state.ts';
import type { Entry } from './ledger.ts';
import { lookForDigest } from './look-for-digest.ts';
import { composeAndPost } from './post-digest.ts';

// Within the platform's window, but not at its very end.
const SAFE_SHARE_OF_WINDOW = 0.75;
// Lookups that fail this often leave a digest to the operator, who reads of it in the list of failures.
const MAX_LOOKUPS = 8;

type Doubtful = { readonly entry: Entry; readonly attempt: Attempt };

/** Repeats it where the platform would recognise that, else looks for its message. */
export async function resolveAttempt(
  deps: DeliveryDeps,
  task: DeliveryTask,
  { entry, attempt, poster }: Doubtful & { readonly poster: DigestPoster },
): Promise<Taken> {
  const age = deps.now() - attempt.since;
  const recognised = poster.recognisesRepeatsMs * SAFE_SHARE_OF_WINDOW;
  if (attempt.day === task.day && age >= 0 && age < recognised) return composeAndPost(deps, task, entry);
  const lookup = await lookForDigest(deps, task.subscription, { day: attempt.day, since: attempt.since });
  switch (lookup.kind) {
    case 'found':
      return foundPosted(task, { entry, attempt, message: lookup.message });
    case 'absent':
      return attempt.day === task.day ? postAfterAll(deps, entry) : forget(entry);
    case 'unknown': {
      const canLook = poster.findPosted !== undefined && attempt.tries < MAX_LOOKUPS;
      return canLook
        ? lookAgain(deps, { entry, attempt })
        : leaveUnsure(deps, task, { entry, attempt, why: lookup.reason });
    }
    default:
      return lookup satisfies never;
  }
}

async function foundPosted(
  task: DeliveryTask,
  { entry, attempt, message }: Doubtful & { readonly message: string },
): Promise<Taken> {
  const { day, since: at, told } = attempt;
  const written = await entry.write(settle(entry.state, { day, at, outcome: 'posted', message, told }));
  return written && day === task.day ? { kind: 'over', outcome: 'posted' } : { kind: 'anew' };
}

/** Today's attempt left no message: it is made again at once. */
async function postAfterAll(deps: DeliveryDeps, entry: Entry): Promise<Taken> {
  const free = suspend(clearDoubt(entry.state), {
    phase: 'refused',
    why: entry.state.attempt?.why ?? 'the desk was stopped while it posted',
    until: deps.now(),
  });
  const written = await entry.write(free);
  return written ? { kind: 'anew' } : { kind: 'again', afterMs: backoff(1, deps) };
}

/** An attempt of another day that left no message is over: its news is told with today's. */
async function forget(entry: Entry): Promise<Taken> {
  await entry.write(abandon(entry.state));
  return { kind: 'anew' };
}

async function lookAgain(deps: DeliveryDeps, { entry, attempt }: Doubtful): Promise<Taken> {
  await entry.write({
    ...entry.state,
    attempt: { ...attempt, phase: 'unsure', tries: attempt.tries + 1 },
  });
  return { kind: 'again', afterMs: backoff(attempt.tries, deps) };
}

/** Told as not posted again rather than twice: the operator sees it among the failures. */
async function leaveUnsure(
  deps: DeliveryDeps,
  task: DeliveryTask,
  { entry, attempt: { day, told }, why: reason }: Doubtful & { readonly why: string },
): Promise<Taken> {
  const why = `it may or may not have been posted (${reason})`;
  await entry.write(settle(entry.state, { day, at: deps.now(), outcome: 'failed', why, told }));
  return day === task.day ? { kind: 'over', outcome: 'failed', why } : { kind: 'anew' };
}
