/** A loopback Slack: Web API and OAuth over HTTP, Socket Mode over WebSockets, and answers to response_urls. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { neededScopes } from '../../../../adapters/slack/registration/features.ts';
import { refuseBlocks } from './blocks.ts';
import { methods } from './methods.ts';
import { Refusal } from './posting.ts';
import { createSockets, type Sockets } from './sockets.ts';
import { openSpec } from './spec.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** What the next call of a method meets instead of its answer. */
export type Fault =
  | { readonly kind: 'error'; readonly error: string; readonly extra?: Readonly<Record<string, unknown>> }
  | { readonly kind: 'rate-limit'; readonly seconds: number }
  | { readonly kind: 'status'; readonly status: number }
  /** The connection is cut: before the method has done anything, or after. */
  | { readonly kind: 'cut'; readonly after: boolean };

type Call = {
  readonly method: string;
  readonly team: string;
  readonly args: Readonly<Record<string, string>>;
  readonly at: number;
};
export type Response = Readonly<Record<string, unknown>>;

export type SlackServer = {
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly origin: string;
  readonly appToken: string;
  readonly workspaces: Map<string, Workspace>;
  readonly calls: Call[];
  /** What was posted to response_urls, by url. */
  readonly responses: Map<string, Response[]>;
  /** What the 2021 description has against the requests so far. */
  readonly misfits: string[];
  /** Makes the next call of the method, or the next `times`, fail. */
  readonly fail: (method: string, fault: Fault, times?: number) => void;
  readonly newResponseUrl: () => string;
  readonly sockets: Sockets;
  readonly close: () => Promise<void>;
};

type State = {
  readonly faults: Map<string, Fault[]>;
  readonly server: SlackServer;
  readonly checkSpec: ReturnType<typeof openSpec>;
};

