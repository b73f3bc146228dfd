/** What the README shows is what the desk does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parsed } from './knowledge/topic-text.ts';
import { desk, ROOT } from './program.ts';

// Each test may start a process, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const PAGES = ['README.md', 'CONTRIBUTING.md'];
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const readme = read('README.md');
const blocks = [...readme.matchAll(/^```(\w*)\n(.*?)^```$/gmsu)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));

describe('the README', () => {
  test('shows questions with the answers that they get', async () => {
    const shown = blocks.find(({ text }) => text.startsWith('› '))?.text ?? '';
    const questions = shown.match(/(?<=^› ).+$/gmu) ?? [];
    expect(questions.length).toBeGreaterThan(1);
    const { out } = await desk(['ask', '--batch'], { input: `${questions.join('\n')}\n` });
    expect(out.replaceAll('\u00a0', ' ').trimEnd()).toBe(shown.trimEnd());
  });

  test('names commands that the program has', async () => {
    const named = [...readme.matchAll(/npm run --silent desk -- ((?:[a-z]+ ?)+)/gu)].map(([, words = '']) =>
      words.trim().split(' '),
    );
    expect(named.length).toBeGreaterThan(10);
    const { out } = await desk(['--help']);
    for (const [command = ''] of named) expect(out).toMatch(new RegExp(`^  ${command} `, 'mu'));
  });

  test('is right that all settings stand in .env.example', () => {
    const settings = ['src', 'adapters']
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(folder, file),
        ),
      )
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => read(file).match(/(?<=^ +)[A-Z][A-Z_]+(?=: )/gmu) ?? []);
    expect(settings).toEqual(
      expect.arrayContaining(['KNOWLEDGE_DIR', 'DISCORD_TOKEN', 'SLACK_BOT_TOKEN', 'OPENAI_API_KEY']),
    );
    const explained = read('.env.example').match(/(?<=^#)[A-Z_]+(?==)/gmu) ?? [];
    expect(explained.toSorted()).toEqual([...new Set(settings)].sort());
  });

  test('shows a knowledge file without an error', () => {
    const [file] = blocks.filter(({ kind }) => kind === 'yaml');
    expect(parsed(file?.text).facts).toHaveLength(3);
  });
});

test.each(PAGES)('%s links to files that exist', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map(([, target = '']) => target);
  expect(links.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
});

test('CONTRIBUTING.md names files and folders that exist', () => {
  const named = [...read('CONTRIBUTING.md').matchAll(/`([\w.-]+\/[\w./-]+)`/gu)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
