/** The Web API methods that this app uses, each with the scope that it needs and the care that a repeat takes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Metrics } from '../../src/metrics.ts';
import { boltLogger } from './connection/bolt-logger.ts';
import { adviseOperator, explainFailure, type SlackFailure } from './failure.ts';

type WebClient = webApi.WebClient;

/**
 * Every method that is called, with the bot scopes that Slack wants for it; the app manifest asks for these. The
 * history scopes of conversations.history are those of the message events.
 */
export const methodScopes = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.startStream': ['chat:write'],
  'chat.appendStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.history': ['channels:history', 'groups:history'],
} as const;

/** What came of a call. */
export type Called<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: SlackFailure };

/** How long a call may take, and where its trouble is told. */
export type CallOptions = {
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Longest wait for a rate limit before the call is given up, in milliseconds; 30 s unless told. */
  readonly patienceMs?: number;
  /** Aborts waiting, not the request. */
  readonly signal?: AbortSignal;
};

/** Milliseconds between the attempts after a connection failed. */
const RETRY_GAPS_MS = [250, 1000, 3000] as const;

/** Options of every WebClient: repeats are this file's to decide, since a repeated post is a doubled answer. */
export function clientOptions(apiUrl: string, logger: Logger): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    logger: boltLogger(logger),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 20_000,
  };
}

/**
 * Calls Slack. Never rejects. Waits where Slack asks for patience, and tries again where the connection failed and
 * a repeat cannot do anything twice: where the request was never sent, or where the method says the same twice.
 */
async function callSlack<T>(
  method: keyof typeof methodScopes,
  call: () => Promise<T>,
  { logger, metrics, patienceMs = 30_000, signal }: CallOptions,
): Promise<Called<T>> {
  const deadline = Date.now() + patienceMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return { ok: true, value: await call() };
    } catch (error) {
      const failure = explainFailure(error);
      metrics.count('slack_call_failures', { method, kind: failure.kind });
      const waitMs = waitFor(failure, attempt, !onceOnly.has(method));
      if (waitMs === undefined || Date.now() + waitMs > deadline || signal?.aborted) {
        logger.warn({ method, kind: failure.kind }, adviseOperator(failure));
        return { ok: false, failure };
      }
      await sleep(waitMs, undefined, signal ? { signal } : {}).catch(() => undefined);
    }
  }
}

/** Methods that show something new each time. */
const onceOnly: ReadonlySet<string> = new Set<keyof typeof methodScopes>([
  'chat.postMessage',
  'chat.postEphemeral',
  'chat.startStream',
  'chat.appendStream',
  'chat.stopStream',
  'views.open',
]);

function waitFor(failure: SlackFailure, attempt: number, repeatable: boolean): number | undefined {
  if (failure.kind === 'rate-limited') return failure.retryAfterMs;
  if (failure.kind !== 'unreachable' || (failure.maybeDone && !repeatable)) return undefined;
  return RETRY_GAPS_MS[attempt];
}

/** The calls of this app for one workspace's client. None rejects. */
export type SlackApi = ReturnType<typeof createSlackApi>;

/** Binds the methods to a client. */
export function createSlackApi(client: WebClient, options: CallOptions) {
  const { chat, users, views, conversations, assistant, auth } = client;
  const bind =
    <Arguments, Result>(method: keyof typeof methodScopes, call: (args: Arguments) => Promise<Result>) =>
    (args: Arguments, more?: Partial<CallOptions>) =>
      callSlack(method, () => call(args), { ...options, ...more });
  return {
    authTest: () => callSlack('auth.test', () => auth.test(), options),
    postMessage: bind('chat.postMessage', (args: Parameters<typeof chat.postMessage>[0]) =>
      chat.postMessage(args),
    ),
    postEphemeral: bind('chat.postEphemeral', (args: Parameters<typeof chat.postEphemeral>[0]) =>
      chat.postEphemeral(args),
    ),
    update: bind('chat.update', (args: Parameters<typeof chat.update>[0]) => chat.update(args)),
    remove: bind('chat.delete', (args: Parameters<typeof chat.delete>[0]) => chat.delete(args)),
    startStream: bind('chat.startStream', (args: Parameters<typeof chat.startStream>[0]) =>
      chat.startStream(args),
    ),
    appendStream: bind('chat.appendStream', (args: Parameters<typeof chat.appendStream>[0]) =>
      chat.appendStream(args),
    ),
    stopStream: bind('chat.stopStream', (args: Parameters<typeof chat.stopStream>[0]) =>
      chat.stopStream(args),
    ),
    setStatus: bind(
      'assistant.threads.setStatus',
      (args: Parameters<typeof assistant.threads.setStatus>[0]) => assistant.threads.setStatus(args),
    ),
    setPrompts: bind(
      'assistant.threads.setSuggestedPrompts',
      (args: Parameters<typeof assistant.threads.setSuggestedPrompts>[0]) =>
        assistant.threads.setSuggestedPrompts(args),
    ),
    userInfo: bind('users.info', (args: Parameters<typeof users.info>[0]) => users.info(args)),
    openView: bind('views.open', (args: Parameters<typeof views.open>[0]) => views.open(args)),
    publishView: bind('views.publish', (args: Parameters<typeof views.publish>[0]) => views.publish(args)),
    channelInfo: bind('conversations.info', (args: Parameters<typeof conversations.info>[0]) =>
      conversations.info(args),
    ),
    history: bind('conversations.history', (args: Parameters<typeof conversations.history>[0]) =>
      conversations.history(args),
    ),
  };
}