/** Starts it on a free port, with one workspace T1 whose token has every scope that the app asks for. */
export async function startSlackServer(): Promise<SlackServer> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const sockets = createSockets(`ws://127.0.0.1:${port}/link`);
  http.on('upgrade', (request, socket, head) => sockets.accept(request, socket, head));
  const faults = new Map<string, Fault[]>();
  const responses = new Map<string, Response[]>();
  const server: SlackServer = {
    apiUrl: `${origin}/api/`,
    origin,
    appToken: 'xapp-1-A1',
    workspaces: new Map([['T1', createWorkspace('T1', neededScopes())]]),
    calls: [],
    responses,
    misfits: [],
    fail: (name, fault, times = 1) => {
      faults.set(name, [...(faults.get(name) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    newResponseUrl: () => {
      const url = `${origin}/response/${responses.size + 1}`;
      responses.set(url, []);
      return url;
    },
    sockets,
    close: async () => {
      sockets.cut();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  const state: State = { faults, server, checkSpec: openSpec() };
  http.on('request', (request, response) => void handle(request, response, { state, sockets }));
  return server;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { state, sockets }: { readonly state: State; readonly sockets: { readonly url: string } },
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', state.server.origin);
  const body = await readBody(request);
  if (pathname.startsWith('/response/'))
    return answerResponse(state.server, `${state.server.origin}${pathname}`, body, response);
  if (pathname === '/oauth/v2/authorize') {
    const redirect = new URL(searchParams.get('redirect_uri') ?? 'http://127.0.0.1/');
    redirect.searchParams.set('code', 'code-T2');
    redirect.searchParams.set('state', searchParams.get('state') ?? '');
    response.writeHead(302, { location: redirect.href }).end();
    return;
  }
  await answerMethod(state, {
    method: pathname.replace('/api/', ''),
    body,
    request,
    response,
    socketUrl: sockets.url,
  });
}

type MethodCall = {
  readonly method: string;
  readonly body: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socketUrl: string;
};

async function answerMethod(state: State, call: MethodCall): Promise<void> {
  const { method, body, request, response } = call;
  // Bolt names the workspace in every call, which Slack takes everywhere since it has organisations.
  const {
    team_id: _,
    token: inBody = '',
    ...args
  } = readArguments(body, request.headers['content-type'] ?? '');
  const fault = state.faults.get(method)?.shift();
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '') || inBody;
  const team = [...state.server.workspaces.values()].find(({ botToken }) => botToken === token)?.team ?? '';
  state.server.calls.push({ method, team, args, at: Date.now() });
  state.server.misfits.push(...(state.checkSpec?.(method, Object.keys(args)) ?? []));
  if (fault?.kind === 'cut' && !fault.after) return void request.socket.destroy();
  if (fault?.kind === 'status') return void response.writeHead(fault.status).end('upstream trouble');
  if (fault?.kind === 'rate-limit')
    return void response.writeHead(429, { 'retry-after': String(fault.seconds) }).end();
  const result =
    fault?.kind === 'error'
      ? { ok: false, error: fault.error, ...fault.extra }
      : resultOf(state, call, { token, team, args });
  if (fault?.kind === 'cut') return void request.socket.destroy();
  const scopes = state.server.workspaces.get(team)?.scopes;
  response.writeHead(200, {
    'content-type': 'application/json',
    ...(scopes ? { 'x-oauth-scopes': [...scopes].join(',') } : {}),
  });
  response.end(JSON.stringify(result));
}

function resultOf(
  { server }: State,
  { method, socketUrl }: MethodCall,
  {
    token,
    team,
    args,
  }: { readonly token: string; readonly team: string; readonly args: Readonly<Record<string, string>> },
): Response {
  if (method === 'apps.connections.open')
    return token === server.appToken
      ? { ok: true, url: `${socketUrl}?ticket=${server.calls.length}` }
      : { ok: false, error: 'invalid_auth' };
  if (method === 'oauth.v2.access') return installed(server, args.code);
  const workspace = server.workspaces.get(team);
  const known = methods[method];
  if (!workspace) return { ok: false, error: 'invalid_auth' };
  if (!known) return { ok: false, error: 'unknown_method' };
  const missing = known.scopes.find((scope) => !workspace.scopes.has(scope));
  if (missing)
    return { ok: false, error: 'missing_scope', needed: missing, provided: [...workspace.scopes].join(',') };
  try {
    return { ok: true, ...known.run(workspace, args) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.message, ...error.extra };
    throw error;
  }
}

/** A second workspace installs the app. */
function installed(server: SlackServer, code: string | undefined): Response {
  const team = /^code-(T\d+)$/.exec(code ?? '')?.[1];
  if (!team) return { ok: false, error: 'invalid_code' };
  const workspace = server.workspaces.get(team) ?? createWorkspace(team, neededScopes());
  server.workspaces.set(team, workspace);
  return {
    ok: true,
    app_id: 'A1',
    team: { id: team, name: team },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: 'U1' },
    token_type: 'bot',
    access_token: workspace.botToken,
    bot_user_id: workspace.botUser,
    scope: [...workspace.scopes].join(','),
  };
}

function answerResponse(server: SlackServer, url: string, body: string, response: ServerResponse): void {
  const list = server.responses.get(url);
  const message = z.record(z.string(), z.unknown()).safeParse(JSON.parse(body)).data ?? {};
  const refused = 'blocks' in message ? refuseBlocks(message.blocks) : undefined;
  if (!list || list.length >= 5 || refused) {
    response
      .writeHead(list && !refused ? 404 : 500)
      .end(refused ? `${refused.error}: ${refused.messages.join()}` : 'used_url');
    return;
  }
  list.push(message);
  response.writeHead(200).end('ok');
}

function readArguments(body: string, type: string): Readonly<Record<string, string>> {
  if (!type.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  const parsed = z.record(z.string(), z.unknown()).parse(JSON.parse(body || '{}'));
  return Object.fromEntries(
    Object.entries(parsed).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
