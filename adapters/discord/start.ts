/** Starts Discord and keeps trying where that fails. */

import { setTimeout as sleep } from 'node:timers/promises';
import { backoff } from '../../src/backoff.ts';
import type { Env } from '../../src/config.ts';
import type { AdapterDeps, RunningAdapter } from '../adapter.ts';
import { type DiscordConfig, readDiscordConfig } from './config.ts';
import { explain } from './failure.ts';
import { createDigestPoster } from './posting/digest-poster.ts';
import { inviteLink, userInstallLink } from './registration/invite-links.ts';
import { registerCommands } from './registration/register.ts';
import { openSession, type Session } from './session.ts';

/**
 * Starts Discord as the environment says. Resolves after the first attempt, whatever came of it: what fails is logged
 * with what to do, and tried again. @throws SettingsError when the settings cannot be used.
 */
export async function startDiscord(env: Env, deps: AdapterDeps): Promise<RunningAdapter> {
  return startDiscordWith(readDiscordConfig(env), deps);
}

/** How long the first attempt is waited for, in milliseconds. It goes on afterwards. */
const FIRST_ATTEMPT_MS = 15_000;

/** The state of the adapter; `session` is absent while there is none. */
type Running = {
  session: Session | undefined;
  detail: string | undefined;
  readonly stopped: AbortController;
};

/** The same for settings that have been read. */
export async function startDiscordWith(config: DiscordConfig, deps: AdapterDeps): Promise<RunningAdapter> {
  const running: Running = { session: undefined, detail: undefined, stopped: new AbortController() };
  // A gateway that does not answer must not keep the other platforms waiting.
  await Promise.race([
    attempt(running, { config, deps, failures: 0 }),
    sleep(FIRST_ATTEMPT_MS, undefined, { ref: false }),
  ]);
  return {
    platform: 'discord',
    status: () => statusOf(running),
    poster: createDigestPoster(() => running.session?.serving),
    stop: () => stop(running),
  };
}

function statusOf({ session, detail }: Running): ReturnType<RunningAdapter['status']> {
  if (!session) return detail ? { state: 'down', detail } : { state: 'starting' };
  if (!session.isConnected())
    return { state: 'down', detail: 'a connection to Discord is being opened again' };
  return detail ? { state: 'up', detail } : { state: 'up' };
}

/** How long a stop waits for answers under way, in milliseconds. */
const STOP_MS = 5000;

async function stop({ stopped, session }: Running): Promise<void> {
  stopped.abort();
  if (!session) return;
  session.pause();
  await Promise.race([
    Promise.allSettled([...session.serving.underWay]),
    sleep(STOP_MS, undefined, { ref: false }),
  ]);
  await session.close();
}

type Attempt = { readonly config: DiscordConfig; readonly deps: AdapterDeps; readonly failures: number };

async function attempt(running: Running, { config, deps, failures }: Attempt): Promise<void> {
  if (running.stopped.signal.aborted) return;
  try {
    const session = await openSession(config, deps);
    running.session = session;
    running.detail = undefined;
    logLinks(session, deps);
    session.ended.catch((error: unknown) => again(running, error, { config, deps, failures: 0 }));
    void register(running, { config, deps, failures: 0 });
  } catch (error) {
    again(running, error, { config, deps, failures });
  }
}

function logLinks({ client }: Session, { logger }: AdapterDeps): void {
  const { id } = client.application;
  logger.info(
    { shards: client.ws.shards.size },
    `Discord is being served; take the bot into a server: ${inviteLink(id)}`,
  );
  logger.info(`To bring the commands along to every server and direct message: ${userInstallLink(id)}`);
}

/** Tries again after a while, a longer one each time. */
function again(running: Running, error: unknown, { config, deps, failures }: Attempt): void {
  if (running.stopped.signal.aborted) return;
  const { kind, code, advice } = explain(error);
  const waitMs = waitAfter(failures + 1);
  running.detail = advice;
  deps.metrics.count('discord_failures', { kind, event: 'start' });
  deps.logger.error(
    { kind, code, waitMs, ...(kind === 'unknown' ? { err: error } : {}) },
    `Discord could not be served and is tried again: ${advice}`,
  );
  const { session } = running;
  running.session = undefined;
  session?.close().catch(() => undefined);
  later(running, waitMs, () => attempt(running, { config, deps, failures: failures + 1 }));
}

/** Registers the commands; what is registered already goes on working when that fails. */
async function register(running: Running, { config, deps, failures }: Attempt): Promise<void> {
  const { session } = running;
  if (!session) return;
  const { rest, application } = session.client;
  try {
    const outcome = await registerCommands(
      { rest, applicationId: application.id, guildId: config.guildId },
      deps.commands,
    );
    running.detail = undefined;
    deps.logger.info({ outcome, guild: config.guildId ?? 'all' }, 'the slash commands are in place');
  } catch (error) {
    const { kind, code, advice } = explain(error);
    const waitMs = waitAfter(failures + 1);
    running.detail = 'the slash commands could not be registered';
    const where = kind === 'forbidden' && config.guildId ? registrationAdvice : advice;
    deps.logger.error({ kind, code, waitMs }, `The slash commands could not be registered: ${where}`);
    later(running, waitMs, () => register(running, { config, deps, failures: failures + 1 }));
  }
}

const registrationAdvice =
  'Discord does not let the bot register commands in the server of DISCORD_GUILD_ID. See that the id is right, and invite the bot there with the link that was logged.';

function later({ stopped }: Running, waitMs: number, work: () => Promise<void>): void {
  sleep(waitMs, undefined, { signal: stopped.signal }).then(work, () => undefined);
}

/**
 * Each start that fails after the login costs one of the thousand logins that Discord allows in a day; with waits of two
 * and a half minutes on average they last for ever.
 */
const waitAfter = (failures: number) => backoff(failures, { random: Math.random });
