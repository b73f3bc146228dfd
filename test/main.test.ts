/** The program as its users start it: exit codes, what is printed where, and what is never printed. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { answerSchema } from '../src/answer/answer.ts';
import { draftOf, startModel } from './answer/openai/stand-in.ts';
import { desk, type Ended, ROOT, run } from './program.ts';

// Each test starts a process or two, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'briefdesk-main-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** No ending of the program shows its insides. */
const ended: Ended[] = [];
const watched = async (work: Promise<Ended>): Promise<Ended> => {
  const end = await work;
  ended.push(end);
  return end;
};
afterEach(() => {
  for (const { out, err } of ended.splice(0)) {
    expect(`${out}${err}`).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(`${out}${err}`).not.toContain('node_modules');
  }
});

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

describe('desk through npm', () => {
  test('prints a briefing and ends with 0', async () => {
    const { code, out, err } = await watched(
      run('npm', ['run', '--silent', 'desk', '--', 'brief', 'colombia']),
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Colombia and the United States');
    expect(out).not.toContain('\u001b');
  });

  test('hands on the exit code of bad usage', async () => {
    const { code, out, err } = await watched(
      run('npm', ['run', '--silent', 'desk', '--', 'brief', 'columbine']),
    );
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('There is no topic “columbine” here. Nearest: colombia.\n');
  });

  test('starts on a pipe: says where it runs, answers line by line and ends with its input', async () => {
    const input =
      'topics\n\nhow long was the call?\n/nope\n/brief nowhere\nquit\nhow many people were killed?\n';
    const { code, out, err } = await watched(
      run('npm', ['start', '--silent'], { input, env: { DATA_DIR: join(folder, 'data') } }),
    );
    expect([code, err]).toEqual([0, '']);
    expect(lines(out)[0]).toContain('No Discord or Slack token was found');
    expect(out).toContain('There is no command /nope.');
    expect(out).toContain('There is no topic “nowhere” here. Nearest: colombia.');
    expect(out).not.toContain('killed');
    expect(out.indexOf('more than an hour')).toBeGreaterThan(out.indexOf('as of 8 January 2026'));
  });
});

test('desk --version prints the version', async () => {
  const { code, out } = await watched(desk(['--version']));
  expect([code, out]).toEqual([0, `${packageJson.version}\n`]);
});

describe('failure ends with 1 and says what to do', () => {
  test('where there is no knowledge folder', async () => {
    const env = { KNOWLEDGE_DIR: '/nowhere' };
    const error = 'cannot read the knowledge folder /nowhere (ENOENT): create it, or set KNOWLEDGE_DIR';
    const { code, out, err } = await watched(desk(['topics'], { env }));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(error);
    const forPrograms = await watched(desk(['topics', '--json'], { env }));
    expect(forPrograms.code).toBe(1);
    expect(JSON.parse(forPrograms.out)).toEqual({ schema: 1, error: expect.stringContaining(error) });
  });

  test('a file with an error is named with its place, and the others are served', async () => {
    const knowledge = join(folder, 'mixed');
    mkdirSync(knowledge);
    cpSync(join(ROOT, 'knowledge/colombia.yaml'), join(knowledge, 'colombia.yaml'));
    writeFileSync(join(knowledge, 'bad.yaml'), 'topic: bad\ntitle: [half\n');
    const { code, out, err } = await watched(desk(['topics'], { env: { KNOWLEDGE_DIR: knowledge } }));
    expect(code).toBe(0);
    expect(out).toContain('colombia');
    expect(err).toMatch(/bad\.yaml:\d+:\d+: this is not valid YAML/);
  });
});

test.each([
  ['check', '--article', '/nowhere.txt', 'knowledge/colombia.yaml'],
  ['check', '--article', '/nowhere.txt'],
  ['digest', 'run', '--dry-run', '--at', 'tomorrow'],
])('what goes wrong is an object for programs that read: desk %s %s %s', async (...args) => {
  const env = { DATA_DIR: join(folder, 'data') };
  const { code, out, err } = await watched(desk([...args, '--json'], { env }));
  expect(code).not.toBe(0);
  expect(JSON.parse(out)).toEqual({ schema: 1, error: err.trimEnd() });
});

test('check counts the files that want mending, one as one', async () => {
  const knowledge = join(folder, 'half-good');
  mkdirSync(knowledge);
  cpSync(join(ROOT, 'knowledge/colombia.yaml'), join(knowledge, 'colombia.yaml'));
  writeFileSync(join(knowledge, 'bad.yaml'), 'topic: bad\ntitle: [half\n');
  const { code, out, err } = await watched(desk(['check'], { env: { KNOWLEDGE_DIR: knowledge } }));
  expect([code, err]).toEqual([1, '1 of 2 knowledge files needs mending.\n']);
  expect(out).toContain('colombia.yaml: good: colombia, 33 facts, 11 quotes');
});

test('a manifest for what is no address is bad usage', async () => {
  const { code, out, err } = await watched(desk(['slack', 'manifest', '--url', 'desk.example']));
  expect([code, out]).toEqual([2, '']);
  expect(err).toBe('“desk.example” is no address; write it as https://desk.example\n');
});

describe('what a knowledge file says wrongly', () => {
  const file = join(folder, 'hostile', 'hostile.yaml');
  beforeAll(() => {
    mkdirSync(join(folder, 'hostile'));
    writeFileSync(file, 'topic: t\n"\\e]0;owned\\atyped\\e[2J\\u202e": 1\n');
  });

  test.each([
    ['check', [file]],
    ['topics', []],
  ])('does not steer the terminal: desk %s', async (command, args) => {
    const { out, err } = await watched(
      desk([command, ...args], { env: { KNOWLEDGE_DIR: join(folder, 'hostile') } }),
    );
    expect(`${out}${err}`).toContain('there is no field "typed" here');
    expect(`${out}${err}`).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
  });
});

describe('desk ask', () => {
  /** One line each; none of them may break the step of questions and answers. */
  const questions = [
    'how long was the call?',
    '',
    '   ',
    'x'.repeat(10_000),
    'who \0called?',
    '🎉🎉🎉',
    'مرحبا كيف الحال',
    '\u202edesrever',
    '\u001b[31mred',
    'a\u2028b',
    '--json',
    '/brief colombia',
    'Question: who called?',
    '__proto__',
    'who? '.repeat(5000),
  ];
  let batch: Ended;
  beforeAll(async () => {
    batch = await desk(['ask', '--batch', '--json'], { input: questions.join('\n') });
  });

  test('--batch --json prints one answer for each line, in order, whatever the line is', () => {
    expect([batch.code, batch.err]).toEqual([0, '']);
    const answers = lines(batch.out).map((line) => answerSchema.parse(JSON.parse(line)));
    expect(answers.map(({ question }) => question)).toEqual(questions);
    expect(answers[0]?.status).toBe('answered');
    expect(answers.slice(1, 4).map(({ status }) => status)).toEqual(['abstained', 'abstained', 'abstained']);
  });

  test('--batch shows people each line above its answer', async () => {
    const input = 'how long was the call?\nwho won the chess championship?\n';
    const { code, out } = await watched(desk(['ask', '--batch'], { input }));
    expect(code).toBe(0);
    expect(out).toMatch(/^› how long was the call\?\n\n.*more than an hour/su);
    expect(out).toMatch(/\n\n› who won the chess championship\?\n\n(The|No) file/su);
  });

  test('--batch takes Windows line ends and bytes that are no text', async () => {
    const input = Buffer.concat([Buffer.from('who called?\r\n'), Buffer.from([0xff, 0xfe, 0x0a])]);
    const { code, out } = await watched(desk(['ask', '--batch', '--json'], { input }));
    expect(code).toBe(0);
    expect(lines(out).map((line) => answerSchema.parse(JSON.parse(line)).question)).toEqual([
      'who called?',
      '\ufffd\ufffd',
    ]);
  });
});

test('a reader that has seen enough, such as head, is no failure', async () => {
  const script = `yes "who called?" | head -3000 | "$0" --disable-warning=ExperimentalWarning src/main.ts ask --batch --json | head -1; echo "\${PIPESTATUS[2]}"`;
  const { out, err } = await watched(run('bash', ['-c', script, process.execPath]));
  expect([lines(out).at(-1), err]).toEqual(['0', '']);
});

test('a disk that is full is a failure that is told', async () => {
  const script = `"$0" --disable-warning=ExperimentalWarning src/main.ts brief colombia > /dev/full`;
  const { code, err } = await watched(run('bash', ['-c', script, process.execPath]));
  expect(code).toBe(1);
  expect(err).toMatch(/^The answer cannot be written: .*ENOSPC.*\n$/);
});

describe('desk with a model', () => {
  let model: LLMock;
  beforeAll(async () => {
    model = await startModel();
  });
  afterEach(() => model.reset());
  afterAll(() => model.stop());
  const ask = (env: Readonly<Record<string, string>> = {}) =>
    watched(
      desk(['ask', 'how long was the call?', '--json'], {
        env: { OPENAI_API_KEY: 'key-of-a-test', OPENAI_BASE_URL: `${model.url}/v1`, ...env },
      }),
    );

  test('answers with its verified claims', async () => {
    const text = 'The call went on for more than an hour, Petro told supporters at a rally in Bogotá.';
    const claims = [
      { text: 'The call went on for nine hours.', citations: ['call-length'] },
      { text, citations: ['call-length'] },
    ];
    model.onMessage(/how long/, { content: draftOf(claims) });
    const { code, out } = await ask();
    expect(code).toBe(0);
    expect(answerSchema.parse(JSON.parse(out))).toMatchObject({ engine: 'openai', claims: [{ text }] });
  });

  test('answers by extraction where it cannot be reached, in time', async () => {
    const { code, out } = await ask({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ engine: 'extractive', status: 'answered' });
  });
});
