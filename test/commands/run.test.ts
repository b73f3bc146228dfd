/** Running commands for a platform: every failure becomes words that the user can act on. */
import fc from 'fast-check';
import { pino } from 'pino';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Command, type CommandContext, defineCommand, optionMeta } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { createRunner, type Runner } from '../../commands/run.ts';
import { createDesk, type Desk } from '../../src/desk.ts';
import { noticeReply, type Reply } from '../../src/reply/reply.ts';
import { realDesk } from '../adapters/terminal/desk.ts';
import { parsed, topicText } from '../knowledge/topic-text.ts';

const context: CommandContext = {
  platform: 'slack',
  user: 'u',
  channel: 'c',
  locale: 'en',
  canManage: false,
};
const logged: string[] = [];
const logger = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
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
const empty = createDesk({
  topics: () => [],
  ask: () => Promise.reject(new Error('no')),
  vote: () => Promise.resolve(),
});
const runEmpty = createRunner(empty, [failing, managed, ...commands], logger);
const noticeOf = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'notice' ? [block.text] : [])).join(' ');

test('help tells commands by the names that they have on the platform', async () => {
  const help = (more: Partial<CommandContext>) =>
    runEmpty({ path: 'help', options: {}, context: { ...context, ...more } });
  const { blocks, data } = await help({ commandNames: { help: 'desk' } });
  expect(JSON.stringify(blocks)).toContain('/desk');
  expect(JSON.stringify([blocks, data])).not.toContain('/help');
  expect(JSON.stringify((await help({})).blocks)).toContain('/help');
});

test('help leaves out on a terminal what is about a channel', async () => {
  const help = async (platform: CommandContext['platform']) =>
    JSON.stringify(await runEmpty({ path: 'help', options: {}, context: { ...context, platform } }));
  expect(await help('slack')).toContain('/digest subscribe');
  expect(await help('terminal')).toContain('/brief');
  expect(await help('terminal')).not.toContain('digest subscribe');
});

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

  test('the nearest topics are offered as buttons that run the same command', async () => {
    const ferry = parsed(topicText());
    const desk = createDesk({
      topics: () => [ferry],
      ask: () => Promise.reject(new Error('no')),
      vote: () => Promise.resolve(),
    });
    const reply = await createRunner(
      desk,
      commands,
      logger,
    )({ path: 'quotes', options: { topic: 'feryr', speaker: 'Mora' }, context });
    expect(reply.blocks.at(-1)).toEqual({
      kind: 'actions',
      actions: [
        { kind: 'run', label: ferry.title, command: 'quotes', options: { topic: 'ferry', speaker: 'Mora' } },
      ],
    });
  });
});

test('a desk without topics says so to every command that needs none named', async () => {
  for (const path of ['brief', 'quotes', 'timeline', 'sources', 'topics'])
    expect(noticeOf(await runEmpty({ path, options: {}, context }))).toContain('The desk has no topics yet.');
});

describe('on the real desk', () => {
  let desk: Desk;
  let run: Runner;
  beforeAll(async () => {
    desk = await realDesk();
    run = createRunner(desk, commands, logger);
  }, 120_000);

  test('a command without a topic takes the only one there is', async () => {
    for (const path of ['brief', 'timeline', 'sources', 'quotes'])
      expect((await run({ path, options: {}, context })).data).toMatchObject({ topic: 'colombia' });
  });

  test('with several topics it asks which', async () => {
    const two = createDesk({
      topics: () => [...desk.topics(), parsed(topicText())],
      ask: () => Promise.reject(new Error('no')),
      vote: () => Promise.resolve(),
    });
    const reply = await createRunner(two, commands, logger)({ path: 'brief', options: {}, context });
    expect(reply.blocks.at(-1)).toMatchObject({
      actions: [{ kind: 'choose', command: 'brief', option: 'topic' }],
    });
  });

  test('an answer grows claim by claim, and ends as it grew', async () => {
    const grown: Reply[] = [];
    const asking = { ...context, onPartial: (reply: Reply) => grown.push(reply) };
    const reply = await run({
      path: 'ask',
      options: { question: 'how long was the call?' },
      context: asking,
    });
    expect(grown.length).toBeGreaterThan(0);
    expect(reply.blocks[0]).toEqual(grown.at(-1)?.blocks[0]);
  });

  test('whatever comes in, a reply goes out', async () => {
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
});
