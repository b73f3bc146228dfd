/** The dead letter list: digests that did not go out, and why. */
import type { Keyv } from 'keyv';
import { z } from 'zod';
import { subscriptionSchema } from '../subscriptions/subscription.ts';

/** A digest that was not posted. `at`: when the desk gave up, in epoch milliseconds. */
const failureSchema = z
  .object({
    subscription: subscriptionSchema,
    day: z.string(),
    at: z.number(),
    outcome: z.enum(['missed', 'failed']),
    why: z.string(),
  })
  .readonly();
export type Failure = z.infer<typeof failureSchema>;

/** The list, to be added to and read. */
export type FailureList = {
  readonly add: (failure: Failure) => Promise<void>;
  /** The latest first, those of the last 30 days. */
  readonly all: () => Promise<readonly Failure[]>;
};

/** How long a failure stays in the list. */
const FAILURES_KEPT_MS = 30 * 24 * 3_600_000;

/** A list in a Keyv namespace of its own. */
export function createFailureList(store: Keyv<unknown>): FailureList {
  return {
    add: async (failure) => {
      await store.set(`${failure.subscription.id} ${failure.day}`, failure, FAILURES_KEPT_MS);
    },
    all: async () => {
      const found: Failure[] = [];
      for await (const [, value] of store.iterator?.(store.namespace) ?? []) {
        const parsed = failureSchema.safeParse(value);
        if (parsed.success) found.push(parsed.data);
      }
      return found.sort((a, b) => b.at - a.at);
    },
  };
}
