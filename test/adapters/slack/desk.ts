/** A desk on the first knowledge file for the tests of the adapter, and Slack served from it. */
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { AdapterDeps, RunningAdapter } from '../../../adapters/adapter.ts';
import type { SlackConfig } from '../../../adapters/slack/config.ts';
import { startSlackWith } from '../../../adapters/slack/start.ts';
import { commands } from '../../../commands/index.ts';
import { createRunner } from '../../../commands/run.ts';
import { noMetrics } from '../../../src/metrics.ts';
import { openDesk } from '../../../src/open-desk.ts';
import { claim } from '../../../src/storage/cells.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { ONE_TOPIC } from '../../one-topic.ts';
import { type SlackServer, startSlackServer } from './server/server.ts';

export type LogLine = { readonly level: number; readonly msg: string } & Readonly<Record<string, unknown>>;

/** Everything that an adapter is given; `log` collects what it logs. */
export async function openDeps(
  changes: { readonly storage?: Storage; readonly knowledgeDir?: string } & Partial<AdapterDeps> = {},
): Promise<AdapterDeps & { readonly log: LogLine[] }> {
  const { storage: given, knowledgeDir = ONE_TOPIC, ...overrides } = changes;
  const storage = given ?? (await openStorage({ memory: true }));
  const log: LogLine[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => log.push(JSON.parse(line)) });
  const { desk } = await openDesk({
    knowledgeDir,
    storage,
    logger,
    metrics: noMetrics,
    model: undefined,
    follow: false,
  });
  const deps = { desk, commands, logger, metrics: noMetrics, ...overrides };
  return {
    ...deps,
    run: createRunner(deps.desk, deps.commands, logger),
    store: storage.store,
    claim: (key, ttlMs) => claim(storage.cells, key, ttlMs),
    log,
    ...overrides,
  };
}

/** A folder with the first topic and the made-up ones of the tests, so that there is something to choose. */
export async function severalTopics(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'briefdesk-'));
  await cp(ONE_TOPIC, folder, { recursive: true, dereference: true });
  await cp('test/fixtures/knowledge', folder, { recursive: true });
  return folder;
}

/** Settings for the loopback server in Socket Mode. */
export function socketConfig(server: SlackServer, changes: Partial<SlackConfig> = {}): SlackConfig {
  return {
    transport: { kind: 'socket', appToken: server.appToken, silenceMs: 60_000 },
    access: { kind: 'token', botToken: 'xoxb-T1' },
    port: 0,
    apiUrl: server.apiUrl,
    digestManagers: new Set(),
    ...changes,
  };
}

export type Served = {
  readonly server: SlackServer;
  readonly deps: AdapterDeps & { readonly log: LogLine[] };
  readonly slack: RunningAdapter;
  readonly stop: () => Promise<void>;
};

/** A loopback Slack with the adapter connected to it. */
export async function serve(
  changes: { readonly config?: Partial<SlackConfig>; readonly deps?: Parameters<typeof openDeps>[0] } = {},
): Promise<Served> {
  const server = await startSlackServer();
  const deps = await openDeps(changes.deps);
  const slack = await startSlackWith(socketConfig(server, changes.config), deps);
  return {
    server,
    deps,
    slack,
    stop: async () => {
      await slack.stop();
      await server.close();
    },
  };
}
