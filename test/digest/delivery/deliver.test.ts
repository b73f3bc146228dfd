/** A digest is posted exactly once, whatever stops or repeats its delivery. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliver } from '../../../src/digest/delivery/deliver.ts';
import {
  DEFAULT_LIMITS,
  type DeliveryDeps,
  type DeliveryResult,
} from '../../../src/digest/delivery/delivery.ts';
import { createLedger, type Ledger } from '../../../src/digest/delivery/ledger.ts';
import type { DigestPoster, PostResult } from '../../../src/digest/delivery-port.ts';
import { type Subscription, subscriptionId } from '../../../src/digest/subscriptions/subscription.ts';
import { type Cells, createMemoryCells } from '../../../src/storage/cells.ts';

const START = Date.parse('2026-01-08T13:00:00Z');
const HOUR = 3_600_000;
const PLACE = { platform: 'discord', channel: 'c', topics: 'all' } as const;
const SUBSCRIPTION: Subscription = {
  ...PLACE,
  id: subscriptionId(PLACE),
  schedule: { minute: 480, zone: 'America/Bogota', days: [1, 2, 3, 4, 5, 6, 7] },
  whenNothingIsNew: 'skip',
  subscriber: 'u',
  since: 0,
};
const TASK = { subscription: SUBSCRIPTION, day: '2026-01-08', at: START };

class Crash extends Error {}

/** What happens to one message: the platform takes it or not, and its answer arrives or not. */
type Fate = 'posted' | 'answer lost' | 'never arrived' | PostResult;

type State = {
  now: number;
  fates: Fate[];
  posts: { key: string; at: number }[];
  crashAt: number;
  steps: number;
  prepared: number;
  nothingNew: boolean;
  cells: Cells;
};

/** A world with one platform and a clock of its own; every deliverer in it is a process that may crash. */
function createWorld(platform: { nonceMs: number; lookup: boolean }) {
  const clock = { now: START };
  const world: State = Object.assign(clock, {
    fates: [],
    posts: [],
    crashAt: Infinity,
    steps: 0,
    prepared: 0,
    nothingNew: false,
    cells: createMemoryCells(() => clock.now),
  });
  const step = () => {
    world.steps += 1;
    if (world.steps >= world.crashAt) throw new Crash();
  };
  const accept = (key: string): string => {
    const first = world.posts.find((post) => post.key === key && world.now - post.at < platform.nonceMs);
    if (!first) world.posts.push({ key, at: world.now });
    return key;
  };
  const poster: DigestPoster = {
    platform: 'discord',
    limits: { perSecond: 50, channelGapMs: 0 },
    recognisesRepeatsMs: platform.nonceMs,
    canPost: async () => ({ ok: true }),
    prepare:
      () =>
      async ({ key }) => {
        step();
        const fate = world.fates.shift() ?? 'posted';
        const result = settleFate(fate, () => accept(key));
        step();
        return result;
      },
    ...(platform.lookup
      ? {
          findPosted: async (_channel, { key, since }) => {
            step();
            const found = world.posts.find((post) => post.key === key && post.at >= since);
            return found ? { kind: 'found', message: key } : { kind: 'absent' };
          },
        }
      : {}),
  };
  const stepping: Ledger = createLedger({
    read: (key) => world.cells.read(key),
    readMany: (keys) => world.cells.readMany(keys),
    swap: async (key, swap) => {
      step();
      const done = await world.cells.swap(key, swap);
      step();
      return done;
    },
  });
  const reply = { blocks: [], references: [] };
  const deps = (owner: string): DeliveryDeps => ({
    ledger: stepping,
    poster: () => poster,
    prepare: async () => {
      world.prepared += 1;
      if (world.nothingNew) return { kind: 'nothing new', told: { t: 'h' } };
      return { kind: 'digest', told: { t: `h${world.prepared}` }, post: poster.prepare(reply) };
    },
    pace: async () => 0,
    now: () => world.now,
    random: () => 0.5,
    owner,
    limits: DEFAULT_LIMITS,
  });
  return { world, deps };
}

function settleFate(fate: Fate, accept: () => string): PostResult {
  if (typeof fate !== 'string') return fate;
  if (fate === 'never arrived') return { kind: 'unsure', reason: 'timeout' };
  const message = accept();
  return fate === 'posted' ? { kind: 'posted', message } : { kind: 'unsure', reason: 'connection reset' };
}

type World = ReturnType<typeof createWorld>;

