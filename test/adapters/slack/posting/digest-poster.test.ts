/** Digests in Slack: posted, refused, lost and found again. */
import { webApi } from '@slack/bolt';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDigestPoster } from '../../../../adapters/slack/posting/digest-poster.ts';
import { clientOptions, createSlackApi } from '../../../../adapters/slack/web-api.ts';
import type { DigestPoster } from '../../../../src/digest/delivery-port.ts';
import { noMetrics } from '../../../../src/metrics.ts';
import { type Reply, text } from '../../../../src/reply/reply.ts';
import { type Fault, type SlackServer, startSlackServer } from '../server/server.ts';

let server: SlackServer;
let poster: DigestPoster;
beforeEach(async () => {
  server = await startSlackServer();
  const logger = pino({ level: 'silent' });
  const client = new webApi.WebClient('xoxb-T1', clientOptions(server.apiUrl, logger));
  poster = createDigestPoster(async () => createSlackApi(client, { logger, metrics: noMetrics }));
});
afterEach(async () => {
  expect(server.misfits).toEqual([]);
  await server.close();
});

const reply: Reply = {
  blocks: [{ kind: 'paragraph', runs: [text('Three things are new.')] }],
  references: [],
};
const post = (changes: object = {}) => ({
  channel: 'C1',
  workspace: 'T1',
  key: 'k'.repeat(24),
  signal: AbortSignal.timeout(5000),
  ...changes,
});
const said = () => server.workspaces.get('T1')?.channels.get('C1')?.messages ?? [];
const sought = (key: string) => ({ key, since: Date.now() - 60_000, signal: AbortSignal.timeout(5000) });

describe('a digest', () => {
  it('is posted and found again by its key', async () => {
    const result = await poster.prepare(reply)(post());
    expect(result).toEqual({ kind: 'posted', message: said()[0]?.ts });
    expect(await poster.findPosted?.(post(), sought('k'.repeat(24)))).toEqual({
      kind: 'found',
      message: said()[0]?.ts,
    });
    expect(await poster.findPosted?.(post(), sought('other'))).toEqual({ kind: 'absent' });
  });

  it('that is long goes on in its own thread', async () => {
    const long: Reply = {
      blocks: Array.from({ length: 60 }, () => ({
        kind: 'paragraph',
        runs: [text('A long sentence. '.repeat(40))],
      })),
      references: [],
    };
    await poster.prepare(long)(post());
    const [first, ...rest] = said();
    expect(first?.thread_ts).toBeUndefined();
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.every(({ thread_ts }) => thread_ts === first?.ts)).toBe(true);
  });

  it('whose answer was lost is unsure, and is found', async () => {
    server.fail('chat.postMessage', { kind: 'cut', after: true });
    expect(await poster.prepare(reply)(post())).toMatchObject({ kind: 'unsure' });
    expect(await poster.findPosted?.(post(), sought('k'.repeat(24)))).toMatchObject({ kind: 'found' });
  });

  const refusals: readonly [string, Fault, object][] = [
    ['a rate limit', { kind: 'rate-limit', seconds: 7 }, { kind: 'retry', retryAfterMs: 7000 }],
    ['an outage', { kind: 'status', status: 503 }, { kind: 'unsure' }],
    ['an archived channel', { kind: 'error', error: 'is_archived' }, { kind: 'gone' }],
    [
      'a missing scope',
      { kind: 'error', error: 'missing_scope', extra: { needed: 'chat:write' } },
      { kind: 'forbidden', missing: 'chat:write' },
    ],
    ['a removed bot', { kind: 'error', error: 'not_in_channel' }, { kind: 'forbidden' }],
    ['a revoked token', { kind: 'error', error: 'token_revoked' }, { kind: 'forbidden' }],
    ['malformed blocks', { kind: 'error', error: 'invalid_blocks' }, { kind: 'failed' }],
  ];
  it.each(refusals)('that meets %s says so', async (_, fault, expected) => {
    server.fail('chat.postMessage', fault);
    expect(await poster.prepare(reply)(post())).toMatchObject(expected);
  });

  it('that cannot be looked for is unknown', async () => {
    server.fail('conversations.history', {
      kind: 'error',
      error: 'missing_scope',
      extra: { needed: 'channels:history' },
    });
    expect(await poster.findPosted?.(post(), sought('x'))).toMatchObject({ kind: 'unknown' });
  });

  it('is refused beforehand where the bot is not in the channel, or there is none', async () => {
    expect(await poster.canPost({ channel: 'C1', workspace: 'T1' })).toEqual({ ok: true });
    expect(await poster.canPost({ channel: 'C2', workspace: 'T1' })).toMatchObject({
      ok: false,
      missing: expect.stringContaining('/invite'),
    });
    expect(await poster.canPost({ channel: 'C9', workspace: 'T1' })).toMatchObject({ ok: false });
  });

  it('may be told about in private', async () => {
    expect(await poster.tell?.({ user: 'U1', workspace: 'T1' }, reply)).toMatchObject({ kind: 'posted' });
    expect(server.workspaces.get('T1')?.channels.get('U1')?.messages).toHaveLength(1);
  });
});
