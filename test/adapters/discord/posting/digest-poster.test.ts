/** Posting of digests, over the real REST client. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DigestPost } from '../../../../src/digest/delivery-port.ts';
import { noticeReply, type Reply, text } from '../../../../src/reply/reply.ts';
import { type Started, start, until } from '../adapter.ts';
import { componentsOf, markdownOf } from '../reading.ts';
import { ids } from '../server/ids.ts';
import { press } from '../server/people.ts';

const KEY = 'AbCdEfGhIjKlMnOpQrStUvWx';
const digest: Reply = {
  blocks: [
    { kind: 'heading', level: 1, text: 'Colombia, 8 January' },
    { kind: 'paragraph', runs: [text('What is new.')] },
  ],
  references: [],
};

describe('the digest poster of Discord', () => {
  let started: Started;
  beforeAll(async () => {
    started = await start();
  });
  afterAll(async () => {
    await started.stop();
    expect(started.discord.problems).toEqual([]);
  });

  const to = (channel: string, key = KEY): DigestPost => ({
    channel,
    workspace: ids.guild,
    key,
    signal: AbortSignal.timeout(5000),
  });
  const sought = (key = KEY) => ({ key, since: Date.now() - 60_000, signal: AbortSignal.timeout(5000) });

  it('posts once, however often the same digest is tried', async () => {
    const post = started.adapter.poster.prepare(digest);
    const first = await post(to(ids.channel));
    expect(first).toEqual({ kind: 'posted', message: expect.any(String) });
    expect(await post(to(ids.channel))).toEqual(first);
    expect(started.discord.messages.filter(({ channel }) => channel === ids.channel)).toHaveLength(1);
  });

  it('renders a digest once for all channels, and finds it by its own key in each', async () => {
    let read = 0;
    const counted: Reply = {
      ...digest,
      get blocks() {
        read += 1;
        return digest.blocks;
      },
    };
    const { poster } = started.adapter;
    const post = poster.prepare(counted);
    const before = read;
    const keys = ['1', '2', '3'].map((mark) => mark.repeat(24));
    for (const key of keys) await post(to(ids.channel, key));
    expect(read).toBe(before);
    for (const key of keys)
      expect(await poster.findPosted?.({ channel: ids.channel }, sought(key))).toMatchObject({
        kind: 'found',
      });
  });

  it('posts buttons that work, however much they stand for', async () => {
    const topic = 'a'.repeat(80);
    const run = { kind: 'run', label: 'Timeline', command: 'timeline', options: { topic } } as const;
    const reply: Reply = { ...digest, blocks: [...digest.blocks, { kind: 'actions', actions: [run] }] };
    await started.adapter.poster.prepare(reply)(to(ids.channel, 'B'.repeat(24)));
    const message = started.discord.messages.at(-1) ?? expect.unreachable();
    const button = componentsOf(message.body).find(({ type }) => type === 2);
    const pressed = press(started.discord, message, { customId: button?.custom_id ?? '' });
    const answer = await until(() => pressed.original);
    // It was understood: there is no such topic.
    expect(markdownOf(answer.body)).not.toContain('older version');
    expect(markdownOf(answer.body)).toContain(topic);
  });

  it('finds what it posted, and nothing else', async () => {
    const { poster } = started.adapter;
    await poster.prepare(digest)(to(ids.channel));
    expect(await poster.findPosted?.({ channel: ids.channel }, sought())).toMatchObject({ kind: 'found' });
    expect(await poster.findPosted?.({ channel: ids.channel }, sought('x'.repeat(24)))).toEqual({
      kind: 'absent',
    });
  });

  it('opens a post in a forum, with a title and the tag that the forum demands, and finds it again', async () => {
    const { poster } = started.adapter;
    const result = await poster.prepare(digest)(to(ids.forum));
    const thread = result.kind === 'posted' ? started.discord.channels.get(result.message) : undefined;
    expect(thread).toMatchObject({ name: 'Colombia, 8 January', applied_tags: ['500000000000000001'] });
    expect(await poster.findPosted?.({ channel: ids.forum, workspace: ids.guild }, sought())).toMatchObject({
      kind: 'found',
    });
  });

  it('posts into threads', async () => {
    expect(await started.adapter.poster.prepare(digest)(to(ids.thread))).toMatchObject({ kind: 'posted' });
  });

  it('sends a long digest in several messages, each once', async () => {
    const long: Reply = { ...digest, blocks: [{ kind: 'paragraph', runs: [text('word '.repeat(2000))] }] };
    const post = started.adapter.poster.prepare(long);
    const key = 'L'.repeat(24);
    await post(to(ids.direct, key));
    await post(to(ids.direct, key));
    expect(started.discord.messages.filter(({ channel }) => channel === ids.direct)).toHaveLength(3);
  });

  it('tells what became of a post that failed', async () => {
    const post = started.adapter.poster.prepare(digest);
    const refuse = (status: number, code: number) =>
      started.discord.trouble(
        /POST .*messages$/,
        { status, body: { code, message: 'x' } },
        status >= 500 ? 3 : 1,
      );
    refuse(403, 50013);
    expect(await post(to(ids.channel, 'a'.repeat(24)))).toMatchObject({ kind: 'forbidden' });
    refuse(404, 10003);
    expect(await post(to(ids.channel, 'b'.repeat(24)))).toMatchObject({ kind: 'gone' });
    refuse(400, 50035);
    expect(await post(to(ids.channel, 'c'.repeat(24)))).toMatchObject({ kind: 'failed' });
    refuse(502, 0);
    expect(await post(to(ids.channel, 'd'.repeat(24)))).toMatchObject({ kind: 'unsure' });
    expect(await post({ ...to(ids.channel), signal: AbortSignal.abort() })).toMatchObject({ kind: 'unsure' });
  });

  it('says what is missing before a subscription is accepted', async () => {
    const { poster } = started.adapter;
    const here = { workspace: ids.guild };
    expect(await poster.canPost({ channel: ids.channel, ...here })).toEqual({ ok: true });
    started.discord.channels.set('700000000000000009', {
      id: '700000000000000009',
      type: 0,
      guild_id: ids.guild,
      permission_overwrites: [{ id: ids.guild, type: 0, allow: '0', deny: String(0x800) }],
    });
    expect(await poster.canPost({ channel: '700000000000000009', ...here })).toEqual({
      ok: false,
      missing: 'the permission Send Messages',
    });
    expect(await poster.canPost({ channel: '700000000000000010', ...here })).toMatchObject({ ok: false });
  });

  it('refuses a channel of another server, whoever asks', async () => {
    expect(
      await started.adapter.poster.canPost({ channel: ids.channel, workspace: '700000000000000099' }),
    ).toEqual({ ok: false, missing: 'a channel of this server' });
  });

  it('tells a person directly', async () => {
    const before = started.discord.messages.length;
    const told = await started.adapter.poster.tell?.(
      { user: ids.user },
      noticeReply('warning', 'It was paused.'),
    );
    expect(told).toMatchObject({ kind: 'posted' });
    expect(markdownOf(started.discord.messages[before]?.body)).toContain('It was paused.');
  });
});
