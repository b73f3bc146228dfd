/** What the desk knows of a subscription's deliveries, and how one event changes it. Pure. */
import { z } from 'zod';

const instant = z.number();

/** How a local day's digest ended. `missed`: too late to post; `failed`: could not be posted. */
const outcomeSchema = z.enum(['posted', 'nothing new', 'missed', 'failed']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Topic slug → hash of the edition of it that a channel was told. */
const toldSchema = z.record(z.string(), z.string()).readonly();
export type Told = z.infer<typeof toldSchema>;

/**
 * An attempt that is not over. `posting`: written down before the message is sent, so that whoever finds it after a
 * crash knows that it may have been sent; `unsure`: the answer was lost; `refused`: nothing was posted.
 */
const attemptSchema = z
  .object({
    day: z.string(),
    phase: z.enum(['posting', 'unsure', 'refused']),
    owner: z.string(),
    /** When the first message of this attempt was sent. */
    since: instant,
    /** Until when the owner may still be at it. */
    leaseUntil: instant,
    tries: z.number(),
    /** True where an earlier try of this day may have left a message: a refusal now does not take that away. */
    doubt: z.boolean(),
    told: toldSchema,
    why: z.string().optional(),
  })
  .readonly();
export type Attempt = z.infer<typeof attemptSchema>;

/** One cell for each subscription, so that "posted" and "what was told" are written together or not at all. */
export const deliveryStateSchema = z
  .object({
    /** The latest local days whose digest is over, newest last. */
    settled: z.array(z.string()).readonly(),
    told: toldSchema,
    last: z
      .object({ day: z.string(), at: instant, outcome: outcomeSchema, why: z.string().optional() })
      .readonly()
      .optional(),
    lastPosted: z.object({ day: z.string(), at: instant, message: z.string() }).readonly().optional(),
    attempt: attemptSchema.optional(),
    /** Since when the channel is gone or forbidden. */
    troubleSince: instant.optional(),
  })
  .readonly();
export type DeliveryState = z.infer<typeof deliveryStateSchema>;

/** A subscription that never delivered. */
export const NEW_STATE: DeliveryState = { settled: [], told: {} };

// More days than any clock is likely to be set back, so that none of them is posted again.
const SETTLED_DAYS_KEPT = 10;

/** How a day ends: what to write down. */
export type Ending = {
  readonly day: string;
  readonly at: number;
  readonly outcome: Outcome;
  readonly why?: string;
  /** The platform's id of the message, where there is one. */
  readonly message?: string;
  readonly told?: Told;
  /** True where the channel is gone or forbidden. */
  readonly trouble?: boolean;
};

/** The day is over: it is never posted again, and what was told counts as told. */
export function settle(state: DeliveryState, ending: Ending): DeliveryState {
  const { day, at, outcome, why, message, told = {}, trouble = false } = ending;
  const { attempt: _over, troubleSince, ...kept } = state;
  const since = trouble ? (troubleSince ?? at) : outcome === 'posted' ? undefined : troubleSince;
  return {
    ...kept,
    settled: [...state.settled.filter((each) => each !== day), day].slice(-SETTLED_DAYS_KEPT),
    told: { ...state.told, ...told },
    last: { day, at, outcome, ...(why ? { why } : {}) },
    ...(message === undefined ? {} : { lastPosted: { day, at, message } }),
    ...(since === undefined ? {} : { troubleSince: since }),
  };
}

/** Writes down that a message is about to be sent. A repeated attempt keeps the start of the first. */
export function begin(
  state: DeliveryState,
  {
    day,
    owner,
    now,
    leaseMs,
    told,
  }: { day: string; owner: string; now: number; leaseMs: number; told: Told },
): DeliveryState {
  const before = state.attempt?.day === day ? state.attempt : undefined;
  const doubt = before !== undefined && before.phase !== 'refused';
  return {
    ...state,
    attempt: {
      day,
      phase: 'posting',
      owner,
      since: doubt ? before.since : now,
      leaseUntil: now + leaseMs,
      tries: (before?.tries ?? 0) + 1,
      doubt,
      // A message that may be there already told what the first attempt knew.
      told: doubt ? before.told : told,
    },
  };
}

/** The attempt did not end in a message, or nobody knows: it goes on, not before `until` where nobody knows. */
export function suspend(
  state: DeliveryState,
  { phase, why, until }: { phase: 'unsure' | 'refused'; why: string; until: number },
): DeliveryState {
  if (!state.attempt) return state;
  const left = phase === 'refused' && state.attempt.doubt ? 'unsure' : phase;
  return { ...state, attempt: { ...state.attempt, phase: left, why, leaseUntil: until } };
}

/** A look into the channel took the doubt away: there is no message. */
export function clearDoubt(state: DeliveryState): DeliveryState {
  return state.attempt ? { ...state, attempt: { ...state.attempt, doubt: false } } : state;
}

/** Forgets an attempt that left no message. */
export function abandon({ attempt: _none, ...state }: DeliveryState): DeliveryState {
  return state;
}

/**
 * How long an owner or the platform may still be at an attempt, in milliseconds; 0 when it is free. An end far in the
 * future comes from a clock that was set back, and is not waited for.
 */
export function leaseLeft(attempt: Attempt, now: number, leaseMs: number): number {
  if (attempt.phase === 'refused' || attempt.leaseUntil > now + 2 * leaseMs) return 0;
  return Math.max(0, attempt.leaseUntil - now);
}
