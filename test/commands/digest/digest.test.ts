/** /digest, from what a user types to what they read, over a real book and a platform that is not there. */
import { describe, expect, test } from 'vitest';
import type { CommandContext } from '../../../commands/command.ts';
import { digest } from '../../../commands/digest/index.ts';
import { readInvocation } from '../../../commands/from-text.ts';
import { createRunner } from '../../../commands/run.ts';
import { createDesk } from '../../../src/desk.ts';
import type { DigestPoster, PostResult, Readiness } from '../../../src/digest/delivery-port.ts';
import { openDigests } from '../../../src/digest/open-digests.ts';
import { createLogger } from '../../../src/log.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { makeTopic, withFacts } from '../../digest/topic.ts';

const NOW = Date.parse('2026-01-08T12:00:00Z');
const CONTEXT: CommandContext = {
  platform: 'discord',
  user: 'ana',
  channel: '100000000000000001',
  workspace: 'guild',
  locale: 'en',
  zone: 'America/Bogota',
  canManage: true,
};

/** A desk with digests and a clock that the test moves; `say` types a command as a user would. */
async function openWorld() {
  const world: { now: number; ready: Readiness; result: PostResult; topics: ReturnType<typeof makeTopic>[] } =
    {
      now: NOW,
      ready: { ok: true },
      result: { kind: 'posted', message: 'm' },
      topics: [makeTopic(), makeTopic({ topic: 'port', title: 'The port' })],
    };
  const poster: DigestPoster = {
    platform: 'discord',
    limits: { perSecond: 1000, channelGapMs: 0 },
    recognisesRepeatsMs: 0,
    canPost: async () => world.ready,
    prepare: () => async () => world.result,
  };
  const logger = createLogger('silent');
  const { digests, runDue } = await openDigests({
    storage: await openStorage({ memory: true }),
    topics: () => world.topics,
    posters: () => [poster],
    logger,
    now: () => world.now,
  });
  const desk = {
    ...createDesk({
      topics: () => world.topics,
      ask: () => Promise.reject(new Error('not asked here')),
      vote: async () => undefined,
    }),
    digests,
  };
  const run = createRunner(desk, [digest], logger);
  const say = async (words: string, context: Partial<CommandContext> = {}) => {
    const invocation = readInvocation(desk, digest, words);
    return run({ ...invocation, context: { ...CONTEXT, ...context } });
  };
  return { world, say, runDue };
}

const print = (reply: Reply): string =>
  reply.blocks
    .map((block) => {
      if (block.kind === 'notice' || block.kind === 'heading') return block.text;
      const runs =
        block.kind === 'list'
          ? block.items.flat()
          : block.kind === 'paragraph' || block.kind === 'context'
            ? block.runs
            : [];
      return runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
    })
    .join('\n');

describe('/digest subscribe', () => {
  test('takes topic and time in one breath, in the zone of the profile', async () => {
    const { say } = await openWorld();
    expect(print(await say('subscribe harbour every weekday at 7:30'))).toBe(
      'This channel gets a digest of The harbour strike at 07:30 on weekdays, Bogota time. The next one comes on 8 January 2026 at 07:30, the first as a full briefing. On days without news nothing is posted.',
    );
  });

  test('takes fields, another channel and the line for quiet days', async () => {
    const { say } = await openWorld();
    const reply = await say(
      'subscribe topic:"harbour, port" time:08:00 zone:CET days:weekdays when-nothing-is-new:"say so" channel:<#100000000000000002>',
    );
    expect(print(reply)).toContain(
      'Channel 100000000000000002 gets a digest of The harbour strike, The port at 08:00 on weekdays, Brussels time.',
    );
    expect(print(reply)).toContain('On days without news it says so in a line.');
  });

  test('takes what stands beside a time for the zone and the days', async () => {
    const { say } = await openWorld();
    expect(print(await say('subscribe topic:harbour time:every weekday at 7:30 zone:New York'))).toContain(
      '07:30 on weekdays',
    );
    expect(print(await say('subscribe time:8am days:mon wed fri topic:harbour'))).toContain('Monday');
    expect(print(await say('subscribe topic:harbour time:8am Tokyo, weekends'))).toContain(
      'a digest of The harbour strike at 08:00 on weekends, Tokyo time.',
    );
    expect(print(await say('subscribe weekends'))).toContain('I did not understand the time “weekends”.');
  });

  test('without a topic, or with “all”, means every topic', async () => {
    const { say } = await openWorld();
    expect(print(await say('subscribe 8am Bogotá'))).toContain('a digest of all topics');
    expect(print(await say('subscribe all 9am Bogotá'))).toContain(
      'now gets a digest of all topics at 09:00',
    );
    expect(print(await say('list'))).not.toContain('08:00');
  });

  test.each([
    ['subscribe harbour at 8', 'Is that 8 in the morning or in the evening?'],
    ['subscribe harbour 8am Atlantis', 'I do not know the time zone “atlantis”.'],
    ['subscribe topic:harbour time:whenever', 'Write it like “08:00”, “8am” or “7:30 pm”.'],
    ['subscribe topic:unheard-of time:8am', 'There is no topic “unheard-of” here.'],
    ['subscribe time:8am channel:#news', 'Pick it from the list that opens when you type #.'],
  ])('asks back: %s', async (words, question) => {
    const { say } = await openWorld();
    const reply = await say(words);
    expect(print(reply)).toContain(question);
    expect(reply.private).toBe(true);
  });

  test('says what is missing where the desk cannot post, and keeps nothing', async () => {
    const { say, world } = await openWorld();
    world.ready = { ok: false, missing: 'the permission Send Messages' };
    expect(print(await say('subscribe 8am'))).toContain('What is missing: the permission Send Messages.');
    expect(print(await say('list'))).toContain('This channel gets no digest yet.');
  });

  test('warns that an offset does not follow daylight saving time', async () => {
    const { say } = await openWorld();
    expect(print(await say('subscribe 08:00 UTC-5'))).toContain('does not follow daylight saving time');
  });

  test('is for managers, and for channels of Discord and Slack', async () => {
    const { say } = await openWorld();
    expect(print(await say('subscribe 8am', { canManage: false }))).toContain('You need the right to manage');
    expect(print(await say('subscribe 8am', { platform: 'terminal' }))).toContain('ask there');
  });
});

