/** The program: puts core, commands and adapters together. Without arguments it serves; with them it is `desk`. */
import { existsSync } from 'node:fs';
import { Command as Program } from 'commander';
import type { AdapterDeps } from '../adapters/adapter.ts';
import { configuredPlatforms, startPlatforms } from '../adapters/start.ts';
import { checkKnowledge } from '../adapters/terminal/check.ts';
import { addCommands, runCli } from '../adapters/terminal/cli.ts';
import { terminalContext } from '../adapters/terminal/line.ts';
import { write } from '../adapters/terminal/pipe.ts';
import { serveTerminal } from '../adapters/terminal/serve.ts';
import { healthApp, serveHealth } from '../adapters/web/health.ts';
import { commands } from '../commands/index.ts';
import { createRunner } from '../commands/run.ts';
import { readSettings, type Settings } from './config.ts';
import type { Desk } from './desk.ts';
import { topicJsonSchema } from './knowledge/json-schema.ts';
import { createLogger } from './log.ts';
import { createMetrics, noMetrics } from './metrics.ts';
import { openDesk } from './open-desk.ts';
import { claim } from './storage/cells.ts';
import { openStorage } from './storage/open-storage.ts';

// Variables that are set win over those of the file.
if (existsSync('.env')) process.loadEnvFile('.env');
const { env } = process;

/** A desk for one command of the command line: it reads the folder once and remembers nothing. */
async function openDeskOnce(): Promise<Desk> {
  const { knowledgeDir } = readSettings(env);
  const storage = await openStorage({ memory: true });
  const logger = createLogger(env.LOG_LEVEL || 'error');
  return (await openDesk({ knowledgeDir, storage, logger, metrics: noMetrics, follow: false })).desk;
}

/** Serves until it is told to stop: the configured platforms, or this terminal where there are none. */
async function serve(): Promise<void> {
  const settings = readSettings(env);
  const platforms = configuredPlatforms(env);
  const logger = createLogger(platforms.length === 0 && !env.LOG_LEVEL ? 'error' : settings.logLevel);
  const metrics = createMetrics();
  const storage = await openStorage({
    ...settings,
    onError: (error) => logger.error({ err: error }, 'storage'),
  });
  const { desk, close } = await openDesk({ ...settings, storage, logger, metrics, follow: true });
  const run = createRunner(desk, commands, logger);
  const deps: AdapterDeps = {
    desk,
    commands,
    run,
    logger,
    metrics,
    store: (namespace) => storage.store(namespace),
    claim: (key, ttlMs) => claim(storage.cells, key, ttlMs),
  };
  const stop =
    platforms.length === 0
      ? await serveTerminal({ desk, commands, run, env, dataDir: settings.dataDir })
      : await servePlatforms(deps, metrics, settings);
  await stop();
  close();
  await storage.close();
}

/** Resolves with how to stop once the process is told to end. */
async function servePlatforms(
  deps: AdapterDeps,
  { scrape, contentType }: ReturnType<typeof createMetrics>,
  { healthPort }: Settings,
): Promise<() => Promise<void>> {
  const adapters = await startPlatforms(env, deps);
  const app = healthApp({
    adapters: () => adapters,
    topics: () => deps.desk.topics().length,
    scrape,
    contentType,
  });
  const server = healthPort === undefined ? undefined : serveHealth(app, healthPort);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  deps.logger.info('stopping');
  return async () => {
    server?.close();
    await Promise.all(adapters.map((adapter) => adapter.stop()));
  };
}

const program = new Program('desk')
  .description(
    'Sourced news briefings from curated knowledge files. Without a command it serves Discord, Slack or this terminal.',
  )
  .action(serve);
addCommands(program, commands, { openDesk: openDeskOnce, context: terminalContext(env), env });
program
  .command('check')
  .description('Check knowledge files, all of the folder where none is named')
  .argument('[files...]')
  .option('--article <file>', 'hold the quotes and paragraphs against this text of the article')
  .option('--source <id>', 'the source that the article is, where a file has several')
  .option('--json', 'print JSON for programs')
  .action((files: string[], options) => checkKnowledge(files, readSettings(env).knowledgeDir, options));
program
  .command('slack')
  .description('Set Slack up')
  .command('manifest')
  .description('Print the app manifest to paste at api.slack.com/apps')
  .option('--url <url>', 'the public address, for HTTP mode; without it the app uses Socket Mode')
  .action(async ({ url }: { url?: string }) => {
    const { slackManifestYaml } = await import('../adapters/slack/manifest.ts');
    return write(slackManifestYaml(commands, url === undefined ? {} : { url }));
  });
program
  .command('schema')
  .description('Print the JSON Schema of knowledge files')
  .action(() => write(`${JSON.stringify(topicJsonSchema(), null, 2)}\n`));

// A reader that has seen enough (`desk brief | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await runCli(program, process.argv.slice(2));
