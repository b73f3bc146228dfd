/** Discord's settings, from the environment. */
import { z } from 'zod';
import { type Env, parseSettings } from '../../src/config.ts';

const schema = z.object({
  DISCORD_TOKEN: z.string().transform((token) => token.trim().replace(/^Bot\s+/i, '')),
  DISCORD_GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'write the server id: digits only, from "Copy Server ID" in Discord')
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'write a web address, such as https://discord.com/api' })
    .default('https://discord.com/api'),
  DISCORD_SHARDS: z
    .union([z.literal('auto'), z.coerce.number().int().min(1).max(10_000)], {
      error: 'write auto, or a number of shards from 1',
    })
    .default('auto'),
});

/** Discord's settings, read. */
export type DiscordConfig = {
  readonly token: string;
  /** Commands are registered in this server alone, where they change at once; in all where it is absent. */
  readonly guildId: string | undefined;
  /** REST base without the version; the gateway's address comes from `/gateway/bot` under it. */
  readonly apiUrl: string;
  readonly apiVersion: string;
  readonly shards: 'auto' | number;
};

/** Whether the environment asks for Discord. */
export function isDiscordConfigured(env: Env): boolean {
  return Boolean(env.DISCORD_TOKEN);
}

/** Reads the settings. @throws SettingsError */
export function readDiscordConfig(env: Env): DiscordConfig {
  const settings = parseSettings(schema, env);
  const [, apiUrl = settings.DISCORD_API_URL, apiVersion = '10'] =
    /^(.*?)\/*(?:\/v(\d+)\/*)?$/.exec(settings.DISCORD_API_URL) ?? [];
  return {
    token: settings.DISCORD_TOKEN,
    guildId: settings.DISCORD_GUILD_ID,
    apiUrl,
    apiVersion,
    shards: settings.DISCORD_SHARDS,
  };
}
