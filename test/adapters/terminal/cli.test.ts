/** The command line: what each command prints for people and programs, and its exit codes. */
import { Command as Program } from 'commander';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { addCommands, runCli } from '../../../adapters/terminal/cli.ts';
import { commands } from '../../../commands/index.ts';
import { answerSchema } from '../../../src/answer/answer.ts';
import { briefingSchema } from '../../../src/briefing/briefing.ts';
import type { Desk } from '../../../src/desk.ts';
import { context, realDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await realDesk();
}, 120_000);

const printed = { out: '', err: '' };
beforeEach(() => {
  printed.out = '';
  printed.err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text, encoding, done) => {
    printed.out += String(text);
    const called = typeof encoding === 'function' ? encoding : done;
    called?.();
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.err += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const runWith = async (openDesk: () => Promise<Desk>, args: readonly string[]): Promise<number> => {
  const program = new Program('desk').action(() => undefined);
  addCommands(program, commands, { openDesk, context, env: { NO_COLOR: '1' } });
  return runCli(program, args);
};
const run = (...args: string[]) => runWith(() => Promise.resolve(desk), args);
const neverOpened = () => Promise.reject(new Error('the desk is not needed here'));

const names = ['brief', 'ask', 'quotes', 'timeline', 'who', 'sources', 'topics'];

describe('each command', () => {
  test.each(names)('%s explains itself with --help, without opening the desk', async (name) => {
    expect(await runWith(neverOpened, [name, '--help'])).toBe(0);
    expect(printed.out).toContain(`Usage: desk ${name}`);
    expect(printed.out).toContain('--json');
    expect(printed.err).toBe('');
  });

  test.each([
    [['quotes', 'petro'], 'quotes'],
    [['timeline', '--topic', 'colombia'], 'timeline'],
    [['who', 'rubio'], 'people'],
    [['sources', 'colombia'], 'sources'],
    [['topics'], 'topics'],
  ])('%j prints one JSON object for programs', async (args, field) => {
    expect(await run(...args, '--json')).toBe(0);
    expect(printed.out.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(printed.out)).toMatchObject({ schema: 1, [field]: expect.any(Array) });
  });

  test.each(names)('%s prints text without escape sequences where colour is not wanted', async (name) => {
    expect(await run(name, ...(name === 'topics' ? [] : ['colombia']))).toBe(0);
    expect(printed.out).not.toContain('\u001b');
    expect(printed.out.trim()).not.toBe('');
  });

  test('topics names each topic once', async () => {
    await run('topics');
    expect(printed.out.match(/Colombia and the United States/gu)).toHaveLength(1);
    expect(printed.out).toContain('/brief <topic>');
  });

  test('brief keeps its contract', async () => {
    await run('brief', 'colombia', '--json');
    const briefing = briefingSchema.parse(JSON.parse(printed.out));
    expect([briefing.topic, briefing.quotes.length]).toEqual(['colombia', 11]);
  });

  test('ask answers with sources and abstains plainly, both with 0', async () => {
    expect(await run('ask', 'how', 'long', 'was', 'the', 'call?', '--json')).toBe(0);
    expect(answerSchema.parse(JSON.parse(printed.out))).toMatchObject({
      status: 'answered',
      question: 'how long was the call?',
    });
    printed.out = '';
    expect(await run('ask', 'who won the chess championship?', '--json')).toBe(0);
    expect(answerSchema.parse(JSON.parse(printed.out)).status).toBe('abstained');
  });

  test('ask takes the question by option too, and an empty one as one that nothing answers', async () => {
    expect(await run('ask', '--question', 'how long was the call?', '--json')).toBe(0);
    expect(JSON.parse(printed.out)).toMatchObject({ status: 'answered' });
    printed.out = '';
    expect(await run('ask', '', '--json')).toBe(0);
    expect(JSON.parse(printed.out)).toMatchObject({ status: 'abstained', question: '' });
  });

  test('ask takes the words as they are typed', async () => {
    await run('ask', 'Topic: who "called" whom?', '--json');
    expect(JSON.parse(printed.out)).toMatchObject({ question: 'Topic: who "called" whom?' });
  });

  test('quotes takes a speaker by name or by option', async () => {
    await run('quotes', '--speaker', 'Petro', '--json');
    const { quotes } = JSON.parse(printed.out);
    printed.out = '';
    await run('quotes', 'petro', '--json');
    expect(JSON.parse(printed.out).quotes).toEqual(quotes);
    expect(quotes).toHaveLength(3);
  });

  test.each(['rubio', 'Maduro'])('quotes says that it has none of %s rather than print all', async (name) => {
    expect(await run('quotes', name)).toBe(0);
    expect(printed.out).toMatch(/^The file on .+ has no quote of (Marco Rubio|Nicolás Maduro)\.\n$/u);
  });

  test('quotes takes the name of a topic for the topic, also where a place or people are called by it', async () => {
    await run('quotes', 'colombia', '--json');
    expect(JSON.parse(printed.out).quotes).toHaveLength(11);
  });
});

describe('bad usage ends with 2 and one sentence on standard error', () => {
  test.each([
    [['nope'], 'There is no command “nope”. There are: brief, ask, quotes, timeline'],
    [['brief', '--nope'], "unknown option '--nope'"],
    [['brief', 'columbine'], 'There is no topic “columbine” here. Nearest: colombia.'],
    [['ask', '--topic', 'nowhere', 'who?'], 'There is no topic “nowhere” here. Nearest: colombia.'],
    [['ask', 'x'.repeat(100_001)], '/ask: question: that is too long; write at most 100000 characters.'],
    [['ask'], 'Write the words behind it: desk ask "…"'],
    [['who', 'xyzzy'], 'No file of this desk knows “xyzzy”. /who lists those who are known.'],
    [
      ['quotes', '--speaker', 'xyzzy'],
      'The file on Colombia and the United States knows nobody called “xyzzy”.',
    ],
    [['quotes', 'xyzzy'], 'There is no topic “xyzzy” here. Nearest: colombia.'],
    [['topics', 'extra'], 'too many arguments'],
    [['ask', '--topic'], 'argument missing'],
  ])('%#: %s', async (args, sentence) => {
    expect(await run(...args)).toBe(2);
    expect(printed.out).toBe('');
    expect(printed.err.trimEnd().split('\n')).toHaveLength(1);
    expect(printed.err).toContain(sentence);
  });
});

test('bad usage is an object on standard output too where programs read', async () => {
  expect(await run('brief', 'mars', '--json')).toBe(2);
  const error = 'There is no topic “mars” here. Nearest: colombia.';
  expect(JSON.parse(printed.out)).toEqual({ schema: 1, error, nearest: ['colombia'] });
  expect(printed.err).toBe(`${error}\n`);
  printed.out = '';
  expect(await run('who', 'xyzzy', '--json')).toBe(2);
  expect(JSON.parse(printed.out)).toMatchObject({ schema: 1, error: expect.stringContaining('xyzzy') });
});

test('no error steers the terminal with what was typed', async () => {
  expect(await run('brief', 'x\u001b]0;owned\u0007\u001b[2J\u202e')).toBe(2);
  expect(printed.err).toBe('There is no topic “x” here. Nearest: colombia.\n');
});

test('a failure ends with 1 and its message, never its stack', async () => {
  expect(await runWith(() => Promise.reject(new Error('the disk is full')), ['topics'])).toBe(1);
  expect([printed.out, printed.err]).toEqual(['', 'the disk is full\n']);
});

test('help lists the commands', async () => {
  expect(await runWith(neverOpened, ['help'])).toBe(0);
  for (const name of names) expect(printed.out).toContain(`  ${name} `);
});
