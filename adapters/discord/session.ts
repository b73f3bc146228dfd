/** One session with Discord: logged in, listening, until it ends or is ended. */
import { type Client, Events, GatewayDispatchEvents, Status } from 'discord.js';
import type { Logger } from 'pino';
import { inTime } from '../../src/in-time.ts';
import type { AdapterDeps } from '../adapter.ts';
import { createOnce } from '../once.ts';
import { createThreadCheck } from './channels.ts';
import { createClient } from './client.ts';
import type { DiscordConfig } from './config.ts';
import { createConversations } from './events/conversations.ts';
import { handleInteraction } from './events/interactions.ts';
import { handleMessage } from './events/questions.ts';
import { GatewayRefusedError } from './failure.ts';
import type { Serving } from './serving.ts';

/** A session that is logged in. */
export type Session = {
  readonly client: Client<true>;
  readonly serving: Serving;
  /** Whether every shard is connected. */
  readonly isConnected: () => boolean;
  /** Rejects when the gateway will not have the bot any more. */
  readonly ended: Promise<never>;
  /** Stops listening, so that nothing new is begun; answers under way can still be sent. */
  readonly pause: () => void;
  readonly close: () => Promise<void>;
};

/** How long logging in may take in all, in milliseconds: shards identify one after another. */
const LOGIN_MS = 5 * 60 * 1000;

/** Logs in. @throws what discord.js throws, or GatewayRefusedError */
export async function openSession(config: DiscordConfig, deps: AdapterDeps): Promise<Session> {
  const client = createClient(config);
  const ended = Promise.withResolvers<never>();
  // Whoever waits for it hears of it; nobody has to.
  ended.promise.catch(() => undefined);
  client.on(Events.ShardDisconnect, ({ code }) => ended.reject(new GatewayRefusedError(code)));
  client.on(Events.Invalidated, () => ended.reject(new GatewayRefusedError(0)));
  logConnection(client, deps);
  const serving = createServing(client, deps);
  // Before the login: what comes in the moment after it must not be missed.
  client.on(Events.InteractionCreate, (interaction) => handleInteraction(serving, interaction));
  // The event itself and not discord.js's, which needs the channel in memory.
  client.ws.on(GatewayDispatchEvents.MessageCreate, (event: unknown) => handleMessage(serving, event));
  try {
    await Promise.race([logIn(client, config.token), ended.promise]);
  } catch (error) {
    await client.destroy().catch(() => undefined);
    throw error;
  }
  return {
    client,
    serving,
    ended: ended.promise,
    isConnected: () =>
      client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready),
    pause: () => {
      client.removeAllListeners(Events.InteractionCreate);
      client.ws.removeAllListeners(GatewayDispatchEvents.MessageCreate);
    },
    close: () => {
      // The end that is wanted is no loss of the connection.
      client.removeAllListeners(Events.ShardReconnecting);
      return client.destroy();
    },
  };
}

async function logIn(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  const login = client.login(token).then(() => ready);
  const late = `Discord did not finish the login within ${LOGIN_MS / 60_000} minutes`;
  await inTime(Promise.race([login, ready]), LOGIN_MS, late);
}

/** How long Discord may repeat events after a lost connection, in milliseconds; a session is resumed within minutes. */
const REPEATED_MS = 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

function createServing(client: Client<true>, deps: AdapterDeps): Serving {
  const { claim, logger } = deps;
  return {
    deps,
    client,
    once: createOnce({ claim, rememberedMs: REPEATED_MS, logger }),
    onceAnHour: createOnce({ claim, rememberedMs: HOUR_MS, logger }),
    isThread: createThreadCheck(client.rest),
    conversations: createConversations(deps.store('discord-conversations'), (error) =>
      logger.warn({ err: error }, 'the store does not answer; follow-up questions lose their context'),
    ),
    kept: deps.store('discord-buttons'),
    underWay: new Set(),
  };
}

/** The connection's life for the log. An `error` event without a listener would end the process. */
function logConnection(client: Client, { logger, metrics }: AdapterDeps): void {
  const count = (event: string) => metrics.count('discord_gateway', { event });
  client.on(Events.Error, (error) => logger.error({ err: error }, 'discord.js reports an error'));
  client.on(Events.Warn, (warning) => logger.warn({ warning }, 'discord.js warns'));
  client.on(Events.ShardError, (error, shard) => {
    count('error');
    logger.warn(
      { err: error, shard },
      'the connection to Discord had an error; discord.js connects again by itself',
    );
  });
  client.on(Events.ShardReconnecting, (shard) => {
    count('reconnecting');
    logger.warn({ shard }, 'the connection to Discord was lost; discord.js connects again by itself');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    count('resumed');
    logger.info({ shard, replayed }, 'the connection to Discord is back');
  });
  logRefusals(client, logger);
}

function logRefusals({ rest }: Client, logger: Logger): void {
  rest.on('rateLimited', ({ route, timeToReset, global }) =>
    logger.info({ route, waitMs: timeToReset, global }, 'Discord slows the bot down; requests wait'),
  );
  rest.on('invalidRequestWarning', ({ count, remainingTime }) =>
    logger.warn(
      { count, remainingMs: remainingTime },
      'Discord refuses many requests; at 10,000 in ten minutes it bans this address. See the refusals in this log.',
    ),
  );
}
