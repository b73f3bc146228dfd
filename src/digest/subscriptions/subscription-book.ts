/** The book of subscriptions: stored one by one, found by place and by when they are due. */
import type { Keyv } from 'keyv';
import { chunks } from '../../chunks.ts';
import type { Storage } from '../../storage/storage.ts';
import { turnOn } from '../calendar/schedule.ts';
import { dayNumber } from '../calendar/wall-clock.ts';
import {
  channelPlace,
  createMemoryIndex,
  type DueIndex,
  type TimeWindow,
  workspacePlace,
} from './due-index.ts';
import { createRedisIndex } from './redis-index.ts';
import { type Subscription, subscriptionSchema } from './subscription.ts';

/** A subscription that owes a digest: the local day and the instant of its turn. */
type DueDigest = { readonly subscription: Subscription; readonly day: string; readonly at: number };

/** The subscriptions, to be written and found. */
export type SubscriptionBook = {
  readonly get: (id: string) => Promise<Subscription | undefined>;
  /** Writes a new or changed subscription. */
  readonly put: (subscription: Subscription) => Promise<void>;
  /** Writes many new ones; for loading and for benchmarks. */
  readonly putAll: (subscriptions: readonly Subscription[]) => Promise<void>;
  /** False when there was none. */
  readonly remove: (id: string) => Promise<boolean>;
  readonly inChannel: (
    channel: Pick<Subscription, 'platform' | 'workspace' | 'channel'>,
  ) => Promise<readonly Subscription[]>;
  readonly inWorkspace: (
    workspace: Pick<Subscription, 'platform'> & { readonly workspace: string },
  ) => Promise<readonly Subscription[]>;
  /** The latest turn in the window of each subscription that owes one: what came before it is told with it. */
  readonly due: (window: TimeWindow) => Promise<readonly DueDigest[]>;
};

const BATCH = 500;

/** Opens the book and indexes what is in it. */
export async function openSubscriptionBook(storage: Storage): Promise<SubscriptionBook> {
  const store = storage.store<unknown>('subscriptions');
  const index = storage.redis
    ? createRedisIndex(storage.redis.client, storage.redis.prefix)
    : createMemoryIndex();
  await index.prepare(() => indexAll(store, index));
  const getMany = async (ids: readonly string[]) => {
    const found: Subscription[] = [];
    for (const some of chunks(ids, BATCH)) found.push(...(await store.getMany([...some])).flatMap(parse));
    return found;
  };
  const get = async (id: string) => parse(await store.get(id))[0];
  return {
    get,
    put: async (subscription) => {
      const before = await get(subscription.id);
      // Into the index first and out of it last: a crash in between leaves an entry too many, never one too few.
      await index.add([subscription]);
      await store.set(subscription.id, subscription);
      if (before) await index.remove(before, subscription);
    },
    putAll: async (subscriptions) => {
      await index.add(subscriptions);
      for (const some of chunks(subscriptions, BATCH))
        await store.setMany(some.map((value) => ({ key: value.id, value })));
    },
    remove: async (id) => {
      const before = await get(id);
      if (!before) return false;
      await store.delete(id);
      await index.remove(before);
      return true;
    },
    inChannel: async (channel) => getMany(await index.at(channelPlace(channel))),
    inWorkspace: async (workspace) => getMany(await index.at(workspacePlace(workspace))),
    due: async (window) => {
      const due = await index.due(window);
      const byId = new Map(
        (await getMany([...new Set(due.map(({ id }) => id))])).map((each) => [each.id, each]),
      );
      return latestTurns(
        due.flatMap(({ id, day }) => {
          const subscription = byId.get(id);
          return subscription
            ? [{ subscription, day, at: turnOn(dayNumber(day), subscription.schedule) }]
            : [];
        }),
        window,
      );
    },
  };
}

/** An index entry may be older than the subscription: what counts is its schedule now. */
function latestTurns(found: readonly DueDigest[], { from, to }: TimeWindow): readonly DueDigest[] {
  const latest = new Map<string, DueDigest>();
  for (const due of found) {
    const { subscription, at } = due;
    const owed = !subscription.paused && at > from && at <= to && at > subscription.since;
    if (owed && at > (latest.get(subscription.id)?.at ?? 0)) latest.set(subscription.id, due);
  }
  return [...latest.values()];
}

async function indexAll(store: Keyv<unknown>, index: DueIndex): Promise<void> {
  let batch: Subscription[] = [];
  for await (const [, value] of store.iterator?.(store.namespace) ?? []) {
    batch.push(...parse(value));
    if (batch.length < BATCH) continue;
    await index.add(batch);
    batch = [];
  }
  await index.add(batch);
}

function parse(value: unknown): readonly Subscription[] {
  const parsed = subscriptionSchema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}
