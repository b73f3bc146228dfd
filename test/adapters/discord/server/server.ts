/** A loopback Discord: REST and gateway, as strict as the real one. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway, type Gateway } from './gateway.ts';
import { ids, snowflake, TOKEN } from './ids.ts';
import {
  type Answer,
  createInteractions,
  type Interactions,
  type KeptMessage,
  messageJson,
  refusal,
} from './interactions.ts';
import { commandsProblem, messageProblem } from './rules.ts';
import { createBodyCheck } from './schema.ts';

export type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly at: number;
};

type Trouble = {
  readonly pattern: RegExp;
  readonly answer: Answer & { readonly headers?: Record<string, string>; readonly afterDoing?: boolean };
  times: number;
};

export type LoopbackDiscord = {
  readonly url: string;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  readonly requests: readonly LoggedRequest[];
  /** What was refused for its schema or a limit; empty at the end of a good test. */
  readonly problems: readonly string[];
  /** Messages in channels, in order; answers to interactions are kept with these. */
  readonly messages: readonly KeptMessage[];
  readonly commands: Map<string, readonly Record<string, unknown>[]>;
  readonly channels: Map<string, Record<string, unknown>>;
  /** Answers the next requests whose "METHOD /path" matches in this way. */
  readonly trouble: (pattern: RegExp, answer: Trouble['answer'], times?: number) => void;
  readonly close: () => Promise<void>;
};

export type LoopbackOptions = {
  /** Shards that `/gateway/bot` recommends. */
  readonly shards?: number;
  readonly heartbeatMs?: number;
  readonly ackMs?: number;
  /** False skips the checks of bodies, so that a benchmark measures the client. */
  readonly checks?: boolean;
};

const checkBody = createBodyCheck();

