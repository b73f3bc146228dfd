/** A subscription: which channel gets a digest of which topics, and when. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { scheduleSchema } from '../calendar/schedule.ts';
import { DIGEST_PLATFORMS, type DigestChannel } from '../delivery-port.ts';

/** Topic slugs in alphabetical order, or every topic that the desk has at the time. */
const topicSetSchema = z.union([z.literal('all'), z.array(z.string()).min(1).readonly()]);
export type TopicSet = z.infer<typeof topicSetSchema>;

/** A subscription as it is stored. Instants are epoch milliseconds. */
export const subscriptionSchema = z
  .object({
    id: z.string(),
    platform: z.enum(DIGEST_PLATFORMS),
    channel: z.string(),
    workspace: z.string().optional(),
    topics: topicSetSchema,
    schedule: scheduleSchema,
    whenNothingIsNew: z.enum(['skip', 'say so']),
    /** Who hears when it is paused: the platform's user id. */
    subscriber: z.string(),
    /** Turns before this are not owed: it was made, changed or resumed then. */
    since: z.number(),
    paused: z.object({ at: z.number(), why: z.string() }).readonly().optional(),
  })
  .readonly();
export type Subscription = z.infer<typeof subscriptionSchema>;

/** What makes a subscription the same one: a channel has one for each set of topics. */
export type SubscriptionPlace = DigestChannel & Pick<Subscription, 'platform' | 'topics'>;

/** The channel alone of what is about one. */
export function channelOf({
  channel,
  workspace,
}: Pick<Subscription, 'channel' | 'workspace'>): DigestChannel {
  return { channel, ...(workspace ? { workspace } : {}) };
}

/** The id of the channel's subscription to these topics. */
export function subscriptionId({ platform, workspace, channel, topics }: SubscriptionPlace): string {
  return shortHash([platform, workspace ?? '', channel, topics === 'all' ? topics : [...topics].sort()]);
}

/** The idempotency key of one local day's digest; see `DigestPost.key`. */
export function deliveryKey(subscription: string, day: string): string {
  return shortHash([subscription, day]);
}

/** "all topics" or the slugs: how lists and messages name a topic set. */
export function nameTopics(topics: TopicSet): string {
  return topics === 'all' ? 'all topics' : topics.join(', ');
}

/** 24 characters of base64url: 144 bits, and short enough for a nonce. */
function shortHash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24);
}
