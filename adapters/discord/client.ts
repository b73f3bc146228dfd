/** The discord.js client: what it listens to, what it keeps in memory, how it sends. */
import { Client, DefaultRestOptions, GatewayIntentBits, Options } from 'discord.js';
import { withinBudget } from './budget.ts';
import type { DiscordConfig } from './config.ts';

/**
 * Neither intent is privileged. Slash commands need none; Guild Messages brings mentions, with their text. Guilds is
 * left out on purpose: it would keep every channel, role and thread of every server in memory, and nothing here asks
 * for them.
 */
const INTENTS = [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/**
 * A client for the configuration; it is not logged in. Its memory is flat: nothing is cached but the bot's own user
 * and the ids of its servers, so there is nothing to sweep but the REST queues, of which every interaction that gets
 * a second message leaves one behind.
 */
export function createClient({ apiUrl, apiVersion, shards }: DiscordConfig): Client<true> {
  return new Client({
    intents: INTENTS,
    // All shards in this process: they share one index of the knowledge files, and wait for events most of the time.
    ...(shards === 'auto'
      ? { shards: 'auto' }
      : { shards: Array.from({ length: shards }, (_, id) => id), shardCount: shards }),
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits(NOTHING_KEPT),
    sweepers: {},
    rest: {
      api: apiUrl,
      version: apiVersion,
      timeout: 15_000,
      retries: 2,
      handlerSweepInterval: 60_000,
      makeRequest: withinBudget(DefaultRestOptions.makeRequest),
      userAgentAppendix: 'Briefdesk',
    },
  });
}

const NOTHING_KEPT = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
} as const;
