/** Digests over days: what is posted, what is caught up, what is given up, and who hears of it. */
import { describe, expect, test, vi } from 'vitest';
import { createLedger } from '../../../src/digest/delivery/ledger.ts';
import { openDigests } from '../../../src/digest/open-digests.ts';
import { createTick } from '../../../src/digest/running/due-tasks.ts';
import { openSubscriptionBook } from '../../../src/digest/subscriptions/subscription-book.ts';
import { createLogger } from '../../../src/log.ts';
import { makeTopic, withFacts } from '../topic.ts';
import { createWorld, DAY_MS, dailyDigest, HOUR, type World, wordsOf } from '../world.ts';

/** Runs what is due now, as a tick does. */
const run = async (world: World) => (await world.open()).runDue({ dryRun: false });

describe('over days', () => {
  test('a channel gets a full briefing, then nothing, then what is new', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    const { book } = await world.open();
    await book.put(dailyDigest('c'));
    await run(world);
    expect(wordsOf(world.posted[0]?.reply ?? { blocks: [], references: [] })).toContain('The harbour strike');
    world.now += DAY_MS;
    await run(world);
    expect(world.posted).toHaveLength(1);
    world.topics = [withFacts([{ id: 'new', kind: 'event', text: 'A crane fell into the sea.' }])];
    world.now += DAY_MS;
    await run(world);
    const latest = wordsOf(world.posted[1]?.reply ?? { blocks: [], references: [] });
    expect(latest).toContain('A crane fell into the sea.');
    expect(latest).not.toContain('40 ships');
  });

  test('a digest is posted once a day, however often it is run', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    await (await world.open()).book.put(dailyDigest('c', { whenNothingIsNew: 'say so' }));
    for (let minutes = 0; minutes < 5; minutes += 1) {
      await run(world);
      world.now += 60_000;
    }
    expect(world.posted).toHaveLength(1);
  });

  test('what was missed by less than six hours is posted late and says so', async () => {
    const world = await createWorld('2026-01-08T18:30:00Z');
    await (await world.open()).book.put(dailyDigest('c'));
    await run(world);
    expect(wordsOf(world.posted[0]?.reply ?? { blocks: [], references: [] })).toContain(
      'This digest comes late: it was due at 08:00.',
    );
  });

  test('a channel resumed after a month gets one digest that covers what it missed', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    const { book, digests } = await world.open();
    const place = { platform: 'discord', channel: 'c' } as const;
    await book.put(dailyDigest('c'));
    await run(world);
    await digests.pause(place);
    world.topics = [withFacts([{ id: 'new', kind: 'event', text: 'A crane fell into the sea.' }])];
    world.now += 30 * DAY_MS + HOUR;
    await digests.resume(place);
    await run(world);
    expect(world.posted).toHaveLength(1);
    world.now += DAY_MS;
    await run(world);
    await run(world);
    expect(world.posted).toHaveLength(2);
    expect(wordsOf(world.posted[1]?.reply ?? { blocks: [], references: [] })).toContain('A crane fell');
  });

  test('a new topic is briefed in full to those who get all', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    await (await world.open()).book.put(dailyDigest('c'));
    await run(world);
    world.topics = [makeTopic(), makeTopic({ topic: 'port', title: 'The port' })];
    world.now += DAY_MS;
    await run(world);
    const words = wordsOf(world.posted[1]?.reply ?? { blocks: [], references: [] });
    expect(words).toContain('The port');
    expect(words).not.toContain('# The harbour strike');
  });
});

describe('many channels', () => {
  test('share one composition for each topic set and day, and one rendering for each platform', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    const { book, runDue } = await world.open();
    for (let n = 0; n < 20; n += 1) {
      await book.put(dailyDigest(`d${n}`));
      await book.put(dailyDigest(`s${n}`, { platform: 'slack' }));
    }
    await runDue({ dryRun: false });
    expect(world.posted).toHaveLength(40);
    expect(world.composed).toHaveLength(1);
    expect(world.rendered.sort()).toEqual(['discord', 'slack']);
  });

  test('are reported one by one while they are posted', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    const { book, runDue } = await world.open();
    for (const channel of ['a', 'b', 'c']) await book.put(dailyDigest(channel));
    const seen: string[] = [];
    const reports = await runDue({
      dryRun: false,
      onProgress: ({ done, total }) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
    expect(reports.map(({ result }) => result?.kind === 'over' && result.outcome)).toEqual([
      'posted',
      'posted',
      'posted',
    ]);
  });

  test('of a platform that does not run here are left to the desk that does', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    const opened = await openDigests({
      storage: world.storage,
      topics: () => world.topics,
      posters: () => [],
      logger: createLogger('silent'),
      now: () => world.now,
    });
    await opened.book.put(dailyDigest('c'));
    const reports = await opened.runDue({ dryRun: false });
    expect(reports.map(({ result }) => result)).toEqual([undefined]);
    expect(await (await world.open()).runDue({ dryRun: false })).toMatchObject([
      { result: { outcome: 'posted' } },
    ]);
  });

  test('of which nothing is posted in a dry run', async () => {
    const world = await createWorld('2026-01-08T12:00:00Z');
    const { book, runDue } = await world.open();
    await book.put(dailyDigest('c'));
    expect(await runDue({ dryRun: true })).toEqual([]);
    const reports = await runDue({ dryRun: true, at: Date.parse('2026-01-08T13:00:00Z') });
    expect(reports.map(({ subscription, day }) => [subscription.channel, day])).toEqual([
      ['c', '2026-01-08'],
    ]);
    expect(wordsOf(reports[0]?.reply ?? { blocks: [], references: [] })).toContain('The harbour strike');
    expect(world.posted).toEqual([]);
  });
});