/** Runs a delivery to its end, restarting after each crash; time passes while it waits. */
async function runToEnd({ world, deps }: World, task = TASK): Promise<DeliveryResult> {
  for (let round = 0; round < 60; round += 1) {
    const result = await deliver(deps(`owner ${round}`), task).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
      world.crashAt = Infinity;
      return { kind: 'again', afterMs: 1000 } as const;
    });
    if (result.kind === 'over') return result;
    world.now += result.afterMs;
  }
  throw new Error('the delivery does not end');
}

const stateOf = async ({ world }: World) => (await createLedger(world.cells).open(SUBSCRIPTION.id)).state;

const PLATFORMS = [
  ['recognises repeats', { nonceMs: 180_000, lookup: true }],
  ['can only be looked at', { nonceMs: 0, lookup: true }],
] as const;

describe.each(PLATFORMS)('on a platform that %s', (_name, platform) => {
  test('an undisturbed digest is posted once and then over', async () => {
    const place = createWorld(platform);
    expect(await runToEnd(place)).toEqual({ kind: 'over', outcome: 'posted' });
    expect(await runToEnd(place)).toEqual({ kind: 'over', outcome: 'over before' });
    expect(place.world.posts).toHaveLength(1);
    expect((await stateOf(place)).told).toEqual({ t: 'h1' });
  });

  test('a crash at any step neither loses nor doubles it', async () => {
    for (let crashAt = 1; crashAt < 12; crashAt += 1) {
      const place = createWorld(platform);
      place.world.crashAt = crashAt;
      await runToEnd(place);
      expect(place.world.posts, `crash at step ${crashAt}`).toHaveLength(1);
      expect((await stateOf(place)).settled).toEqual([TASK.day]);
    }
  });

  test('a lost answer to a post that went through does not double it', async () => {
    const place = createWorld(platform);
    place.world.fates = ['answer lost', 'answer lost'];
    expect(await runToEnd(place)).toEqual({ kind: 'over', outcome: 'posted' });
    expect(place.world.posts).toHaveLength(1);
  });

  test('a message that never arrived is posted again', async () => {
    const place = createWorld(platform);
    place.world.fates = ['never arrived', 'never arrived'];
    await runToEnd(place);
    expect(place.world.posts).toHaveLength(1);
  });

  test('a refusal is retried no sooner than the platform asks', async () => {
    const place = createWorld(platform);
    place.world.fates = [{ kind: 'retry', reason: 'rate limit', retryAfterMs: 7000 }];
    await runToEnd(place);
    expect(place.world.posts[0]?.at).toBeGreaterThanOrEqual(START + 7000);
  });

  test('crashes, lost answers, refusals and set clocks in any order neither lose nor double it', async () => {
    const fate = fc.constantFrom<Fate>(
      'answer lost',
      'never arrived',
      { kind: 'retry', reason: 'busy' },
      { kind: 'retry', reason: 'limit', retryAfterMs: 5000 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 15 }), { maxLength: 5 }),
        fc.array(fc.integer({ min: -20, max: 90 }), { maxLength: 5 }),
        async (fates, crashes, leaps) => {
          const place = createWorld(platform);
          const { world, deps } = place;
          world.fates = [...fates];
          for (const [round, crash] of crashes.entries()) {
            world.crashAt = world.steps + crash;
            await deliver(deps(`crashing ${round}`), TASK).catch(() => undefined);
            // Time goes on between restarts, or back by a little.
            world.now += (leaps[round] ?? 1) * 1000;
          }
          world.crashAt = Infinity;
          const end = await runToEnd(place);
          expect(['posted', 'over before']).toContain(end.kind === 'over' && end.outcome);
          expect(world.posts).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('two processes at once post it once', async () => {
    const place = createWorld(platform);
    const results = await Promise.all(['a', 'b', 'c'].map((owner) => deliver(place.deps(owner), TASK)));
    expect(results.filter(({ kind }) => kind === 'over')).toHaveLength(1);
    await runToEnd(place);
    expect(place.world.posts).toHaveLength(1);
  });
});

describe('a digest', () => {
  const lookable = { nonceMs: 0, lookup: true };

  test('without news is over and counts as told', async () => {
    const place = createWorld(lookable);
    place.world.nothingNew = true;
    expect(await runToEnd(place)).toEqual({ kind: 'over', outcome: 'nothing new' });
    expect(place.world.posts).toEqual([]);
    expect((await stateOf(place)).told).toEqual({ t: 'h' });
  });

  test('that is late by less than the catch-up time is posted, by more it is missed', async () => {
    const late = createWorld(lookable);
    late.world.now = START + 5.9 * HOUR;
    expect(await runToEnd(late)).toMatchObject({ outcome: 'posted' });
    const tooLate = createWorld(lookable);
    tooLate.world.now = START + 6.1 * HOUR;
    expect(await runToEnd(tooLate)).toEqual({
      kind: 'over',
      outcome: 'missed',
      why: 'the desk was not running; it is posted at most 6 hours late',
    });
    expect(tooLate.world.posts).toEqual([]);
  });

  test('that goes on being refused fails with the reason when the catch-up time is over', async () => {
    const place = createWorld(lookable);
    place.world.fates = Array.from({ length: 50 }, () => ({
      kind: 'retry' as const,
      reason: 'the platform is down',
      retryAfterMs: HOUR,
    }));
    expect(await runToEnd(place)).toEqual({ kind: 'over', outcome: 'failed', why: 'the platform is down' });
  });

  test('for a channel that is gone or forbidden fails at once and remembers since when', async () => {
    const place = createWorld(lookable);
    place.world.fates = [
      { kind: 'forbidden', missing: 'Send Messages' },
      { kind: 'gone', reason: 'the channel was deleted' },
    ];
    expect(await runToEnd(place)).toEqual({
      kind: 'over',
      outcome: 'failed',
      why: 'it lacks Send Messages',
      troubleSince: START,
    });
    place.world.now = START + 24 * HOUR;
    const next = { ...TASK, day: '2026-01-09', at: START + 24 * HOUR };
    expect(await runToEnd(place, next)).toMatchObject({
      why: 'the channel was deleted',
      troubleSince: START,
    });
    place.world.now += 24 * HOUR;
    await runToEnd(place, { ...TASK, day: '2026-01-10', at: START + 48 * HOUR });
    expect((await stateOf(place)).troubleSince).toBeUndefined();
  });

  test('whose answer was lost on a platform without any memory is left to the operator', async () => {
    const place = createWorld({ nonceMs: 0, lookup: false });
    place.world.fates = ['answer lost'];
    expect(await runToEnd(place)).toMatchObject({
      outcome: 'failed',
      why: expect.stringContaining('it may or may not have been posted'),
    });
    expect(place.world.posts).toHaveLength(1);
  });

  test('whose attempt is unclear waits while its adapter is not running', async () => {
    const place = createWorld(lookable);
    place.world.fates = ['answer lost'];
    await deliver(place.deps('first'), TASK);
    place.world.now += 60_000;
    const without = { ...place.deps('second'), poster: () => undefined };
    expect(await deliver(without, TASK)).toEqual({ kind: 'again', afterMs: 300_000 });
    expect(await runToEnd(place)).toEqual({ kind: 'over', outcome: 'posted' });
    expect(place.world.posts).toHaveLength(1);
  });

  test('that was sent by a clock running an hour ahead is found when the clock is right again', async () => {
    const place = createWorld(lookable);
    place.world.now = START + HOUR;
    place.world.fates = ['answer lost'];
    await deliver(place.deps('ahead'), TASK);
    // The platform's clock was right all the time.
    place.world.posts = place.world.posts.map((post) => ({ ...post, at: START }));
    place.world.now = START + 60_000;
    expect(await runToEnd(place)).toEqual({ kind: 'over', outcome: 'posted' });
    expect(place.world.posts).toHaveLength(1);
  });

  test('of today is posted although yesterday ended in a crash, and yesterday is found', async () => {
    const place = createWorld(lookable);
    place.world.crashAt = 4;
    await deliver(place.deps('yesterday'), TASK).catch(() => undefined);
    place.world.crashAt = Infinity;
    expect(place.world.posts).toHaveLength(1);
    place.world.now = START + 24 * HOUR;
    await runToEnd(place, { ...TASK, day: '2026-01-09', at: START + 24 * HOUR });
    expect(place.world.posts).toHaveLength(2);
    expect((await stateOf(place)).settled).toEqual(['2026-01-08', '2026-01-09']);
  });

  test('is not posted again when the clock is set back by days', async () => {
    const place = createWorld(lookable);
    for (const offset of [0, 1, 2]) {
      place.world.now = START + offset * 24 * HOUR;
      const day = new Date(place.world.now).toISOString().slice(0, 10);
      await runToEnd(place, { ...TASK, day, at: place.world.now });
    }
    place.world.now = START;
    expect(await runToEnd(place)).toMatchObject({ outcome: 'over before' });
    expect(place.world.posts).toHaveLength(3);
  });
});
