/** The desk over a folder that changes: what was saved is served, what is broken is told to the operator. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noMetrics } from '../src/metrics.ts';
import { type OpenDesk, openDesk } from '../src/open-desk.ts';
import { openStorage } from '../src/storage/open-storage.ts';
import { topicText } from './knowledge/topic-text.ts';

let folder = '';
let open: OpenDesk | undefined;
const logged: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefdesk-open-desk-'));
  logged.length = 0;
});
afterEach(() => {
  open?.close();
  rmSync(folder, { recursive: true, force: true });
});

const save = (file: string, content: string) => writeFileSync(join(folder, file), content);
const openIt = async (): Promise<OpenDesk> => {
  const storage = await openStorage({ memory: true });
  const logger = pino({ level: 'info' }, { write: (line) => void logged.push(line) });
  open = await openDesk({
    knowledgeDir: folder,
    storage,
    logger,
    metrics: noMetrics,
    follow: true,
    model: undefined,
  });
  return open;
};

test('a saved file is asked at once, a broken one keeps its last good version, a deleted one is gone', async () => {
  save('a.yaml', topicText('a'));
  const { desk } = await openIt();
  const ask = () => desk.ask({ text: 'Since when has the ferry not left port?', topic: 'a' });
  expect((await ask()).claims[0]?.text).toContain('since Monday');

  save('a.yaml', topicText('a').replace('since Monday', 'since Tuesday'));
  await vi.waitUntil(async () => (await ask()).claims[0]?.text.includes('since Tuesday'), {
    timeout: 15_000,
  });

  save('a.yaml', 'topic: [');
  await vi.waitUntil(() => logged.some((line) => line.includes('the last good version is still served')), {
    timeout: 15_000,
  });
  expect(logged.join()).toContain(`${join(folder, 'a.yaml')}:1:`);
  expect((await ask()).status).toBe('answered');

  save('b.yaml', 'topic: B\n');
  await vi.waitUntil(() => logged.some((line) => line.includes('b.yaml')), { timeout: 15_000 });
  const told = logged.filter((line) => line.includes('b.yaml')).join();
  expect(told).toContain('the file is not served until it is mended');
  expect(told).not.toContain('still served');

  save('b.yaml', topicText('b'));
  await vi.waitUntil(() => desk.topic('b') !== undefined, { timeout: 15_000 });
  rmSync(join(folder, 'a.yaml'));
  await vi.waitUntil(() => desk.topic('a') === undefined, { timeout: 15_000 });
  expect((await ask()).status).toBe('abstained');
});

test('files with an error are told at the start, with their place', async () => {
  save('a.yaml', topicText('a'));
  save('b.yaml', 'topic: B\n');
  await openIt();
  expect(logged.map((line) => JSON.parse(line).msg)[0]).toContain(`${join(folder, 'b.yaml')}:1:8: topic: `);
});
