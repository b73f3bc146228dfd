/** One of the two apps that test/bench/slack.ts compares, in a process of its own. */
import { App } from '@slack/bolt';
import { startSlackWith } from '../../adapters/slack/start.ts';
import { openDeps } from '../adapters/slack/desk.ts';

const [kind = '', port = '', apiUrl = '', secret = '', constant = ''] = process.argv.slice(2);

/** What Bolt costs by itself: the signature, the acknowledgement, and an answer that is always the same. */
async function startBare(): Promise<void> {
  const app = new App({
    token: 'xoxb-T1',
    signingSecret: secret,
    clientOptions: { slackApiUrl: apiUrl },
    port: Number(port),
  });
  const answer = JSON.parse(constant);
  app.command(/^\//, async ({ ack, respond }) => {
    await ack();
    await respond(answer);
  });
  await app.start();
}

async function startBriefdesk(): Promise<void> {
  const deps = await openDeps();
  deps.logger.level = 'silent';
  const config = {
    transport: { kind: 'http', signingSecret: secret },
    access: { kind: 'token', botToken: 'xoxb-T1' },
    port: Number(port),
    apiUrl,
    digestManagers: new Set<string>(),
  } as const;
  await startSlackWith(config, deps);
}

// The comparison may be broken off: nothing of it stays behind.
process.on('disconnect', () => process.exit());
process.on('message', () => process.send?.(process.cpuUsage()));
await (kind === 'bare' ? startBare() : startBriefdesk());
process.send?.('ready');
