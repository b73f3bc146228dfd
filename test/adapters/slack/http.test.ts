/** HTTP mode: signed requests, repeats over replicas, and workspaces that install the app by OAuth. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningAdapter } from '../../../adapters/adapter.ts';
import { startSlackWith } from '../../../adapters/slack/start.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { openDeps, socketConfig } from './desk.ts';
import { event, mention, press, signedRequest, slash } from './server/payloads.ts';
import { type SlackServer, startSlackServer } from './server/server.ts';
import type { Envelope } from './server/sockets.ts';
import { until } from './until.ts';

const SECRET = 'a-signing-secret';
const KEY = 'a token key of more than thirty-two characters';
const oauth = {
  kind: 'oauth',
  clientId: '1.2',
  clientSecret: 'shh',
  stateSecret: 'a state secret',
  tokenKey: KEY,
} as const;

let server: SlackServer;
let storage: Storage;
const replicas: RunningAdapter[] = [];
beforeEach(async () => {
  server = await startSlackServer();
  storage = await openStorage({ memory: true });
});
afterEach(async () => {
  expect(server.misfits).toEqual([]);
  await Promise.all(replicas.splice(0).map((replica) => replica.stop()));
  await server.close();
});

let nextPort = 20_000 + (process.pid % 20_000);

/** Starts a replica on a free port; replicas share their storage. */
async function replica(
  access: Parameters<typeof socketConfig>[1] = {},
): Promise<{ url: string; log: readonly object[] }> {
  nextPort += 1;
  const deps = await openDeps({ storage });
  const config = socketConfig(server, {
    transport: { kind: 'http', signingSecret: SECRET },
    port: nextPort,
    ...access,
  });
  replicas.push(await startSlackWith(config, deps));
  return { url: `http://127.0.0.1:${nextPort}`, log: deps.log };
}

const send = (url: string, envelope: Envelope, more: { at?: number; retry?: number; secret?: string } = {}) =>
  fetch(`${url}/slack/events`, signedRequest(envelope, { secret: SECRET, ...more }));
const said = (team = 'T1') => server.workspaces.get(team)?.channels.get('C1')?.messages ?? [];
const question = () => event(mention({ text: '<@UBOTT1> how long did the call last?' }));
const settle = () => new Promise((resolve) => setTimeout(resolve, 200));

