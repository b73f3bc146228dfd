/** Starts Slack and keeps trying where that fails. */

import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Env } from '../../src/config.ts';
import type { AdapterDeps, RunningAdapter } from '../adapter.ts';
import { createOnce } from '../once.ts';
import { createIdentity, type IdentitySource } from './access/identity.ts';
import { createInstallations, type Installations } from './access/installations.ts';
import { createTokenBox } from './access/token-box.ts';
import { createDoors, type Doors } from './app.ts';
import { readSlackConfig, type SlackConfig } from './config.ts';
import { backoffMs } from './connection/backoff.ts';
import type { Handling } from './handling.ts';
import { createPeople } from './people.ts';
import { type ApiOf, createDigestPoster } from './posting/digest-poster.ts';
import { createThreads } from './threads.ts';
import { clientOptions, createSlackApi, type SlackApi } from './web-api.ts';

/**
 * Starts Slack as the environment says. Resolves after the first attempt, whatever came of it: what fails is logged
 * with what to do, and tried again. @throws SettingsError when the settings cannot be used.
 */
export async function startSlack(env: Env, deps: AdapterDeps): Promise<RunningAdapter> {
  return startSlackWith(readSlackConfig(env), deps);
}

/** The same for settings that have been read. */
export async function startSlackWith(config: SlackConfig, deps: AdapterDeps): Promise<RunningAdapter> {
  const access = createAccess(config, deps);
  const handling: Handling = {
    deps,
    once: createOnce({ claim: deps.claim, rememberedMs: REPEATED_MS, logger: deps.logger }),
    people: createPeople(),
    threads: createThreads(deps.store('slack-threads'), deps.logger),
    managers: config.digestManagers,
    forgetWorkspace: access.forget,
    underWay: new Set(),
  };
  const doors = createDoors({
    config,
    handling,
    authorize: access.identity.authorize,
    ...(access.installations ? { installations: access.installations } : {}),
  });
  const opening = await keepOpening(doors, { check: access.check, deps });
  return {
    platform: 'slack',
    status: () => statusOf(doors, opening),
    poster: createDigestPoster(access.apiOf),
    stop: async () => {
      opening.stop();
      await doors.close();
      await Promise.race([
        Promise.allSettled([...handling.underWay]),
        sleep(STOP_MS, undefined, { ref: false }),
      ]);
    },
  };
}

/** Slack repeats an event for up to 24 hours where delayed events are on; milliseconds. */
const REPEATED_MS = 25 * 60 * 60 * 1000;

/** How long a stop waits for answers under way, in milliseconds. */
const STOP_MS = 5000;

/** Whose tokens there are. */
type Access = {
  readonly identity: IdentitySource;
  readonly installations?: Installations;
  /** @throws IdentityError when the token cannot be used. */
  readonly check: () => Promise<unknown>;
  readonly apiOf: ApiOf;
  readonly forget: (team: string) => Promise<void>;
};

function createAccess(config: SlackConfig, deps: AdapterDeps): Access {
  const { access, apiUrl } = config;
  const botToken = access.kind === 'token' ? access.botToken : '';
  const identity = createIdentity(botToken, { apiUrl, logger: deps.logger, metrics: deps.metrics });
  const apiWith = apiCache(config, deps);
  if (access.kind === 'token')
    return {
      identity,
      check: identity.check,
      apiOf: () => Promise.resolve(apiWith(botToken)),
      forget: () => Promise.resolve(),
    };
  const installations = createInstallations(
    deps.store('slack-installations'),
    createTokenBox(access.tokenKey),
  );
  return {
    identity,
    installations,
    check: () => Promise.resolve(),
    apiOf: async (workspace) => apiWith(await installations.botToken(workspace ?? '')),
    forget: installations.forget,
  };
}

/** One client a token: each keeps its own queue. */
function apiCache({ apiUrl }: SlackConfig, { logger, metrics }: AdapterDeps): (token: string) => SlackApi {
  const apis = new Map<string, SlackApi>();
  return (token) => {
    const api =
      apis.get(token) ??
      createSlackApi(new webApi.WebClient(token, clientOptions(apiUrl, logger)), { logger, metrics });
    apis.set(token, api);
    return api;
  };
}

type Opening = { state: 'starting' | 'up' | 'down'; detail?: string; readonly stop: () => void };

/** Opens the doors once the token is known to work; after a failure again and again, each time a little later. */
async function keepOpening(
  doors: Doors,
  { check, deps }: { readonly check: () => Promise<unknown>; readonly deps: AdapterDeps },
): Promise<Opening> {
  const stopped = new AbortController();
  const opening: Opening = { state: 'starting', stop: () => stopped.abort() };
  const attempt = async (failures: number): Promise<void> => {
    if (stopped.signal.aborted) return;
    try {
      await check();
      await doors.open();
      opening.state = 'up';
      delete opening.detail;
      deps.logger.info('Slack is being served');
    } catch (error) {
      const waitMs = backoffMs(failures + 1);
      opening.state = 'down';
      opening.detail = error instanceof Error ? error.message : 'unknown error';
      deps.logger.error({ waitMs }, `Slack could not be started and is tried again: ${opening.detail}`);
      sleep(waitMs, undefined, { signal: stopped.signal }).then(
        () => attempt(failures + 1),
        () => undefined,
      );
    }
  };
  await attempt(0);
  return opening;
}

function statusOf({ socket }: Doors, { state, detail }: Opening): ReturnType<RunningAdapter['status']> {
  if (state !== 'up' || !socket) return { state, ...(detail ? { detail } : {}) };
  const trouble = socket.trouble();
  return socket.isOpen()
    ? { state: 'up' }
    : { state: 'down', detail: trouble ?? 'the socket is being opened' };
}