/** Starts a loopback Discord on a free port. */
export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const { shards = 1, heartbeatMs = 45_000, ackMs = 3000, checks = true } = options;
  const state = {
    requests: [] as LoggedRequest[],
    problems: [] as string[],
    messages: [] as KeptMessage[],
    commands: new Map<string, readonly Record<string, unknown>[]>(),
    channels: new Map<string, Record<string, unknown>>(world()),
    troubles: [] as Trouble[],
    nonces: new Map<string, KeptMessage>(),
  };
  const interactions = createInteractions(ackMs);
  const http = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      state.problems.push(String(error));
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const gateway = createGateway(() => `ws://127.0.0.1:${port}`, heartbeatMs);
  http.on('upgrade', (request, socket, head) =>
    gateway.server.handleUpgrade(request, socket, head, (client) =>
      gateway.server.emit('connection', client, request),
    ),
  );

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET' } = request;
    const url = new URL(request.url ?? '/', 'http://loopback');
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '');
    const text = await readAll(request);
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    const trouble = state.troubles.find(
      ({ pattern, times }) => times > 0 && pattern.test(`${method} ${path}`),
    );
    if (trouble) trouble.times -= 1;
    const done =
      !trouble || trouble.answer.afterDoing ? answer({ method, path, url, body, request }) : trouble.answer;
    const { status, body: answered } = trouble?.answer ?? done;
    state.requests.push({ method, path, body, status, at: Date.now() });
    response.writeHead(status, {
      ...(answered === undefined ? {} : { 'content-type': 'application/json' }),
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '999',
      'x-ratelimit-reset-after': '1',
      'x-ratelimit-bucket': 'loopback',
      ...trouble?.answer.headers,
    });
    response.end(answered === undefined ? undefined : JSON.stringify(answered));
  }

  type Call = { method: string; path: string; url: URL; body: unknown; request: IncomingMessage };

  function answer({ method, path, url, body, request }: Call): Answer {
    const needsToken = !/^\/(interactions|webhooks)\//.test(path);
    if (needsToken && request.headers.authorization !== `Bot ${TOKEN}`)
      return refusal(401, 0, '401: Unauthorized');
    const problem =
      checks && body !== undefined
        ? (checkBody(method, path, body) ?? limitProblem(method, path, body))
        : undefined;
    if (problem) {
      state.problems.push(problem);
      return refusal(400, 50035, `Invalid Form Body: ${problem}`);
    }
    const route = routes.find(([verb, pattern]) => verb === method && pattern.test(path));
    if (!route) return refusal(404, 0, '404: Not Found');
    const [, pattern, work] = route;
    return work(pattern.exec(path)?.slice(1) ?? [], body as Record<string, unknown>, url);
  }

  type Work = (parts: readonly string[], body: Record<string, unknown>, url: URL) => Answer;
  const routes: readonly (readonly [string, RegExp, Work])[] = [
    [
      'GET',
      /^\/gateway\/bot$/,
      () => ({
        status: 200,
        body: {
          url: `ws://127.0.0.1:${port}`,
          shards,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
        },
      }),
    ],
    [
      'GET',
      /^\/applications\/(\d+)\/(commands|guilds\/\d+\/commands)$/,
      ([, where = '']) => ({ status: 200, body: state.commands.get(where) ?? [] }),
    ],
    [
      'PUT',
      /^\/applications\/(\d+)\/(commands|guilds\/\d+\/commands)$/,
      ([, where = ''], body) => {
        const isGuild = where !== 'commands';
        const registered = (Array.isArray(body) ? body : []).map((command) =>
          asDiscordAnswers(command, isGuild),
        );
        state.commands.set(where, registered);
        return { status: 200, body: registered };
      },
    ],
    [
      'POST',
      /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      ([id = '', token = ''], body, url) => {
        const done = interactions.acknowledge(id, token, body);
        if (done.status !== 204 || url.searchParams.get('with_response') !== 'true') return done;
        const kept = interactions.byToken(token);
        return {
          status: 200,
          body: {
            interaction: { id, type: 2 },
            resource: { type: kept?.callback?.type, message: kept?.original && messageJson(kept.original) },
          },
        };
      },
    ],
    [
      'PATCH',
      /^\/webhooks\/\d+\/([^/]+)\/messages\/([^/]+)$/,
      ([token = '', id = ''], body) => interactions.edit(token, id, body),
    ],
    [
      'DELETE',
      /^\/webhooks\/\d+\/([^/]+)\/messages\/([^/]+)$/,
      ([token = '', id = '']) => interactions.remove(token, id),
    ],
    ['POST', /^\/webhooks\/\d+\/([^/]+)$/, ([token = ''], body) => interactions.followUp(token, body)],
    ['POST', /^\/channels\/(\d+)\/typing$/, () => ({ status: 204 })],
    ['POST', /^\/channels\/(\d+)\/messages$/, ([channel = ''], body) => post(channel, body)],
    [
      'PATCH',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([, id = ''], body) => {
        const message = state.messages.find((each) => each.id === id);
        if (!message) return refusal(404, 10008, 'Unknown Message');
        message.body = { ...message.body, ...body };
        return { status: 200, body: messageJson(message) };
      },
    ],
    [
      'GET',
      /^\/channels\/(\d+)\/messages$/,
      ([channel], _body, url) => ({
        status: 200,
        body: state.messages
          .filter(
            (message) =>
              message.channel === channel && BigInt(message.id) > BigInt(url.searchParams.get('after') ?? 0),
          )
          .map(messageJson),
      }),
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/threads$/,
      ([channel = ''], body) => {
        const id = snowflake();
        state.channels.set(id, {
          id,
          type: 11,
          guild_id: ids.guild,
          parent_id: channel,
          owner_id: ids.bot,
          name: body.name,
          applied_tags: body.applied_tags,
        });
        post(id, body.message as Record<string, unknown>);
        return { status: 201, body: state.channels.get(id) };
      },
    ],
    [
      'GET',
      /^\/guilds\/\d+\/threads\/active$/,
      () => ({
        status: 200,
        body: { threads: [...state.channels.values()].filter(({ type }) => type === 11), members: [] },
      }),
    ],
    [
      'GET',
      /^\/guilds\/\d+\/roles$/,
      () => ({
        status: 200,
        body: [{ id: ids.guild, permissions: String(0x400n | 0x800n | 0x10000n | (1n << 38n)) }],
      }),
    ],
    ['GET', /^\/guilds\/\d+\/members\/\d+$/, () => ({ status: 200, body: { roles: [] } })],
    [
      'GET',
      /^\/channels\/(\d+)$/,
      ([id = '']) => {
        const channel = state.channels.get(id);
        return channel ? { status: 200, body: channel } : refusal(404, 10003, 'Unknown Channel');
      },
    ],
    ['POST', /^\/users\/@me\/channels$/, () => ({ status: 200, body: { id: ids.direct, type: 1 } })],
  ];

  function post(channel: string, body: Record<string, unknown>): Answer {
    const known = state.channels.get(channel);
    if (!known) return refusal(404, 10003, 'Unknown Channel');
    if (known.type === 15) return refusal(400, 50008, 'Cannot send messages in a non-text channel');
    const nonce = body.enforce_nonce === true ? `${channel} ${String(body.nonce)}` : undefined;
    const repeated = nonce === undefined ? undefined : state.nonces.get(nonce);
    if (repeated) return { status: 200, body: messageJson(repeated) };
    const reference = body.message_reference as { message_id?: string } | undefined;
    const message: KeptMessage = {
      id: snowflake(),
      channel,
      body,
      isEphemeral: false,
      ...(reference?.message_id ? { answers: reference.message_id } : {}),
    };
    state.messages.push(message);
    if (nonce !== undefined) state.nonces.set(nonce, message);
    return { status: 200, body: messageJson(message) };
  }

  return {
    ...state,
    url: `http://127.0.0.1:${port}/api`,
    gateway,
    interactions,
    trouble: (pattern, troubled, times = 1) => state.troubles.push({ pattern, answer: troubled, times }),
    close: async () => {
      gateway.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function limitProblem(method: string, path: string, body: unknown): string | undefined {
  if (/\/commands$/.test(path) && method === 'PUT') return commandsProblem(body);
  if (/\/messages(\/[^/]+)?$/.test(path) || /^\/webhooks\//.test(path)) return messageProblem(body);
  const callback = body as { type?: unknown; data?: unknown };
  return /\/callback$/.test(path) && callback.type === 4 ? messageProblem(callback.data) : undefined;
}

/** Discord gives commands back with ids, and with defaults in place of what was left out. */
function asDiscordAnswers(command: Record<string, unknown>, isGuild: boolean): Record<string, unknown> {
  const bits = command.default_member_permissions;
  return {
    ...command,
    id: snowflake(),
    application_id: ids.bot,
    version: snowflake(),
    nsfw: false,
    default_member_permissions: bits === null || bits === undefined ? null : String(bits),
    contexts: isGuild ? null : command.contexts,
    integration_types: isGuild ? [0] : command.integration_types,
  };
}

function world(): readonly [string, Record<string, unknown>][] {
  const channel = (id: string, type: number, more = {}): [string, Record<string, unknown>] => [
    id,
    { id, type, guild_id: ids.guild, permission_overwrites: [], ...more },
  ];
  return [
    channel(ids.channel, 0),
    channel(ids.thread, 11, { parent_id: ids.channel, owner_id: ids.user }),
    channel(ids.forum, 15, {
      flags: 16,
      available_tags: [{ id: '500000000000000001', name: 'News', moderated: false }],
    }),
    [ids.direct, { id: ids.direct, type: 1 }],
  ];
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
