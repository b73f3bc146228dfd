/** What an operator is told of a failure. */
import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, HTTPError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { explain, GatewayRefusedError } from '../../../adapters/discord/failure.ts';

const refused = (code: number, status: number) =>
  new DiscordAPIError({ code, message: 'x' }, code, status, 'POST', 'http://x', {
    files: undefined,
    body: undefined,
  });

describe('explain', () => {
  it.each([
    [refused(10062, 404), 'expired', '3 s'],
    [refused(50027, 401), 'expired', '15 minutes'],
    [refused(40060, 400), 'acknowledged', 'REDIS_URL'],
    [refused(50013, 403), 'forbidden', 'Send Messages'],
    [refused(50001, 403), 'forbidden', 'View Channel'],
    [refused(10003, 404), 'gone', 'deleted'],
    [refused(50035, 400), 'malformed', 'report'],
    [refused(0, 401), 'token', 'DISCORD_TOKEN'],
    [refused(0, 429), 'limited', 'by itself'],
    [
      new HTTPError(502, 'Bad Gateway', 'POST', 'http://x', { files: undefined, body: undefined }),
      'unavailable',
      'discordstatus',
    ],
    [new GatewayRefusedError(4004), 'token', 'Reset Token'],
    [new GatewayRefusedError(4014), 'setup', 'intent'],
    [new GatewayRefusedError(4011), 'setup', 'DISCORD_SHARDS=auto'],
    [new DOMException('late', 'AbortError'), 'unavailable', 'DISCORD_API_URL'],
    [new TypeError('fault'), 'unknown', 'report'],
  ])('calls %s %s and says what to do', (error, kind, advice) => {
    expect(explain(error)).toMatchObject({ kind, advice: expect.stringContaining(advice) });
  });

  it('knows the error that discord.js makes of a wrong token', () => {
    const error = Object.assign(Object.create(DiscordjsError.prototype) as DiscordjsError, {
      code: DiscordjsErrorCodes.TokenInvalid,
    });
    expect(explain(error).kind).toBe('token');
  });
});