describe('/digest list', () => {
  test('shows when each last went out, and why not if not', async () => {
    const { say, world, runDue } = await openWorld();
    await say('subscribe harbour 8am Bogotá');
    expect(print(await say('list', { canManage: false }))).toContain('None was due yet.');
    world.now = Date.parse('2026-01-08T13:01:00Z');
    await runDue({ dryRun: false });
    expect(print(await say('list'))).toContain('Last posted: 8 January 2026 at 08:01.');
    world.now = Date.parse('2026-01-09T13:01:00Z');
    await runDue({ dryRun: false });
    expect(print(await say('list'))).toContain('9 January 2026: nothing was new.');
    world.topics = [withFacts([{ id: 'new', kind: 'event', text: 'A crane fell into the sea.' }])];
    world.result = { kind: 'forbidden', missing: 'the permission Send Messages' };
    world.now = Date.parse('2026-01-10T13:01:00Z');
    await runDue({ dryRun: false });
    expect(print(await say('list'))).toContain(
      '10 January 2026: not posted, because it lacks the permission Send Messages.',
    );
  });

  test('shows the whole workspace where that is asked', async () => {
    const { say } = await openWorld();
    await say('subscribe time:8am channel:<#100000000000000002>');
    expect(print(await say('list'))).toContain('This channel gets no digest yet.');
    expect(print(await say('list scope:workspace'))).toContain('Channel 100000000000000002: all topics');
  });
});

describe('/digest pause, resume and unsubscribe', () => {
  test('change the digest named, or all of the channel', async () => {
    const { say } = await openWorld();
    await say('subscribe harbour 8am');
    await say('subscribe port 9am');
    expect(print(await say('pause harbour'))).toContain('Paused: the digest of The harbour strike.');
    expect(print(await say('list'))).toContain(
      'Paused since 8 January 2026 at 07:00: it was asked to pause.',
    );
    expect(print(await say('resume'))).toContain('Started again: the digest of The harbour strike.');
    expect(print(await say('resume'))).toContain('There is no paused digest here.');
    expect(print(await say('unsubscribe'))).toMatch(/The harbour strike.*The port/s);
    expect(print(await say('list'))).toContain('no digest yet');
  });

  test('are for managers', async () => {
    const { say } = await openWorld();
    for (const words of ['pause', 'resume', 'unsubscribe'])
      expect(print(await say(words, { canManage: false }))).toContain('You need the right to manage');
  });
});

describe('/digest preview', () => {
  test('shows anyone what the channel would get now, to them alone', async () => {
    const { say } = await openWorld();
    const reply = await say('preview harbour', { canManage: false });
    expect(reply.private).toBe(true);
    expect(print(reply)).toContain('Daily digest: 8 January 2026\nThe harbour strike');
  });

  test('is the line about nothing new once everything was told', async () => {
    const { say, world, runDue } = await openWorld();
    await say('subscribe harbour 8am');
    world.now = Date.parse('2026-01-08T13:01:00Z');
    await runDue({ dryRun: false });
    expect(print(await say('preview harbour'))).toContain('Nothing new today: The harbour strike');
  });
});
