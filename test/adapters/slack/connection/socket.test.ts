/** Socket Mode: connections that end, break and go deaf; starts that fail. */
import { afterEach, describe, expect, it } from 'vitest';
import type { AdapterDeps, RunningAdapter } from '../../../../adapters/adapter.ts';
import { startSlackWith } from '../../../../adapters/slack/start.ts';
import { noticeReply } from '../../../../src/reply/reply.ts';
import { type LogLine, openDeps, type Served, serve, socketConfig } from '../desk.ts';
import { event, mention, slash } from '../server/payloads.ts';
import { type SlackServer, startSlackServer } from '../server/server.ts';
import { until } from '../until.ts';

let served: Served | undefined;
let server: SlackServer | undefined;
let slack: RunningAdapter | undefined;
afterEach(async () => {
  await served?.stop();
  await slack?.stop();
  await server?.close();
  served = undefined;
  slack = undefined;
  server = undefined;
});

/** Asks in a channel, and waits for the answer. */
async function isAnswered({ sockets, workspaces }: SlackServer): Promise<boolean> {
  const messages = workspaces.get('T1')?.channels.get('C1')?.messages ?? [];
  const before = messages.length;
  await sockets.deliver(event(mention({ text: '<@UBOTT1> how long did the call last?' })));
  return until(() => messages.length > before);
}

async function begin(changes: {
  readonly server: SlackServer;
  readonly silenceMs?: number;
  readonly token?: string;
}): Promise<AdapterDeps & { log: LogLine[] }> {
  const deps = await openDeps();
  const config = socketConfig(changes.server, {
    transport: { kind: 'socket', appToken: changes.server.appToken, silenceMs: changes.silenceMs ?? 60_000 },
    access: { kind: 'token', botToken: changes.token ?? 'xoxb-T1' },
  });
  slack = await startSlackWith(config, deps);
  return deps;
}

describe('the socket', () => {
  it('is opened anew when Slack asks for it, and nothing is missed', async () => {
    served = await serve();
    expect(await isAnswered(served.server)).toBe(true);
    served.server.sockets.refresh();
    await until(() => served?.server.sockets.opened() === 2);
    expect(await isAnswered(served.server)).toBe(true);
    expect(served.slack.status()).toEqual({ state: 'up' });
  });

  it('is opened anew when the network drops it', async () => {
    served = await serve();
    served.server.sockets.cut();
    await until(() => served?.server.sockets.opened() === 2);
    expect(await isAnswered(served.server)).toBe(true);
  });

  it('that stays open and brings nothing is noticed and replaced', async () => {
    server = await startSlackServer();
    await begin({ server, silenceMs: 1000 });
    server.sockets.deafen();
    await until(() => (server?.sockets.opened() ?? 0) >= 2);
    expect(await isAnswered(server)).toBe(true);
  });

  it('is closed only after the next is open, since a quiet workspace looks like a deaf socket', async () => {
    server = await startSlackServer();
    await begin({ server, silenceMs: 1000 });
    let fewest = 9;
    const watch = setInterval(() => {
      fewest = Math.min(fewest, server?.sockets.open() ?? 0);
    }, 5);
    await until(() => (server?.sockets.opened() ?? 0) >= 3);
    clearInterval(watch);
    expect(fewest).toBeGreaterThanOrEqual(1);
  });

  it('is tried again while Slack refuses to open one', async () => {
    server = await startSlackServer();
    server.fail('apps.connections.open', { kind: 'error', error: 'internal_error' }, 2);
    const deps = await begin({ server });
    expect(slack?.status().state).toBe('down');
    await until(() => slack?.status().state === 'up');
    expect(await isAnswered(server)).toBe(true);
    expect(deps.log.some(({ msg }) => msg.includes('no socket to Slack'))).toBe(true);
  });
});

describe('a start that fails', () => {
  it('says what to do, and is tried again', async () => {
    server = await startSlackServer();
    server.fail('auth.test', { kind: 'error', error: 'invalid_auth' });
    const deps = await begin({ server });
    expect(slack?.status()).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('reinstall the app'),
    });
    expect(deps.log.some(({ msg }) => msg.includes('is tried again'))).toBe(true);
    await until(() => slack?.status().state === 'up');
    expect(await isAnswered(server)).toBe(true);
  });

  it('without a network is tried again', async () => {
    server = await startSlackServer();
    const nowhere = { ...server, apiUrl: 'http://127.0.0.1:9/api/' };
    await begin({ server: nowhere });
    expect(slack?.status()).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('could not be reached'),
    });
  });

  it('names the scopes that the app lacks', async () => {
    server = await startSlackServer();
    const workspace = server.workspaces.get('T1');
    if (workspace) workspace.scopes = new Set(['chat:write', 'commands']);
    const deps = await begin({ server });
    const warned = deps.log.find((line) => Array.isArray(line.missing));
    expect(warned?.missing).toContain('app_mentions:read');
  });
});

describe('commands over a socket', () => {
  it('are acknowledged although the desk is slow', async () => {
    const slow = Promise.withResolvers<void>();
    const run = () => slow.promise.then(() => noticeReply('info', 'done'));
    served = await serve({ deps: { run } });
    const url = served.server.newResponseUrl();
    const took = await served.server.sockets.deliver(slash('/brief', 'colombia', { response_url: url }));
    slow.resolve();
    expect(took).toBeLessThan(3000);
  });
});