describe('a digest that does not go out', () => {
  test('stands in the list of failures with the reason', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    const { book, failures } = await world.open();
    await book.put(dailyDigest('c'));
    world.result = { kind: 'failed', reason: 'the message is malformed' };
    await run(world);
    expect((await failures()).map(({ day, why, outcome }) => [day, outcome, why])).toEqual([
      ['2026-01-08', 'failed', 'the message is malformed'],
    ]);
    expect(world.logged).toContain('digest: failed');
  });

  test('for three days pauses the channel and tells whoever subscribed it', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    const { book } = await world.open();
    await book.put(dailyDigest('c', { whenNothingIsNew: 'say so' }));
    world.result = { kind: 'forbidden', missing: 'the permission Send Messages' };
    for (let day = 0; day < 3; day += 1) {
      await run(world);
      world.now += DAY_MS;
    }
    expect(world.told).toEqual([]);
    await run(world);
    expect(world.told.map(({ user }) => user)).toEqual(['ana']);
    expect(wordsOf(world.told[0]?.reply ?? { blocks: [], references: [] })).toContain(
      'could not be posted for three days (it lacks the permission Send Messages), and is paused',
    );
    const [paused] = await book.inChannel({ platform: 'discord', channel: 'c' });
    expect(paused?.paused?.why).toBe('it lacks the permission Send Messages');
  });
});

describe('a desk that runs', () => {
  test('posts at its start what is due, and stops', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    const opened = await world.open();
    await opened.book.put(dailyDigest('c'));
    const runner = await opened.start();
    await vi.waitFor(() => expect(world.posted).toHaveLength(1));
    await runner.stop();
    expect(await run(world)).toEqual([]);
  });

  test('waits for an adapter that is not running, until it is too late', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    await (await world.open()).book.put(dailyDigest('c'));
    world.result = { kind: 'retry', reason: 'the discord adapter is not running' };
    const ledger = createLedger(world.storage.cells);
    const opened = await world.open();
    const [task] = await opened.book.due({ from: world.now - HOUR, to: world.now });
    if (!task) throw new Error('nothing is due');
    expect(await opened.step(task)).toMatchObject({ kind: 'again' });
    world.now += 7 * HOUR;
    expect(await opened.step(task)).toMatchObject({ why: 'the discord adapter is not running' });
    expect((await ledger.open(task.subscription.id)).state.last?.outcome).toBe('failed');
  });
});

describe('a tick', () => {
  const ticking = async (world: World) => {
    const book = await openSubscriptionBook(world.storage);
    const ledger = createLedger(world.storage.cells);
    const memory = world.storage.store<unknown>('digest-clock');
    const tick = createTick({ book, ledger, memory, now: () => world.now, catchUpMs: 6 * HOUR });
    const found: string[] = [];
    return {
      book,
      found,
      tick: () => tick(async (tasks) => void found.push(...tasks.map(({ day }) => day))),
    };
  };

  test('hands over what came due since the one before it, once', async () => {
    const world = await createWorld('2026-01-08T12:58:00Z');
    const { book, tick, found } = await ticking(world);
    await book.put(dailyDigest('c'));
    for (let minutes = 0; minutes < 5; minutes += 1) {
      await tick();
      world.now += 60_000;
    }
    expect(found).toEqual(['2026-01-08']);
  });

  test('after a machine slept hands over the latest of what was missed', async () => {
    const world = await createWorld('2026-01-08T12:58:00Z');
    const { book, tick, found } = await ticking(world);
    await book.put(dailyDigest('c'));
    await tick();
    world.now += 2 * DAY_MS + 10 * 60_000;
    await tick();
    expect(found).toEqual(['2026-01-10']);
  });

  test('after a restart hands over again what is not over', async () => {
    const world = await createWorld('2026-01-08T13:00:30Z');
    const first = await ticking(world);
    await first.book.put(dailyDigest('c'));
    await first.tick();
    world.now += HOUR;
    const second = await ticking(world);
    await second.tick();
    expect(second.found).toEqual(['2026-01-08']);
  });

  test('whose clock was set forward and back again neither stops nor repeats', async () => {
    const world = await createWorld('2026-01-08T12:58:00Z');
    const { book, tick, found } = await ticking(world);
    await book.put(dailyDigest('c'));
    await tick();
    world.now += 365 * DAY_MS;
    await tick();
    world.now = Date.parse('2026-01-08T12:59:00Z');
    await tick();
    world.now = Date.parse('2026-01-08T13:00:00Z');
    await tick();
    expect(found.at(-1)).toBe('2026-01-08');
    expect(found.filter((day) => day === '2026-01-08')).toHaveLength(1);
  });
});
