/** A loopback Discord: REST and gateway, as strict as the real one. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { createGateway, type Gateway } from './gateway.ts';
import { TOKEN } from './ids.ts';
import { type Answer, createInteractions, type Interactions, refusal } from './interactions.ts';
import { type Call, createRoutes } from './routes.ts';
import { commandsProblem, messageProblem } from './rules.ts';
import { createBodyCheck } from './schema.ts';
import { createState, type State, type TroubledAnswer } from './state.ts';

export type LoopbackDiscord = Pick<State, 'requests' | 'messages' | 'commands' | 'channels'> & {
  /** What DISCORD_API_URL is set to. */
  readonly url: string;
  readonly gateway: Gateway;
  readonly interactions: Interactions;
  /** What was refused for its schema or a limit; empty at the end of a good test. */
  readonly problems: readonly string[];
  /** Answers the next requests whose "METHOD /path" matches in this way. */
  readonly trouble: (pattern: RegExp, answer: TroubledAnswer, times?: number) => void;
  readonly close: () => Promise<void>;
};

export type LoopbackOptions = {
  /** Shards that `/gateway/bot` recommends. */
  readonly shards?: number;
  readonly heartbeatMs?: number;
  /** How long an acknowledgement is waited for, in milliseconds. */
  readonly ackMs?: number;
  /** False skips the checks of bodies, so that a benchmark measures the client. */
  readonly checks?: boolean;
};

/** Starts a loopback Discord on a free port. */
export async function startLoopbackDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const { shards = 1, heartbeatMs = 45_000, ackMs = 3000, checks = true } = options;
  const state = createState();
  const interactions = createInteractions(ackMs);
  const http = createServer();
  const socketUrl = `ws://127.0.0.1:${await listen(http)}`;
  const gateway = createGateway(() => socketUrl, heartbeatMs);
  const session = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 };
  const gatewayInfo = () => ({ url: socketUrl, shards, session_start_limit: session });
  const answer = checked(createRoutes({ state, interactions, gatewayInfo }), { state, checks });
  http.on('request', (request, response) => {
    handle(request, response, { state, answer }).catch((error: unknown) => {
      state.problems.push(String(error));
      response.writeHead(500).end();
    });
  });
  http.on('upgrade', (request, socket, head) =>
    gateway.server.handleUpgrade(request, socket, head, (client) =>
      gateway.server.emit('connection', client, request),
    ),
  );
  return {
    ...state,
    url: `${socketUrl.replace('ws', 'http')}/api`,
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

async function listen(http: Server): Promise<number> {
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (typeof address !== 'object' || address === null) throw new Error('the loopback Discord has no port');
  return address.port;
}

type AnswerCall = (call: Call, authorization: string | undefined) => Answer;

const checkBody = createBodyCheck();

/** Refuses what Discord refuses before it looks at the route: a wrong token, a malformed body. */
function checked(
  answer: (call: Call) => Answer,
  { state, checks }: { readonly state: State; readonly checks: boolean },
): AnswerCall {
  return (call, authorization) => {
    const { method, path, body } = call;
    // The token of an interaction stands in its path.
    const needsToken = !/^\/(interactions|webhooks)\//.test(path);
    if (needsToken && authorization !== `Bot ${TOKEN}`) return refusal(401, 0, '401: Unauthorized');
    if (!checks || body === undefined) return answer(call);
    const problem = checkBody(method, path, body) ?? limitProblem(call);
    if (problem === undefined) return answer(call);
    state.problems.push(problem);
    return refusal(400, 50035, `Invalid Form Body: ${problem}`);
  };
}

const callbackSchema = z.object({ type: z.number(), data: z.unknown() });

function limitProblem({ method, path, body }: Call): string | undefined {
  if (/\/commands$/.test(path) && method === 'PUT') return commandsProblem(body);
  if (/\/messages(\/[^/]+)?$/.test(path) || /^\/webhooks\//.test(path)) return messageProblem(body);
  const callback = path.endsWith('/callback') ? callbackSchema.safeParse(body).data : undefined;
  return callback?.type === 4 ? messageProblem(callback.data) : undefined;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { state, answer }: { readonly state: State; readonly answer: AnswerCall },
): Promise<void> {
  const { method = 'GET', headers } = request;
  const url = new URL(request.url ?? '/', 'http://loopback');
  const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, '');
  const text = await readAll(request);
  const call: Call = { method, path, url, body: text === '' ? undefined : JSON.parse(text) };
  const trouble = takeTrouble(state, call);
  const done = trouble && !trouble.afterDoing ? trouble : answer(call, headers.authorization);
  const { status, body } = trouble ?? done;
  state.requests.push({ method, path, body: call.body, status, at: performance.now() });
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...PLENTY_LEFT,
    ...trouble?.headers,
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

const PLENTY_LEFT = {
  'x-ratelimit-limit': '1000',
  'x-ratelimit-remaining': '999',
  'x-ratelimit-reset-after': '1',
  'x-ratelimit-bucket': 'loopback',
};

function takeTrouble({ troubles }: State, { method, path }: Call): TroubledAnswer | undefined {
  const trouble = troubles.find(({ pattern, times }) => times > 0 && pattern.test(`${method} ${path}`));
  if (trouble) trouble.times -= 1;
  return trouble?.answer;
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