describe('a signed request', () => {
  it('is acknowledged at once and answered', async () => {
    const { url } = await replica();
    const response = await send(url, question());
    expect(response.status).toBe(200);
    await until(() => said().length === 1);
  });

  it('with a command or a press is acknowledged and answered', async () => {
    const { url } = await replica();
    const answers = server.newResponseUrl();
    expect((await send(url, slash('/brief', 'colombia', { response_url: answers }))).status).toBe(200);
    await until(() => server.responses.get(answers)?.length);
    const pressed = press(
      { type: 'button', action_id: 'desk:1.0', value: 'r:timeline?topic=colombia' },
      { response_url: answers },
    );
    expect((await send(url, pressed)).status).toBe(200);
    await until(() => server.responses.get(answers)?.length === 2);
  });

  it.each([
    ['signed with another secret', { secret: 'not-ours' }],
    ['that is ten minutes old', { at: Math.floor(Date.now() / 1000) - 600 }],
  ])('%s is refused', async (_, more) => {
    const { url } = await replica();
    expect((await send(url, question(), more)).status).toBe(401);
    await settle();
    expect(said()).toHaveLength(0);
  });

  it('without a signature is refused', async () => {
    const { url } = await replica();
    const { body } = signedRequest(question(), { secret: SECRET });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${url}/slack/events`, { method: 'POST', headers, body })).status).toBe(401);
  });

  it('that is larger than any event is refused', async () => {
    const { url } = await replica();
    const large = event(mention({ text: 'x'.repeat(5_000_000) }));
    expect((await send(url, large)).status).toBe(413);
  });

  it('proves the address to Slack', async () => {
    const { url } = await replica();
    const challenge: Envelope = {
      type: 'events_api',
      payload: { type: 'url_verification', challenge: 'abc' },
    };
    expect(await (await send(url, challenge)).json()).toEqual({ challenge: 'abc' });
  });

  it.each([
    ['events_api', null],
    ['events_api', []],
    ['events_api', 7],
    ['events_api', 'words'],
    ['interactive', null],
  ] as const)(
    'that holds no event (%s, %j) is refused, and the next one is answered',
    async (type, payload) => {
      const { url } = await replica();
      expect((await send(url, { type, payload })).status).toBe(400);
      expect((await send(url, question())).status).toBe(200);
      await until(() => said().length === 1);
    },
  );

  it('that is repeated is answered once, also by another replica and after a restart', async () => {
    const first = await replica();
    const second = await replica();
    const asked = question();
    await Promise.all([send(first.url, asked), send(second.url, asked, { retry: 1 })]);
    await until(() => said().length === 1);
    await Promise.all(replicas.splice(0).map((each) => each.stop()));
    const third = await replica();
    await send(third.url, asked, { retry: 2 });
    await settle();
    expect(said()).toHaveLength(1);
  });

  it('is not needed by the load balancer’s question', async () => {
    const { url } = await replica();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe('a stop', () => {
  it('waits for no request that has no end', async () => {
    const { url } = await replica();
    const slow = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
    slow.write('POST /slack/events HTTP/1.1\r\nhost: desk\r\ncontent-length: 1000\r\n\r\n{');
    expect((await send(url, question())).status).toBe(200);
    const cut = once(slow, 'close');
    await replicas.pop()?.stop();
    await cut;
  });
});

describe('a port that is taken', () => {
  it('is tried again until it is free', async () => {
    const { url } = await replica();
    const port = Number(new URL(url).port);
    const deps = await openDeps({ storage });
    const config = socketConfig(server, { transport: { kind: 'http', signingSecret: SECRET }, port });
    const late = await startSlackWith(config, deps);
    expect(late.status()).toMatchObject({ state: 'down', detail: expect.stringContaining('EADDRINUSE') });
    await replicas.shift()?.stop();
    replicas.push(late);
    await until(() => late.status().state === 'up');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

/** Follows the installation as a browser does. */
async function install(url: string): Promise<Response> {
  const page = await fetch(`${url}/slack/install`, { redirect: 'manual' });
  const cookie = page.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const html = await page.text();
  const authorize = page.headers.get('location') ?? /href="([^"]*authorize[^"]*)"/.exec(html)?.[1] ?? '';
  const agreed = await fetch(withRedirect(authorize, url), { redirect: 'manual' });
  return fetch(agreed.headers.get('location') ?? '', { headers: { cookie }, redirect: 'manual' });
}

/** Slack falls back on the redirect address of the app's settings; this server has none. */
function withRedirect(authorize: string, url: string): URL {
  const target = new URL(authorize.replaceAll('&amp;', '&'));
  target.searchParams.set('redirect_uri', `${url}/slack/oauth_redirect`);
  return target;
}

const foreign = () => event(mention({ text: '<@UBOTT2> how long did the call last?' }), { team: 'T2' });

describe('a workspace that installs the app', () => {
  it('is answered with its own token, by every replica', async () => {
    const first = await replica({ access: oauth });
    const second = await replica({ access: oauth });
    expect((await install(first.url)).status).toBe(200);
    await send(second.url, foreign());
    await until(() => said('T2').length === 1);
    expect(server.calls.findLast(({ method }) => method === 'chat.postMessage')?.team).toBe('T2');
  });

  it('has its token encrypted at rest', async () => {
    const { url } = await replica({ access: oauth });
    await install(url);
    const stored = JSON.stringify(await storage.store('slack-installations').get('T2'));
    expect(stored.length).toBeGreaterThan(100);
    expect(stored).not.toMatch(/xoxb|token/);
  });

  it('is asked to agree again where the state was not ours', async () => {
    const { url } = await replica({ access: oauth });
    const forged = await fetch(`${url}/slack/oauth_redirect?code=code-T2&state=forged`);
    expect(forged.status).not.toBe(200);
    expect(await storage.store('slack-installations').get('T2')).toBeUndefined();
  });

  it('is forgotten when it removes the app, and its events are acknowledged and left', async () => {
    const { url, log } = await replica({ access: oauth });
    await install(url);
    await send(url, event({ type: 'app_uninstalled' }, { team: 'T2' }));
    await until(() => JSON.stringify(log).includes('a workspace has removed the app'));
    expect((await send(url, foreign())).status).toBe(200);
    await until(() => JSON.stringify(log).includes('has not installed the app'));
    expect(said('T2')).toHaveLength(0);
  });

  it('is forgotten when its bot token is revoked', async () => {
    const { url, log } = await replica({ access: oauth });
    await install(url);
    await send(
      url,
      event({ type: 'tokens_revoked', tokens: { oauth: [], bot: ['UBOTT2'] } }, { team: 'T2' }),
    );
    await until(() => JSON.stringify(log).includes('has revoked the bot token'));
    expect(await storage.store('slack-installations').get('T2')).toBeUndefined();
  });

  it('can post digests, and another cannot', async () => {
    const { url } = await replica({ access: oauth });
    await install(url);
    const poster = replicas[0]?.poster;
    expect(await poster?.canPost({ channel: 'C1', workspace: 'T2' })).toEqual({ ok: true });
    expect(await poster?.canPost({ channel: 'C1', workspace: 'T3' })).toMatchObject({ ok: false });
  });
});
