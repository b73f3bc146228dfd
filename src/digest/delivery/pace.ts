/** Keeps posting within a platform's limits. */
import type { DigestPlatform, PostingLimits } from '../delivery-port.ts';

/** Where a message goes, as far as limits care. */
type PacedChannel = { readonly platform: DigestPlatform; readonly channel: string };

/** Waits for a place for one message, or says after how many milliseconds to come again for one; 0 where it may go out. */
type Pace = (channel: PacedChannel) => Promise<number>;

/** Undefined for platforms without limits. */
type LimitsOf = (platform: DigestPlatform) => PostingLimits | undefined;

/** What pacing in one process takes. */
export type PaceDeps = {
  readonly limitsOf: LimitsOf;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

/** The rest of a platform's limit is left to what its adapter answers at the same time. */
export const SHARE_FOR_DIGESTS = 0.8;
/** After a quiet time this much of the coming places may go out at once; with it a second still holds the limit. */
const BURST_MS = 200;
const REMEMBERED_CHANNELS = 10_000;

/**
 * Paces the messages of this process: spread evenly over each second, and to one channel no faster than its gap. A
 * clock that is set back does not stop the posts until it has caught up.
 */
export function createPace({ limitsOf, now, sleep }: PaceDeps): Pace {
  const platforms = new Map<string, number>();
  const channels = new Map<string, number>();
  return async ({ platform, channel }) => {
    const limits = limitsOf(platform);
    if (!limits) return 0;
    const at = now();
    const key = `${platform} ${channel}`;
    const interval = 1000 / (limits.perSecond * SHARE_FOR_DIGESTS);
    const free = reserved(platforms, { key: platform, at, interval }) - BURST_MS;
    const channelFree = reserved(channels, { key, at: Math.max(at, free), interval: limits.channelGapMs });
    if (channels.size > REMEMBERED_CHANNELS) forgetPast(channels, at);
    const wait = Math.max(free, channelFree) - at;
    if (wait > 0) await sleep(wait);
    return 0;
  };
}

/** The moment of the next place; the one after it comes an interval later. */
function reserved(
  next: Map<string, number>,
  { key, at, interval }: { key: string; at: number; interval: number },
): number {
  const before = next.get(key) ?? at;
  const sane = before - at > LONGEST_QUEUE_MS ? at : before;
  const moment = Math.max(sane, at);
  next.set(key, moment + interval);
  return moment;
}

/** No queue of reserved places is longer than this; a place further off comes from a clock that was set back. */
const LONGEST_QUEUE_MS = 10 * 60_000;

function forgetPast(channels: Map<string, number>, at: number): void {
  for (const [key, free] of channels) if (free <= at) channels.delete(key);
}

/**
 * Keeps the gap of each channel, over all replicas: whoever claims it may post. What a platform takes in all is left to
 * the queue, which knows of all replicas.
 */
export function createGapClaim({
  limitsOf,
  claim,
}: {
  readonly limitsOf: LimitsOf;
  readonly claim: (key: string, ttlMs: number) => Promise<boolean>;
}): Pace {
  return async ({ platform, channel }) => {
    const gap = limitsOf(platform)?.channelGapMs ?? 0;
    if (gap <= 0) return 0;
    return (await claim(`pace ${platform} ${channel}`, gap)) ? 0 : gap;
  };
}
