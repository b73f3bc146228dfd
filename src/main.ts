/** The program: puts core, commands and adapters together. Without arguments it serves; with them it is `desk`. */
import { existsSync } from 'node:fs';
import { Command as Program } from 'commander';
import type { AdapterDeps, RunningAdapter } from '../adapters/adapter.ts';
import { configuredPlatforms, startPlatforms } from '../adapters/start.ts';
import { addCommands, runCli } from '../adapters/terminal/cli.ts';
import { terminalContext } from '../adapters/terminal/line.ts';
import { addOperatorCommands } from '../adapters/terminal/operator.ts';
import { commands } from '../commands/index.ts';
import { createRunner } from '../commands/run.ts';
import packageJson from '../package.json' with { type: 'json' };
import { readOpenAiSettings } from './answer/openai/settings.ts';
import { readSettings } from './config.ts';
import type { Desk } from './desk.ts';
import type { OpenDigests } from './digest/open-digests.ts';
import { readCatchUpMs } from './digest/settings.ts';
import { createLogger } from './log.ts';
import { noMetrics } from './metrics.ts';
import { claim } from './storage/cells.ts';

// Variables that are set win over those of the file.
if (existsSync('.env')) process.loadEnvFile('.env');
const { env } = process;

/** A desk for one command of the command line: it reads the folder once and remembers nothing. */
async function openDeskOnce({ warm }: { readonly warm: boolean }): Promise<Desk> {
  const [{ openDesk }, { openStorage }] = await loadDesk();
  const { knowledgeDir } = readSettings(env);
  const storage = await openStorage({ memory: true });
  const logger = createLogger(env.LOG_LEVEL || 'error', { plain: true });
  const model = readOpenAiSettings(env);
  const { desk } = await openDesk({
    knowledgeDir,
    storage,
    logger,
    metrics: noMetrics,
    follow: false,
    ...(warm ? { warm: 'before-first' } : {}),
    model,
  });
  return desk;
}

/** What a command does without is not loaded for it: `desk --help` answers at once. */
const loadDesk = () => Promise.all([import('./open-desk.ts'), import('./storage/open-storage.ts')]);
const loadServing = () => Promise.all([import('./prometheus.ts'), import('./digest/open-digests.ts')]);

/** Everything that serving needs, opened; nothing listens yet. */
async function openHouse() {
  const [{ openDesk }, { openStorage }] = await loadDesk();
  const [{ createMetrics }, { openDigests }] = await loadServing();
  const settings = readSettings(env);
  const platforms = configuredPlatforms(env);
  const here = platforms.length === 0;
  const logger = createLogger(here && !env.LOG_LEVEL ? 'error' : settings.logLevel, { plain: here });
  const metrics = createMetrics();
  const storage = await openStorage({
    ...settings,
    onError: (error) => logger.error({ err: error }, 'storage'),
  });
  const opened = await openDesk({
    ...settings,
    storage,
    logger,
    metrics,
    follow: true,
    warm: platforms.length > 0 ? 'at-once' : 'after-first',
    model: readOpenAiSettings(env),
  });
  const adapters: RunningAdapter[] = [];
  const digests = await openDigests({
    storage,
    logger,
    topics: opened.desk.topics,
    posters: () => adapters.map(({ poster }) => poster),
    limits: { catchUpMs: readCatchUpMs(env) },
  });
  const desk: Desk = { ...opened.desk, digests: digests.digests };
  const close = async () => {
    opened.close();
    await storage.close();
  };
  return {
    settings,
    platforms,
    logger,
    metrics,
    storage,
    desk,
    digests,
    adapters,
    run: createRunner(desk, commands, logger),
    close,
  };
}

type House = Awaited<ReturnType<typeof openHouse>>;

/** Starts the configured platforms and returns how to stop them. */
async function startAdapters({
  adapters,
  storage,
  desk,
  run,
  logger,
  metrics,
}: House): Promise<() => Promise<void>> {
  const deps: AdapterDeps = {
    desk,
    commands,
    run,
    logger,
    metrics,
    store: (namespace) => storage.store(namespace),
    claim: (key, ttlMs) => claim(storage.cells, key, ttlMs),
  };
  adapters.push(...(await startPlatforms(env, deps)));
  return async () => void (await Promise.all(adapters.map((adapter) => adapter.stop())));
}

/** Serves until it is told to stop: the configured platforms, or this terminal where there are none. */
async function serve(): Promise<void> {
  const house = await openHouse();
  const { platforms, desk, run, settings, close } = house;
  if (platforms.length === 0) {
    const { serveTerminal } = await import('../adapters/terminal/serve.ts');
    await serveTerminal({ desk, commands, run, env, dataDir: settings.dataDir });
  } else await servePlatforms(house);
  await close();
  // Connections to a server that does not answer any more, such as the queue's, would keep the process.
  if (platforms.length > 0) process.exit();
}

async function servePlatforms(house: House): Promise<void> {
  const { adapters, desk, metrics, settings, logger, digests } = house;
  const { healthApp, serveHealth } = await import('../adapters/web/health.ts');
  const stopAdapters = await startAdapters(house);
  const runner = await digests.start();
  const app = healthApp({
    adapters: () => adapters,
    topics: () => desk.topics().length,
    scrape: metrics.scrape,
    contentType: metrics.contentType,
  });
  const { healthPort } = settings;
  const health = healthPort === undefined ? undefined : serveHealth(app, healthPort, logger);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  logger.info('stopping');
  health?.stop();
  await runner.stop();
  await stopAdapters();
}

/** Runs one digest command of the command line on the desk's own storage. */
async function withDigests(
  work: (digests: OpenDigests) => Promise<void>,
  { posting }: { readonly posting: boolean },
): Promise<void> {
  const house = await openHouse();
  const stop = posting ? await startAdapters(house) : undefined;
  try {
    await work(house.digests);
  } finally {
    await stop?.();
    await house.close();
  }
}

const program = new Program('desk')
  .version(packageJson.version, '--version', 'print the version')
  .description(
    'Sourced news briefings from curated knowledge files. Without a command it serves Discord, Slack or this terminal.',
  )
  .action(serve);
addCommands(program, commands, { openDesk: openDeskOnce, context: terminalContext(env), env });
addOperatorCommands(program, {
  env,
  knowledgeDir: () => readSettings(env).knowledgeDir,
  withDigests,
  slackManifest: async (url) => {
    const { slackManifestYaml } = await import('../adapters/slack/registration/manifest.ts');
    return slackManifestYaml(commands, url === undefined ? {} : { url });
  },
});

// A reader that has seen enough (`desk brief | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`The answer cannot be written: ${error.message}\n`);
  process.exit(1);
});
process.exitCode = await runCli(program, process.argv.slice(2));
