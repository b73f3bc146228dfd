/** Discord's settings. */
import { describe, expect, it } from 'vitest';
import { isDiscordConfigured, readDiscordConfig } from '../../../adapters/discord/config.ts';

describe('the settings of Discord', () => {
  it('ask for Discord by the token alone', () => {
    expect(isDiscordConfigured({ DISCORD_TOKEN: 'x' })).toBe(true);
    expect(isDiscordConfigured({ DISCORD_TOKEN: '' })).toBe(false);
  });

  it('default to Discord itself and its own count of shards', () => {
    expect(readDiscordConfig({ DISCORD_TOKEN: 'x' })).toEqual({
      token: 'x',
      guildId: undefined,
      apiUrl: 'https://discord.com/api',
      apiVersion: '10',
      shards: 'auto',
    });
  });

  it.each([
    ['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api', '10'],
    ['http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api', '10'],
    ['http://127.0.0.1:4000/api/v9/', 'http://127.0.0.1:4000/api', '9'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000', '10'],
  ])('read %s as a base and a version', (url, apiUrl, apiVersion) => {
    expect(readDiscordConfig({ DISCORD_TOKEN: 'x', DISCORD_API_URL: url })).toMatchObject({
      apiUrl,
      apiVersion,
    });
  });

  it('take a token that was copied with its prefix', () => {
    expect(readDiscordConfig({ DISCORD_TOKEN: ' Bot abc ' }).token).toBe('abc');
  });

  it.each([
    [{ DISCORD_GUILD_ID: 'my server' }, 'DISCORD_GUILD_ID'],
    [{ DISCORD_SHARDS: 'many' }, 'DISCORD_SHARDS'],
    [{ DISCORD_API_URL: 'here' }, 'DISCORD_API_URL'],
  ])('name what cannot be used: %j', (env, name) => {
    expect(() => readDiscordConfig({ DISCORD_TOKEN: 'x', ...env })).toThrow(name);
  });
});
