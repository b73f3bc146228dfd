/** The adapter as the tests run it: against a loopback Discord, with the real commands and a real desk. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { AdapterDeps, RunningAdapter } from '../../../adapters/adapter.ts';
import { startDiscord } from '../../../adapters/discord/start.ts';
import { commands as allCommands } from '../../../commands/index.ts';
import { createRunner } from '../../../commands/run.ts';
import { noMetrics } from '../../../src/metrics.ts';
import { openDesk } from '../../../src/open-desk.ts';
import { claim } from '../../../src/storage/cells.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { ONE_TOPIC } from '../../one-topic.ts';
import { TOKEN } from './server/ids.ts';
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from './server/server.ts';

export type Started = {
  readonly discord: LoopbackDiscord;
  readonly adapter: RunningAdapter;
  readonly deps: AdapterDeps;
  readonly storage: Storage;
  /** The log so far, a parsed line each. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly server?: LoopbackOptions;
  readonly discord?: LoopbackDiscord;
  readonly storage?: Storage;
  /** Changes what the adapter is given, such as a slow `run`. */
  readonly change?: (deps: AdapterDeps) => Partial<AdapterDeps>;
};

/** Dependencies as src/main.ts puts them together, in memory. */
export async function testDeps(storage: Storage, onLine: (line: string) => void): Promise<AdapterDeps> {
  const logger = pino({ level: 'debug' }, { write: onLine });
  const { desk } = await openDesk({
    knowledgeDir: ONE_TOPIC,
    model: undefined,
    storage,
    logger,
    metrics: noMetrics,
    follow: false,
    warm: 'at-once',
  });
  return {
    desk,
    commands: allCommands,
    run: createRunner(desk, allCommands, logger),
    store: (namespace) => storage.store(namespace),
    claim: (key, ttlMs) => claim(storage.cells, key, ttlMs),
    logger,
    metrics: noMetrics,
  };
}

/** Starts a loopback Discord, unless one is given, and the adapter against it. */
export async function start(options: StartOptions = {}): Promise<Started> {
  const discord = options.discord ?? (await startLoopbackDiscord(options.server));
  const storage = options.storage ?? (await openStorage({ memory: true }));
  const log: Record<string, unknown>[] = [];
  const plain = await testDeps(storage, (line) => log.push(JSON.parse(line)));
  const deps = { ...plain, ...options.change?.(plain) };
  const adapter = await startDiscord(
    { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.url, ...options.env },
    deps,
  );
  const stop = async () => {
    await adapter.stop();
    if (!options.discord) await discord.close();
  };
  return { discord, adapter, deps, storage, log, stop };
}

/** Waits until a look gives something, and gives that. @throws Error after `ms` */
export async function until<T>(look: () => T | undefined | false, ms = 8000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`nothing came within ${ms} ms: ${String(look)}`);
    await sleep(5);
  }
}
