/** Keeps posting within a platform's limits: for one process by itself, for many through shared cells. */
import { type Cells, claim } from '../storage/cells.ts';
import type { PostingLimits } from './delivery-port.ts';

/** Where a message goes, as far as limits care. */
export type PacedChannel = { readonly platform: string; readonly channel: string };

/** Takes a place for one message now (0), or says in how many milliseconds to ask again. */
export type Pace = (channel: PacedChannel) => Promise<number>;

/** Below the limit by this much, for what the adapters send at the same time. */
const SHARE_FOR_DIGESTS = 0.8;

/**
 * Paces by the clock of this process: no more than the platform's messages a second, spread evenly, and one message
 * to a channel within its gap. `limitsOf` gives undefined for platforms without limits.
 */
export function createPace(
  limitsOf: (platform: string) => PostingLimits | undefined,
  now: () => number,
): Pace {
  const nextOf = new Map<string, number>();
  const channelNext = new Map<string, number>();
  return async ({ platform, channel }) => {
    const limits = limitsOf(platform);
    if (!limits) return 0;
    const at = now();
    const key = `${platform} ${channel}`;
    const interval = intervalOf(limits);
    // A clock that was set back must not stop the posts until it has caught up.
    const free = Math.min(nextOf.get(platform) ?? at, at + BURST_MS + interval);
    const channelFree = Math.min(channelNext.get(key) ?? at, at + limits.channelGapMs);
    const wait = Math.max(free - at - BURST_MS, channelFree - at, 0);
    if (wait > 0) return Math.ceil(wait);
    nextOf.set(platform, Math.max(free, at) + interval);
    forgetPast(channelNext, at);
    channelNext.set(key, at + limits.channelGapMs);
    return 0;
  };
}

/**
 * Paces all replicas together: each second of a platform and each gap of a channel is a claim. It relies on the
 * server's clock alone.
 */
export function createSharedPace(
  limitsOf: (platform: string) => PostingLimits | undefined,
  { cells, now, random }: { cells: Cells; now: () => number; random: () => number },
): Pace {
  return async ({ platform, channel }) => {
    const limits = limitsOf(platform);
    if (!limits) return 0;
    const slots = Math.max(1, Math.floor(limits.perSecond * SHARE_FOR_DIGESTS));
    const second = Math.floor(now() / 1000);
    const slot = Math.floor(random() * slots);
    const gap = limits.channelGapMs;
    if (gap > 0 && !(await claim(cells, `pace:${platform}:${channel}`, gap))) return gap;
    for (let tried = 0; tried < slots; tried += 1) {
      const key = `pace:${platform}:${second}:${(slot + tried) % slots}`;
      if (await claim(cells, key, 3000)) return 0;
    }
    return 1000 - (now() % 1000);
  };
}

/** A second's worth may go out at once after a quiet time. */
const BURST_MS = 1000;
const REMEMBERED_CHANNELS = 10_000;

function intervalOf({ perSecond }: PostingLimits): number {
  return 1000 / (perSecond * SHARE_FOR_DIGESTS);
}

function forgetPast(channels: Map<string, number>, at: number): void {
  if (channels.size < REMEMBERED_CHANNELS) return;
  for (const [key, free] of channels) if (free <= at) channels.delete(key);
}
