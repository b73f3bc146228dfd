/** Slack's settings, and what is said where they cannot be used. */
import { describe, expect, it } from 'vitest';
import { isSlackConfigured, readSlackConfig } from '../../../adapters/slack/config.ts';

const tokens = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

describe('the settings', () => {
  it('mean Socket Mode with two tokens and nothing else', () => {
    expect(readSlackConfig(tokens)).toMatchObject({
      transport: { kind: 'socket', appToken: 'xapp-1' },
      access: { kind: 'token', botToken: 'xoxb-1' },
      apiUrl: 'https://slack.com/api/',
    });
  });
  it('mean HTTP mode with a signing secret instead of the app token', () => {
    const config = readSlackConfig({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 's',
      PORT: '8080',
      SLACK_APP_TOKEN: '',
    });
    expect(config).toMatchObject({ transport: { kind: 'http', signingSecret: 's' }, port: 8080 });
  });
  it('mean several workspaces with a client id', () => {
    const env = {
      SLACK_SIGNING_SECRET: 's',
      SLACK_CLIENT_ID: '1',
      SLACK_CLIENT_SECRET: '2',
      SLACK_STATE_SECRET: 'x'.repeat(16),
      SLACK_TOKEN_KEY: 'y'.repeat(32),
    };
    expect(readSlackConfig(env).access).toMatchObject({ kind: 'oauth', clientId: '1' });
  });
  it('take another API and a list of managers', () => {
    const config = readSlackConfig({
      ...tokens,
      SLACK_API_URL: 'http://127.0.0.1:9/api',
      SLACK_DIGEST_MANAGERS: 'U1, U2',
    });
    expect(config.apiUrl).toBe('http://127.0.0.1:9/api/');
    expect([...config.digestManagers]).toEqual(['U1', 'U2']);
  });
  it.each([
    ['no way in', { SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET/s],
    ['no bot token', { SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN/],
    [
      'the tokens the wrong way round',
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      /app-level token/,
    ],
    ['half of OAuth', { SLACK_SIGNING_SECRET: 's', SLACK_CLIENT_ID: '1' }, /SLACK_CLIENT_SECRET/],
    ['a short key', { ...tokens, SLACK_TOKEN_KEY: 'short' }, /32 characters/],
  ])('with %s say what is missing, and no value', (_, env, message) => {
    expect(() => readSlackConfig(env)).toThrow(message);
    expect(() => readSlackConfig(env)).not.toThrow(/xoxb-1\b|xapp-1\b|short/);
  });
  it('are looked for only where somebody set a Slack token', () => {
    expect(isSlackConfigured({})).toBe(false);
    expect(isSlackConfigured(tokens)).toBe(true);
  });
});
