/** The book finds what is due, and nothing else, on every backend. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { nextTurn } from '../../../src/digest/calendar/schedule.ts';
import { type Subscription, subscriptionId } from '../../../src/digest/subscriptions/subscription.ts';
import { openSubscriptionBook } from '../../../src/digest/subscriptions/subscription-book.ts';
import { emptyBackends } from '../../storage/backends.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const START = Date.parse('2026-01-08T00:00:00Z');
const MINUTE = 60_000;

/** A daily digest at 08:00 in Bogotá, 13:00 UTC, changed as told. */
function subscription(channel: string, changes: Partial<Subscription> = {}): Subscription {
  const { workspace = 'g', topics = 'all' } = changes;
  const place = { platform: 'discord', channel, workspace, topics } as const;
  return {
    ...place,
    id: subscriptionId(place),
    schedule: { minute: 480, zone: 'America/Bogota', days: EVERY_DAY },
    whenNothingIsNew: 'skip',
    subscriber: 'u',
    since: START,
    ...changes,
  };
}

const window = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });
const THE_MINUTE = window('2026-01-08T12:59:00Z', '2026-01-08T13:00:00Z');

describe.each(emptyBackends('book'))('the book on %s', (name, open) => {
  const opened = open();
  const book = opened.then(openSubscriptionBook);
  afterAll(async () => (await opened).close());

  const dueIn = async (when: { from: number; to: number }, workspace: string) =>
    (await (await book).due(when)).filter((due) => due.subscription.workspace === workspace);

  test('finds a subscription in its minute and in no other', async () => {
    const one = subscription('c', { workspace: 'minute' });
    await (await book).put(one);
    expect(await dueIn(THE_MINUTE, 'minute')).toEqual([
      { subscription: one, day: '2026-01-08', at: THE_MINUTE.to },
    ]);
    const before = window('2026-01-08T12:58:00Z', '2026-01-08T12:59:59.999Z');
    expect(await dueIn(before, 'minute')).toEqual([]);
    expect(await dueIn({ from: THE_MINUTE.to, to: THE_MINUTE.to + MINUTE }, 'minute')).toEqual([]);
  });

  test('finds a changed one at its new time only', async () => {
    const old = subscription('c', { workspace: 'changed' });
    await (await book).put(old);
    await (await book).put({ ...old, schedule: { ...old.schedule, minute: 540 } });
    expect(await dueIn(THE_MINUTE, 'changed')).toEqual([]);
    expect(await dueIn(window('2026-01-08T13:59:00Z', '2026-01-08T14:00:00Z'), 'changed')).toHaveLength(1);
    await (await book).put({ ...old, whenNothingIsNew: 'say so' });
    expect(await dueIn(THE_MINUTE, 'changed')).toHaveLength(1);
  });

  test('finds a paused one in its channel but not when it would be due', async () => {
    const running = subscription('c', { workspace: 'paused' });
    await (await book).put(running);
    await (await book).put({ ...running, paused: { at: START, why: 'asked' } });
    expect(await dueIn(THE_MINUTE, 'paused')).toEqual([]);
    expect(await (await book).inChannel(running)).toHaveLength(1);
    await (await book).put(running);
    expect(await dueIn(THE_MINUTE, 'paused')).toHaveLength(1);
  });

  test('owes nothing for the time before a subscription was made', async () => {
    await (await book).put(subscription('c', { workspace: 'late', since: THE_MINUTE.to }));
    expect(await dueIn(THE_MINUTE, 'late')).toEqual([]);
  });

  test('owes one digest for several missed days: the latest', async () => {
    await (await book).put(subscription('c', { workspace: 'missed' }));
    const due = await dueIn(window('2026-01-08T00:00:00Z', '2026-01-12T00:00:00Z'), 'missed');
    expect(due.map(({ day }) => day)).toEqual(['2026-01-11']);
  });

  test('lists a channel and a workspace, and forgets what is removed', async () => {
    const first = subscription('one', { workspace: 'list' });
    const second = subscription('two', { workspace: 'list', topics: ['colombia'] });
    await (await book).putAll([first, second]);
    expect(await (await book).inChannel(first)).toEqual([first]);
    expect(await (await book).inWorkspace({ platform: 'discord', workspace: 'list' })).toHaveLength(2);
    expect(await (await book).remove(first.id)).toBe(true);
    expect(await (await book).remove(first.id)).toBe(false);
    expect(await (await book).inChannel(first)).toEqual([]);
    expect(await dueIn(THE_MINUTE, 'list')).toHaveLength(1);
  });

  test('knows after a restart what it knew before', async () => {
    const storage = await opened;
    await (await book).put(subscription('c', { workspace: 'restart' }));
    const again = await openSubscriptionBook(storage);
    const due = (await again.due(THE_MINUTE)).filter((each) => each.subscription.workspace === 'restart');
    expect(due).toHaveLength(1);
  });

  test('finds in any window whatever the schedules themselves say', async () => {
    const zones = ['America/Bogota', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
    const schedule = fc.record({
      minute: fc.integer({ min: 0, max: 1439 }),
      zone: fc.constantFrom(...zones),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    });
    const from = fc.integer({ min: Date.parse('2026-03-27T00:00Z'), max: Date.parse('2026-04-06T00:00Z') });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(schedule, { minLength: 1, maxLength: 8 }),
        from,
        fc.integer({ min: 1, max: 30 * 60 }),
        async (schedules, start, minutes) => {
          run += 1;
          const workspace = `any ${run}`;
          const all = schedules.map((each, n) =>
            subscription(`c${n}`, { workspace, schedule: each, since: 0 }),
          );
          await (await book).putAll(all);
          const when = { from: start, to: start + minutes * MINUTE };
          const expected = all.flatMap(({ id, schedule: each }) => {
            let last: string | undefined;
            for (let turn = nextTurn(each, start); turn.at <= when.to; turn = nextTurn(each, turn.at))
              last = turn.day;
            return last ? [`${id} ${last}`] : [];
          });
          const found = (await dueIn(when, workspace)).map((due) => `${due.subscription.id} ${due.day}`);
          expect(found.sort()).toEqual(expected.sort());
          for (const { id } of all) await (await book).remove(id);
        },
      ),
      { numRuns: name === 'Redis' ? 15 : 60 },
    );
  });
});
