/** Bolt's app for a configuration: how events come in, whose token answers them, and who listens. */
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  App,
  type Authorize,
  type CustomRoute,
  HTTPReceiver,
  type InstallationStore,
  type Receiver,
  webApi,
} from '@slack/bolt';
import type { SlackConfig } from './config.ts';
import { boltLogger } from './connection/bolt-logger.ts';
import { refuseWhatIsNoEvent } from './connection/event-body.ts';
import { createSocketReceiver, type SocketReceiver } from './connection/socket.ts';
import { listenForHome } from './events/home.ts';
import { listenForRemoval } from './events/lifecycle.ts';
import { listenForModals } from './events/modals.ts';
import { listenForPresses } from './events/press.ts';
import { listenForQuestions } from './events/questions.ts';
import { listenForCommands } from './events/slash.ts';
import { adviseOperator, explainFailure } from './failure.ts';
import type { Handling } from './handling.ts';
import { neededScopes } from './registration/features.ts';
import { EVENTS_PATH } from './registration/manifest.ts';
import { clientOptions } from './web-api.ts';

/** The doors that events and installations come in by. */
export type Doors = {
  readonly app: App;
  readonly socket?: SocketReceiver;
  /** Opens the doors. @throws Error such as EADDRINUSE */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What the app is built from. */
export type DoorsOptions = {
  readonly config: SlackConfig;
  readonly handling: Handling;
  /** Where installations are kept; needed for OAuth. */
  readonly installations?: InstallationStore;
  /** Tells who the bot is, for the one workspace of a token. */
  readonly authorize: Authorize<boolean>;
};

/** Builds the app with all its listeners. Nothing is opened yet. */
export function createDoors(options: DoorsOptions): Doors {
  const { config, handling } = options;
  const { logger, metrics } = handling.deps;
  const web = createWebReceiver(options);
  const socket =
    config.transport.kind === 'socket'
      ? createSocketReceiver({
          ...config.transport,
          clientOptions: clientOptions(config.apiUrl, logger),
          logger,
          metrics,
        })
      : undefined;
  const receiver: Receiver | undefined = socket ?? web;
  if (!receiver) throw new Error('Slack has neither a socket nor a port to listen on');
  const app = new App({
    receiver,
    // A receiver with an installer authorizes by itself, and Bolt refuses a second way.
    ...(receiver === web && web.installer
      ? {}
      : { authorize: web?.installer?.authorize ?? options.authorize }),
    logger: boltLogger(logger),
    clientOptions: clientOptions(config.apiUrl, logger),
    convoStore: false,
  });
  listen(app, handling);
  let server: Server | undefined;
  return {
    app,
    ...(socket ? { socket } : {}),
    open: async () => {
      server = await web?.start(config.port, { requestTimeout: REQUEST_MS });
      await socket?.start();
    },
    close: async () => {
      const closing = Promise.allSettled([socket?.stop(), web?.stop()]);
      await Promise.race([closing, sleep(CLOSE_MS, undefined, { ref: false })]);
      server?.closeAllConnections();
      await closing;
    },
  };
}

/** Slack waits three seconds for an answer: who takes much longer to ask is not Slack. */
const REQUEST_MS = 10_000;
/** How long a stop waits for requests that are coming in, in milliseconds. */
const CLOSE_MS = 1000;

function listen(app: App, handling: Handling): void {
  listenForQuestions(app, handling);
  listenForCommands(app, handling);
  listenForPresses(app, handling);
  listenForModals(app, handling);
  listenForHome(app, handling);
  listenForRemoval(app, handling);
  app.error(async (error) => {
    const { name, code } = error;
    handling.deps.metrics.count('slack_bolt_errors', { code: String(code) });
    const advice = error.original instanceof Error ? error.original.message : adviceFor(error);
    handling.deps.logger.error({ name, code }, `a Slack event was not handled: ${advice}`);
  });
}

function adviceFor(error: Error): string {
  return error instanceof webApi.SlackError ? adviseOperator(explainFailure(error)) : error.message;
}

/** The HTTP side: signed events in HTTP mode, the installation pages with OAuth, nothing otherwise. */
function createWebReceiver({ config, handling, installations }: DoorsOptions): HTTPReceiver | undefined {
  const { transport, access, apiUrl, port } = config;
  if (transport.kind === 'socket' && access.kind === 'token') return undefined;
  const signing =
    transport.kind === 'http'
      ? { signingSecret: transport.signingSecret, endpoints: [EVENTS_PATH] }
      : // Beside a socket the port serves the installation pages alone, and takes no events.
        { signingSecret: '', signatureVerification: false, endpoints: [] };
  const receiver = new HTTPReceiver({
    ...signing,
    port,
    logger: boltLogger(handling.deps.logger),
    customRoutes: [healthRoute],
    ...(access.kind === 'oauth' && installations
      ? {
          clientId: access.clientId,
          clientSecret: access.clientSecret,
          stateSecret: access.stateSecret,
          installationStore: installations,
          scopes: [...neededScopes()],
          installerOptions: {
            ...installerUrls(apiUrl),
            clientOptions: clientOptions(apiUrl, handling.deps.logger),
          },
        }
      : {}),
  });
  return transport.kind === 'http' ? refuseWhatIsNoEvent(receiver) : receiver;
}

/** For the load balancer in front of HTTP mode. */
const healthRoute: CustomRoute = {
  path: '/healthz',
  method: 'GET',
  handler: (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end('ok');
  },
};

/** Where the API is not Slack's own, neither is the page on which a workspace agrees. */
function installerUrls(apiUrl: string): { readonly authorizationUrl?: string } {
  const { origin, hostname } = new URL(apiUrl);
  return hostname === 'slack.com' ? {} : { authorizationUrl: `${origin}/oauth/v2/authorize` };
}
