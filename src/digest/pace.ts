/** Keeps posting within a platform's limits. */
import type { PostingLimits } from './delivery-port.ts';

/** Where a message goes, as far as limits care. */
type PacedChannel = { readonly platform: string; readonly channel: string };

/** Reserves a place for one message, and resolves when its moment has come. */
export type Pace = (channel: PacedChannel) => Promise<void>;

export type PaceDeps = {
  /** Undefined for platforms without limits. */
  readonly limitsOf: (platform: string) => PostingLimits | undefined;
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
    if (!limits) return;
    const at = now();
    const key = `${platform} ${channel}`;
    const interval = 1000 / (limits.perSecond * SHARE_FOR_DIGESTS);
    const free = reserved(platforms, { key: platform, at, interval }) - BURST_MS;
    const channelFree = reserved(channels, { key, at: Math.max(at, free), interval: limits.channelGapMs });
    if (channels.size > REMEMBERED_CHANNELS) forgetPast(channels, at);
    const wait = Math.max(free, channelFree) - at;
    if (wait > 0) await sleep(wait);
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
