/** Digests over memory, with a clock and a platform that the test holds in its hands. */
import type { DigestPlatform, DigestPoster, PostResult } from '../../src/digest/delivery-port.ts';
import { openDigests } from '../../src/digest/open-digests.ts';
import { type Subscription, subscriptionId } from '../../src/digest/subscriptions/subscription.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { makeTopic } from './topic.ts';

export const HOUR = 3_600_000;
export const DAY_MS = 24 * HOUR;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** A daily digest at 08:00 in Bogotá (13:00 UTC) for a Discord channel, changed as told. */
export function dailyDigest(channel: string, changes: Partial<Subscription> = {}): Subscription {
  const { platform = 'discord', topics = 'all' } = changes;
  const place = { platform, channel, topics };
  return {
    ...place,
    id: subscriptionId(place),
    schedule: { minute: 480, zone: 'America/Bogota', days: EVERY_DAY },
    whenNothingIsNew: 'skip',
    subscriber: 'ana',
    since: 0,
    ...changes,
  };
}

export type World = {
  now: number;
  topics: Topic[];
  result: PostResult;
  readonly posted: { readonly platform: string; readonly channel: string; readonly reply: Reply }[];
  readonly told: { readonly user: string; readonly reply: Reply }[];
  readonly composed: string[];
  readonly rendered: string[];
  readonly logged: string[];
  readonly open: () => ReturnType<typeof openDigests>;
  readonly storage: Storage;
};

/** Makes a world at an instant. `open` starts a desk in it, as often as a test restarts one. */
export async function createWorld(now: string): Promise<World> {
  const storage = await openStorage({ memory: true });
  const log = (_about: unknown, message?: string) => void world.logged.push(String(message));
  const world: World = {
    now: Date.parse(now),
    topics: [makeTopic()],
    result: { kind: 'posted', message: 'm' },
    posted: [],
    told: [],
    composed: [],
    rendered: [],
    logged: [],
    storage,
    open: () =>
      openDigests({
        storage,
        topics: () => world.topics,
        posters: () => [posterOf(world, 'discord'), posterOf(world, 'slack')],
        logger: { info: log, warn: log, error: log },
        now: () => world.now,
        random: () => 0,
        onCompose: (key) => world.composed.push(key),
      }),
  };
  const posters = new Map<DigestPlatform, DigestPoster>();
  const posterOf = (of: World, platform: DigestPlatform): DigestPoster => {
    const poster = posters.get(platform) ?? makePoster(of, platform);
    posters.set(platform, poster);
    return poster;
  };
  return world;
}

function makePoster(world: World, platform: DigestPlatform): DigestPoster {
  return {
    platform,
    limits: { perSecond: 100_000, channelGapMs: 0 },
    recognisesRepeatsMs: 0,
    canPost: async () => ({ ok: true }),
    prepare: (reply) => {
      world.rendered.push(platform);
      return async ({ channel }) => {
        if (world.result.kind === 'posted') world.posted.push({ platform, channel, reply });
        return world.result;
      };
    },
    findPosted: async () => ({ kind: 'absent' }),
    tell: async ({ user }, reply) => {
      world.told.push({ user, reply });
      return { kind: 'posted', message: 'dm' };
    },
  };
}

/** The text of a reply's notices and paragraphs. */
export function wordsOf(reply: Reply): string {
  return reply.blocks
    .flatMap((block) => {
      if (block.kind === 'notice' || block.kind === 'heading') return [block.text];
      const runs = block.kind === 'list' ? block.items.flat() : block.kind === 'paragraph' ? block.runs : [];
      return runs.map((run) => (run.kind === 'text' ? run.text : ''));
    })
    .join('\n');
}
