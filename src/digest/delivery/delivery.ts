/** What delivering a digest takes and gives: tasks, results, limits, and what the deliverer works with. */

import type { DigestPost, DigestPoster, PostResult } from '../delivery-port.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import type { DeliveryState, Outcome, Told } from './delivery-state.ts';
import type { Ledger } from './ledger.ts';

/** A digest that is due: `at` is the instant of its turn. */
export type DeliveryTask = {
  readonly subscription: Subscription;
  readonly day: string;
  readonly at: number;
};

/** What there is to post: `post` is what the platform's `prepare` gave back. */
export type PreparedDigest =
  | {
      readonly kind: 'digest';
      readonly post: (post: DigestPost) => Promise<PostResult>;
      readonly told: Told;
    }
  | { readonly kind: 'nothing new'; readonly told: Told };

/** How a delivery stands: over, or to be taken up again after a wait. */
export type DeliveryResult =
  | {
      readonly kind: 'over';
      readonly outcome: Outcome | 'over before';
      readonly why?: string;
      /** Since when the channel is gone or forbidden. */
      readonly troubleSince?: number;
    }
  | { readonly kind: 'again'; readonly afterMs: number };

/** The same within a delivery; `anew` where the ledger has changed, and says what is next. */
export type Taken = DeliveryResult | { readonly kind: 'anew' };

/** What delivering works with. */
export type DeliveryDeps = {
  readonly ledger: Ledger;
  readonly poster: (platform: Subscription['platform']) => DigestPoster | undefined;
  /** Composes for what this channel was told before. `lateBy` in milliseconds where it must be said. */
  readonly prepare: (task: DeliveryTask, state: DeliveryState, lateBy?: number) => Promise<PreparedDigest>;
  /** Waits for a place within the platform's limits, or says after how many milliseconds to come again for one. */
  readonly pace: (subscription: Subscription) => Promise<number>;
  readonly now: () => number;
  readonly random: () => number;
  /** Tells this process from all others. */
  readonly owner: string;
  readonly limits: DeliveryLimits;
};

/** How late and how long deliveries may be, in milliseconds. */
export type DeliveryLimits = {
  /** Later than this after its turn a digest is not posted any more (DIGEST_CATCH_UP_HOURS). */
  readonly catchUpMs: number;
  /** Later than this it says so. */
  readonly lateMs: number;
  /** An attempt to post ends after this. */
  readonly postTimeoutMs: number;
  /** After this nobody is still posting: longer than `postTimeoutMs` by far more than clocks differ. */
  readonly leaseMs: number;
  /** A message whose answer was lost is looked for after this: the platform may still have been at it. */
  readonly settlingMs: number;
};

/** The limits unless settings say otherwise. */
export const DEFAULT_LIMITS: DeliveryLimits = {
  catchUpMs: 6 * 3_600_000,
  lateMs: 10 * 60_000,
  postTimeoutMs: 15_000,
  leaseMs: 45_000,
  settlingMs: 10_000,
};
