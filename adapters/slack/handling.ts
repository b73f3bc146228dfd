/** What every listener works with, and the context that commands are run in. */
import type { App, webApi } from '@slack/bolt';
import type { CommandContext } from '../../commands/command.ts';
import type { AdapterDeps } from '../adapter.ts';
import type { Once } from '../once.ts';
import type { People } from './people.ts';
import { commandNames } from './registration/command-names.ts';
import { type Threads, threadKey } from './threads.ts';
import { createSlackApi, type SlackApi } from './web-api.ts';

/** What answering events takes. */
export type Handling = {
  readonly deps: AdapterDeps;
  readonly once: Once;
  readonly people: People;
  readonly threads: Threads;
  /** User ids that may manage digests beside the workspace's admins and owners. */
  readonly managers: ReadonlySet<string>;
  /** Forgets a workspace that has removed the app. */
  readonly forgetWorkspace: (team: string) => Promise<void>;
  /** What is being answered just now; a stop waits for it. */
  readonly underWay: Set<Promise<void>>;
};

/** Who asks, where. */
export type Asker = {
  readonly api: SlackApi;
  readonly team: string;
  readonly user: string;
  readonly channel: string;
  /** `ts` of the thread; absent outside of threads. */
  readonly thread?: string;
};

/** The workspace of an event: Bolt's own word for it, the organisation's where the app is installed for all of it, else the event's. */
export function teamOf(
  { teamId, enterpriseId }: { readonly teamId?: string; readonly enterpriseId?: string },
  told = '',
): string {
  return teamId ?? enterpriseId ?? told;
}

/** The typed calls for the client that Bolt chose for a workspace. */
export function apiFor(client: webApi.WebClient, { deps }: Handling): SlackApi {
  return createSlackApi(client, { logger: deps.logger, metrics: deps.metrics });
}

/** What a command gets to know of who asks and where. Never rejects. */
export async function contextFor(handling: Handling, asker: Asker): Promise<CommandContext> {
  const { api, team, user, channel, thread } = asker;
  const person = await handling.people(api, team, user);
  return {
    platform: 'slack',
    commandNames,
    user,
    channel,
    workspace: team,
    locale: person.locale,
    canManage: person.isAdmin || handling.managers.has(user),
    ...(person.zone ? { zone: person.zone } : {}),
    ...(thread ? { thread: threadKey({ team, channel, thread }) } : {}),
  };
}

/**
 * Runs a listener's work so that nothing of it can reach Bolt: what is thrown is logged without the event, which
 * holds what people wrote. Never rejects.
 */
export async function guarded(handling: Handling, what: string, work: () => Promise<void>): Promise<void> {
  const running = timed(handling, what, work);
  handling.underWay.add(running);
  await running;
  handling.underWay.delete(running);
}

async function timed({ deps }: Handling, what: string, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  try {
    await work();
  } catch (error) {
    deps.metrics.count('slack_listener_failures', { what });
    deps.logger.error({ err: error, what }, 'a Slack event could not be answered; please report this');
  } finally {
    deps.metrics.time('slack_listener', performance.now() - began, { what });
  }
}

/** Bolt's app, whatever its custom context. */
export type SlackApp = App;
