/** Running commands for a platform: every failure becomes words that the user can act on. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Command, defineCommand, optionMeta } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { noticeReply } from '../../src/reply/reply.ts';
import { realDesk } from '../adapters/terminal/desk.ts';
import { context, deskOf, noticeOf, runnerOn } from './running.ts';

const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
});

const words = { en: 'x', es: 'x', pt: 'x' };
const failing: Command = defineCommand({
  name: 'fail',
  description: words,
  options: z.object({ text: z.string().register(optionMeta, { description: words, takesText: true }) }),
  run: () => {
    throw new Error('the disk is full');
  },
});
const managed: Command = defineCommand({
  name: 'manage',
  description: words,
  access: 'manager',
  options: z.object({}),
  run: () => noticeReply('info', 'done'),
});
const runEmpty = runnerOn(deskOf(), { extra: [failing, managed], log: logged });

describe('a command that fails', () => {
  test('is answered with an error id that stands in the log, and the log has no word of the user', async () => {
    const reply = await runEmpty({ path: 'fail', options: { text: 'my secret plan' }, context });
    const [, id = 'none'] = /error id ([0-9a-f]{8})\./.exec(noticeOf(reply)) ?? [];
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({
      errorId: id,
      command: 'fail',
      err: { message: 'the disk is full' },
    });
    expect(logged.join()).not.toContain('secret plan');
    expect(reply.private).toBe(true);
    expect(noticeOf(reply)).not.toContain('disk');
  });
});

describe('misuse is answered with what to do, to the asker alone, and is not logged', () => {
  test.each([
    ['nope', {}, 'There is no command /nope. There are: /fail, /manage, /brief, /ask'],
    ['', {}, 'There is no command /.'],
    ['ask', {}, '/ask: question: write some text here.'],
    ['ask', { question: 12 }, '/ask: question: write some text here.'],
    ['ask', { question: 'x'.repeat(200_000) }, 'write at most 100000 characters'],
    ['brief', null, '/brief: options:'],
    ['brief', { topic: 'nowhere' }, 'There is no topic “nowhere” here. The desk has no topics.'],
    ['manage', {}, 'You need the right to manage this channel for /manage.'],
  ])('/%s with %j', async (path, options, sentence) => {
    const reply = await runEmpty({ path, options, context });
    expect(noticeOf(reply)).toContain(sentence);
    expect(reply.private).toBe(true);
    expect(logged).toEqual([]);
  });
});

test('a command that there is not is answered with those that the platform offers', async () => {
  const noted = async (platform: 'slack' | 'terminal') =>
    noticeOf(await runEmpty({ path: 'nope', options: {}, context: { ...context, platform } }));
  expect(await noted('slack')).toContain('/digest');
  expect(await noted('terminal')).not.toContain('/digest');
});

test('whatever comes in, a reply goes out', async () => {
  const run = runnerOn(await realDesk(), { log: logged });
  const invocation = fc.record({
    path: fc.oneof(fc.constantFrom(...commands.map(({ name }) => name)), fc.string()),
    options: fc.oneof(
      fc.dictionary(
        fc.constantFrom('topic', 'question', 'name', 'speaker'),
        fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
      ),
      fc.anything(),
    ),
  });
  await fc.assert(
    fc.asyncProperty(invocation, async ({ path, options }) => {
      const { blocks } = await run({ path, options, context });
      expect(blocks.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
  expect(logged).toEqual([]);
}, 120_000);
