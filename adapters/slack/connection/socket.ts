/**
 * Socket Mode that does not go deaf: opens the socket, and opens the next one when Slack asks for it, when the
 * connection breaks, and when nothing has been heard for too long.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import { inTime } from '../../../src/in-time.ts';
import type { Metrics } from '../../../src/metrics.ts';
import { adviseOperator, explainFailure } from '../failure.ts';
import { backoffMs } from './backoff.ts';
import { boltLogger } from './bolt-logger.ts';

/** What opening sockets takes. */
export type SocketOptions = {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  /** A socket that brings no message for this long is replaced, in milliseconds. */
  readonly silenceMs: number;
  /** How long the opening may take up to Slack's hello, in milliseconds; 15 s unless told. */
  readonly helloMs?: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
};

/** Bolt's receiver over sockets that follow each other. */
export type SocketReceiver = Receiver & {
  /** Makes the first attempt; what fails is tried again behind it. Never rejects. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly isOpen: () => boolean;
  /** What keeps the socket from opening, for /healthz. */
  readonly trouble: () => string | undefined;
};

/** A connection that was closed sooner than this was no connection: the next attempt waits. */
const SETTLED_MS = 10_000;

/** How long Slack may take to say hello, unless told. */
const HELLO_MS = 15_000;

type Line = { readonly receiver: SocketModeReceiver; readonly openedAt: number; heardAt: number };

type State = {
  app?: App;
  line?: Line;
  failures: number;
  trouble?: string | undefined;
  readonly stop: AbortController;
  opening?: Promise<void> | undefined;
};

/**
 * Bolt's own reconnecting is off: where the network is away for a moment, it ends in a rejection that nobody can
 * catch (SocketModeClient restarts itself from a timer), and it does not notice a socket that only stays open.
 */
export function createSocketReceiver(options: SocketOptions): SocketReceiver {
  const state: State = { failures: 0, stop: new AbortController() };
  const watch = setInterval(() => void checkSilence(state, options), Math.max(250, options.silenceMs / 10));
  watch.unref();
  return {
    init: (app) => {
      state.app = app;
    },
    start: () => reopen(state, options),
    stop: async () => {
      state.stop.abort();
      clearInterval(watch);
      hangUp(state.line);
      delete state.line;
    },
    isOpen: () => state.line !== undefined,
    trouble: () => state.trouble,
  };
}

/** One opening at a time. Resolves after one attempt; further ones follow by themselves. */
function reopen(state: State, options: SocketOptions): Promise<void> {
  state.opening ??= attempt(state, options).finally(() => {
    state.opening = undefined;
  });
  return state.opening;
}

async function attempt(state: State, options: SocketOptions): Promise<void> {
  if (state.stop.signal.aborted) return;
  try {
    const before = state.line;
    state.line = await openLine(state, options);
    state.trouble = undefined;
    options.metrics.count('slack_sockets_opened');
    hangUp(before);
    if (state.stop.signal.aborted) hangUp(state.line);
  } catch (error) {
    const failure = explainFailure(error);
    state.failures += 1;
    state.trouble = adviseOperator(failure);
    const waitMs = failure.kind === 'rate-limited' ? failure.retryAfterMs : backoffMs(state.failures);
    options.logger.error({ kind: failure.kind, waitMs }, `no socket to Slack: ${state.trouble}`);
    reopenLater(state, options, waitMs);
  }
}

function reopenLater(state: State, options: SocketOptions, waitMs: number): void {
  sleep(waitMs, undefined, { signal: state.stop.signal }).then(
    () => reopen(state, options),
    () => undefined,
  );
}

async function openLine(state: State, options: SocketOptions): Promise<Line> {
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(options.logger),
    installerOptions: { clientOptions: { ...options.clientOptions } },
  });
  if (state.app) receiver.init(state.app);
  const line: Line = { receiver, openedAt: Date.now(), heardAt: Date.now() };
  receiver.client.on('ws_message', () => {
    line.heardAt = Date.now();
  });
  receiver.client.on('disconnected', () => {
    if (state.line === line) lineClosed(state, options);
  });
  await greeted(receiver, options.helloMs ?? HELLO_MS);
  return line;
}

/** Slack's hello may never come; the half-open socket is then given up. */
async function greeted(receiver: SocketModeReceiver, ms: number): Promise<void> {
  try {
    await inTime(receiver.start(), ms, `Slack did not say hello within ${ms} ms`);
  } catch (error) {
    hangUp({ receiver });
    throw error;
  }
}

/** Slack asked for a new connection, or the network dropped this one. */
function lineClosed(state: State, options: SocketOptions): void {
  const lived = Date.now() - (state.line?.openedAt ?? 0);
  delete state.line;
  if (state.stop.signal.aborted) return;
  if (lived >= SETTLED_MS) state.failures = 0;
  const waitMs = state.failures === 0 ? 0 : backoffMs(state.failures);
  state.failures += 1;
  options.logger.info({ livedMs: lived, waitMs }, 'the socket to Slack was closed; opening the next');
  reopenLater(state, options, waitMs);
}

/** A quiet workspace looks the same as a deaf socket, so the new one is open before the old one is closed. */
async function checkSilence(state: State, options: SocketOptions): Promise<void> {
  const { line } = state;
  if (!line || state.stop.signal.aborted || state.opening) return;
  const silentMs = Date.now() - line.heardAt;
  if (silentMs < options.silenceMs) return;
  options.metrics.count('slack_sockets_silent');
  options.logger.info({ silentMs }, 'nothing heard from Slack for long; replacing the socket');
  state.failures = 0;
  await reopen(state, options);
}

function hangUp(line: Pick<Line, 'receiver'> | undefined): void {
  void line?.receiver.stop().catch(() => undefined);
}
