/** One of the two bots of the Discord benchmark, in a process of its own: `bare` or `adapter`, and the server's URL. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type APITextDisplayComponent,
  Client,
  ComponentType,
  Events,
  GatewayIntentBits,
  MessageFlags,
} from 'discord.js';
import { startDiscord } from '../../adapters/discord/start.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { testDeps } from '../adapters/discord/adapter.ts';
import { TOKEN } from '../adapters/discord/server/ids.ts';

const [kind, url = ''] = process.argv.slice(2);

/** As large as what the desk answers on average to the questions of the benchmark. */
const CONSTANT: APITextDisplayComponent = {
  type: ComponentType.TextDisplay,
  content: 'An hour. '.repeat(230),
};

async function startBare(): Promise<void> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: url } });
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const components = [{ toJSON: () => CONSTANT }];
    void interaction.reply({ components, flags: MessageFlags.IsComponentsV2 });
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(TOKEN);
  await ready;
}

async function startAdapter(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'briefdesk-bench-'));
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  process.once('SIGTERM', () => process.exit(0));
  const deps = await testDeps(await openStorage({ dataDir }), () => undefined);
  await startDiscord({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: url }, deps);
}

await (kind === 'bare' ? startBare() : startAdapter());
// Tells, when asked, how much processor time it has used so far.
process.on('message', () => process.send?.(process.cpuUsage()));
process.send?.('ready');
