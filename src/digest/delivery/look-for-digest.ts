/** Looks whether a digest stands in its channel already. */

import type { Lookup } from '../delivery-port.ts';
import { channelOf, deliveryKey, type Subscription } from '../subscriptions/subscription.ts';
import type { DeliveryDeps } from './delivery.ts';

// Messages from a little earlier than the attempt are asked for: platforms' clocks differ from ours.
const CLOCK_SLACK_MS = 5 * 60_000;

/** Asks the platform for the digest of a local day that was posted at or after `since`. */
export async function lookForDigest(
  { poster, now, limits }: DeliveryDeps,
  subscription: Subscription,
  { day, since }: { readonly day: string; readonly since: number },
): Promise<Lookup> {
  const platform = poster(subscription.platform);
  if (!platform?.findPosted)
    return { kind: 'unknown', reason: 'this platform cannot look for earlier messages' };
  return platform.findPosted(channelOf(subscription), {
    key: deliveryKey(subscription.id, day),
    // A start in the future comes from a clock that ran ahead, and is no guide.
    since: Math.min(since, now()) - CLOCK_SLACK_MS,
    signal: AbortSignal.timeout(limits.postTimeoutMs),
  });
}
