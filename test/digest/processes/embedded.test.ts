/** Real processes, killed with SIGKILL at every step of a delivery to 200 channels: none lost, none twice. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSubscriptionBook } from '../../../src/digest/subscriptions/subscription-book.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { subscribedChannels } from './channels.ts';
import { startPlatform } from './platform.ts';

const CHANNELS = 200;
const NONCE_MS = 120_000;
const LEASE_MS = 800;
const DELIVERER = join(import.meta.dirname, 'deliverer.ts');
const POINTS = ['before write', 'after write', 'before post', 'after post'] as const;
/** How far a process comes before it is killed; later ones find more that others have left behind. */
const PASSES = [2, 30];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Runs a deliverer to its end; true when it was killed. */
async function runDeliverer(order: object): Promise<boolean> {
  const child = spawn(process.execPath, [DELIVERER, JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_code, by) => resolve(by));
  });
  return signal === 'SIGKILL';
}

test('processes killed at every step, and lost answers, leave one digest in each channel', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'briefdesk-kill-'));
  folders.push(dataDir);
  const platform = await startPlatform(NONCE_MS);
  const storage = await openStorage({ dataDir });
  const book = await openSubscriptionBook(storage);
  await book.putAll(subscribedChannels(CHANNELS, Date.now()));
  await storage.close();

  platform.loseOneIn = 29;
  const order = { url: platform.url, dataDir, nonceMs: NONCE_MS, leaseMs: LEASE_MS };
  let kills = 0;
  for (const pass of PASSES)
    for (const point of POINTS) if (await runDeliverer({ ...order, kill: { point, pass } })) kills += 1;
  expect(await runDeliverer(order)).toBe(false);

  expect(kills).toBeGreaterThanOrEqual(POINTS.length);
  const channels = platform.messages.map(({ channel }) => channel);
  expect(new Set(channels).size).toBe(CHANNELS);
  expect(channels).toHaveLength(CHANNELS);
  await platform.close();
}, 120_000);
