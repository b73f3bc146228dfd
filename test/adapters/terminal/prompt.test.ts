/** The prompt on a real terminal (a pseudo-terminal): what a person at the keyboard sees. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NEUTRAL, ROOT } from '../../program.ts';

// Each test starts the program, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

/** Python's pty module is on nearly every machine with a Unix; CI has to have it. */
const hasPty = spawnSync('python3', ['-c', 'import pty']).status === 0;
const PTY = 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';

let data = '';
let child: ChildProcess | undefined;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'briefdesk-prompt-'));
});
afterEach(() => {
  child?.kill();
  rmSync(data, { recursive: true, force: true });
});

type Session = {
  /** Resolves with all that was shown so far, once the words stand in what came since the last call. */
  readonly shows: (words: string) => Promise<string>;
  readonly type: (keys: string) => void;
  readonly ends: () => Promise<number | null>;
};

function open(env: Readonly<Record<string, string>> = {}): Session {
  const main = ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/main.ts')];
  const running = spawn('python3', ['-c', PTY, process.execPath, ...main], {
    cwd: ROOT,
    env: { ...NEUTRAL, TERM: 'xterm-256color', DATA_DIR: data, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child = running;
  let shown = '';
  let seen = 0;
  let check: () => void = () => undefined;
  running.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    shown += chunk;
    check();
  });
  const ended = new Promise<number | null>((resolve) => running.once('close', resolve));
  return {
    shows: (words) =>
      new Promise((resolve) => {
        check = () => {
          const at = stripVTControlCharacters(shown).indexOf(words, seen);
          if (at === -1) return;
          seen = at + words.length;
          resolve(shown);
        };
        check();
      }),
    type: (keys) => void running.stdin.write(keys),
    ends: () => ended,
  };
}

test('the machine that checks every change has a pseudo-terminal', () => {
  expect(hasPty || !process.env.CI).toBe(true);
});

describe.runIf(hasPty)('the prompt', () => {
  test('welcomes, answers questions and commands, completes, and leaves with /quit', async () => {
    const { shows, type, ends } = open();
    await shows('No Discord or Slack token was found');
    await shows('› ');
    type('how long was the call?\r');
    expect(await shows('more than an hour')).toContain('\u001b[');
    await shows('› ');
    type('/tim\t');
    await shows('/timeline ');
    type('colombia\r');
    await shows('Timeline: Colombia and the United States');
    await shows('› ');
    type('/help\r');
    await shows('/ask question [topic]');
    await shows('› ');
    type('/quit\r');
    expect(await ends()).toBe(0);
    const history = readFileSync(join(data, 'terminal-history'), 'utf8').split('\n');
    expect(history).toEqual(['/quit', '/help', '/timeline colombia', 'how long was the call?']);
  });

  test('brings back what was typed in an earlier session, and leaves with Ctrl-D', async () => {
    const first = open();
    await first.shows('› ');
    first.type('/topics\r');
    await first.shows('(colombia), as of');
    await first.shows('› ');
    first.type('\u0004');
    expect(await first.ends()).toBe(0);
    expect(existsSync(join(data, 'terminal-history'))).toBe(true);
    const second = open();
    await second.shows('› ');
    second.type('\u001b[A');
    await second.shows('/topics');
    second.type('\r\u0004');
    expect(await second.ends()).toBe(0);
  });

  test('has no colour where NO_COLOR is set', async () => {
    const { shows, type, ends } = open({ NO_COLOR: '1' });
    const welcome = await shows('› ');
    // Readline itself moves the cursor; no colour or weight is set.
    expect(welcome).not.toMatch(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`));
    type('/exit\r');
    expect(await ends()).toBe(0);
  });
});
