/** Posts digests to Discord channels, threads and forums, and finds out whether one is there already before a retry. */
import { createHash } from 'node:crypto';
import { type Client, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type {
  DigestChannel,
  DigestPost,
  DigestPoster,
  Lookup,
  PostResult,
  Readiness,
} from '../../src/digest/delivery-port.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { type Channel, fetchChannel, isForumType } from './channels.ts';
import { keep } from './deliver.ts';
import { explain } from './failure.ts';
import { limits } from './limits.ts';
import { missingPermissions } from './own-permissions.ts';
import { clip } from './render/actions.ts';
import { type DiscordMessage, type RenderedReply, renderReply } from './render/render.ts';
import type { Serving } from './serving.ts';

/** What posting needs of a session. */
type Posting = Pick<Serving, 'client' | 'kept'>;

/** The session, or undefined while there is none. */
type SessionOf = () => Posting | undefined;

const NO_SESSION = 'Discord is not connected';

/** A poster for the current session. None of its functions rejects. */
export function createDigestPoster(sessionOf: SessionOf): DigestPoster {
  return {
    platform: 'discord',
    // Fifty requests a second are the bot's in all, answers included; a channel takes five messages in five seconds.
    limits: { perSecond: 25, channelGapMs: 1100 },
    // Nonces are recognised for some minutes and not in forums: `findPosted` is surer.
    recognisesRepeatsMs: 0,
    canPost: (channel) => canPost(sessionOf()?.client, channel),
    prepare: (reply) => {
      const digest = { ...renderReply(reply), name: titleOf(reply) };
      return (post) => attempt(sessionOf(), (session) => postDigest(session, post, digest));
    },
    findPosted: (channel, sought) => findPosted(sessionOf()?.client, channel, sought),
    tell: ({ user }, reply) => attempt(sessionOf(), (session) => tell(session, user, reply)),
  };
}

async function canPost(
  client: Client<true> | undefined,
  { channel, workspace }: DigestChannel,
): Promise<Readiness> {
  if (!client) return { ok: false, missing: `a connection (${NO_SESSION})` };
  try {
    const missing = await missingPermissions(client, channel, workspace);
    if (missing === 'elsewhere') return { ok: false, missing: 'a channel of this server' };
    return missing.length === 0
      ? { ok: true }
      : { ok: false, missing: `the permission ${missing.join(', ')}` };
  } catch (error) {
    const { kind } = explain(error);
    return {
      ok: false,
      missing:
        kind === 'forbidden' || kind === 'gone' ? 'the permission View Channel' : 'an answer from Discord',
    };
  }
}

async function attempt(
  session: Posting | undefined,
  work: (session: Posting) => Promise<PostResult>,
): Promise<PostResult> {
  if (!session) return { kind: 'retry', reason: NO_SESSION };
  try {
    return await work(session);
  } catch (error) {
    return resultOf(error);
  }
}

function resultOf(error: unknown): PostResult {
  const { kind, code, advice } = explain(error);
  const reason = code === undefined ? kind : `${kind} ${code}`;
  switch (kind) {
    case 'forbidden':
      return { kind: 'forbidden', missing: 'View Channel, Send Messages' };
    case 'gone':
      return { kind: 'gone', reason };
    case 'malformed':
      return { kind: 'failed', reason: `${reason}: ${advice}` };
    case 'limited':
    case 'token':
    case 'setup':
      return { kind: 'retry', reason };
    default:
      return { kind: 'unsure', reason };
  }
}

const messageSchema = z.object({ id: z.string() });

/** A digest as it goes to every channel. */
type RenderedDigest = RenderedReply & { readonly name: string };

/** The first message carries the key: as its nonce, and as the number of its container. */
async function postDigest(
  { client: { rest }, kept }: Posting,
  post: DigestPost,
  { messages: [opening, ...further], stored, name }: RenderedDigest,
): Promise<PostResult> {
  if (!opening) return { kind: 'failed', reason: 'the digest is empty' };
  await keep(stored, kept);
  const { channel, key, signal } = post;
  const first = numbered(opening, keyNumber(key));
  const place = await fetchChannel(rest, channel, signal);
  if (isForumType(place.type)) return postToForum(rest, { post, place, messages: [first, ...further], name });
  const id = await send(rest, { channel, body: first, nonce: key, signal });
  await sendAll(rest, further, post);
  return { kind: 'posted', message: id };
}

type Sending = {
  readonly channel: string;
  readonly body: DiscordMessage;
  readonly nonce: string;
  readonly signal: AbortSignal;
};

async function send(rest: REST, { channel, body, nonce, signal }: Sending): Promise<string> {
  const sent = await rest.post(Routes.channelMessages(channel), {
    body: { ...body, nonce, enforce_nonce: true },
    signal,
  });
  return messageSchema.parse(sent).id;
}

/** Further messages have the key and a letter as their nonce: 25 characters are allowed, the key has 24. */
async function sendAll(
  rest: REST,
  bodies: readonly DiscordMessage[],
  { channel, key, signal }: Pick<DigestPost, 'channel' | 'key' | 'signal'>,
): Promise<void> {
  for (const [index, body] of bodies.entries())
    await send(rest, { channel, body, nonce: `${key}${index.toString(36)}`.slice(0, 25), signal });
}

/** A forum takes no messages but posts, which have a title, and a tag where the forum demands one. */
async function postToForum(
  rest: REST,
  {
    post,
    place,
    messages: [first, ...further],
    name,
  }: {
    readonly post: DigestPost;
    readonly place: Channel;
    readonly messages: readonly DiscordMessage[];
    readonly name: string;
  },
): Promise<PostResult> {
  const tag = place.available_tags.find(({ moderated }) => !moderated) ?? place.available_tags[0];
  const thread = messageSchema.parse(
    await rest.post(Routes.threads(post.channel), {
      body: {
        name: clip(name, limits.threadName),
        message: first,
        ...(needsTag(place) && tag ? { applied_tags: [tag.id] } : {}),
      },
      signal: post.signal,
    }),
  );
  await sendAll(rest, further, { ...post, channel: thread.id });
  return { kind: 'posted', message: thread.id };
}

/** The flag REQUIRE_TAG of a channel. */
function needsTag({ flags }: Channel): boolean {
  return (flags & (1 << 4)) !== 0;
}

function titleOf({ blocks }: Reply): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading?.text ?? 'Digest';
}

/** The message with a number on its container, by which it is found again among a channel's messages. */
const numbered = (message: DiscordMessage, id: number): DiscordMessage => ({
  ...message,
  components: message.components.map((container, at) => (at === 0 ? { ...container, id } : container)),
});

/** A number from 1 to 2³¹ - 1 for a key: components are numbered, and Discord gives the numbers back. */
function keyNumber(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) >>> 1 || 1;
}

const postedSchema = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
);
const activeThreadsSchema = z.object({
  threads: z.array(
    z.object({ id: z.string(), parent_id: z.string().nullish(), owner_id: z.string().optional() }),
  ),
});

/** How many messages are looked through. */
const LOOKED_THROUGH = 100;

type Sought = Parameters<NonNullable<DigestPoster['findPosted']>>[1];

async function findPosted(
  client: Client<true> | undefined,
  { channel }: DigestChannel,
  sought: Sought,
): Promise<Lookup> {
  if (!client) return { kind: 'unknown', reason: NO_SESSION };
  try {
    const place = await fetchChannel(client.rest, channel, sought.signal);
    return isForumType(place.type)
      ? await findInForum(client, place, sought)
      : await findIn(client, channel, sought);
  } catch (error) {
    return { kind: 'unknown', reason: explain(error).kind };
  }
}

async function findIn(
  { rest, user }: Client<true>,
  channel: string,
  { key, since, signal }: Sought,
): Promise<Lookup> {
  const query = new URLSearchParams({ after: snowflakeAt(since - 5000), limit: String(LOOKED_THROUGH) });
  const messages = postedSchema.parse(await rest.get(Routes.channelMessages(channel), { query, signal }));
  const number = keyNumber(key);
  const found = messages.find(
    ({ author, components }) => author.id === user.id && components.some(({ id }) => id === number),
  );
  if (found) return { kind: 'found', message: found.id };
  return messages.length < LOOKED_THROUGH
    ? { kind: 'absent' }
    : { kind: 'unknown', reason: 'too many messages since' };
}

async function findInForum(client: Client<true>, { id, guild_id }: Channel, sought: Sought): Promise<Lookup> {
  if (guild_id === undefined) return { kind: 'unknown', reason: 'a forum outside a server' };
  const active = activeThreadsSchema.parse(
    await client.rest.get(Routes.guildActiveThreads(guild_id), { signal: sought.signal }),
  );
  const oldest = BigInt(snowflakeAt(sought.since - 5000));
  const posts = active.threads.filter(
    (thread) => thread.parent_id === id && thread.owner_id === client.user.id && BigInt(thread.id) >= oldest,
  );
  for (const post of posts) {
    const lookup = await findIn(client, post.id, sought);
    if (lookup.kind === 'found') return { kind: 'found', message: post.id };
  }
  return { kind: 'absent' };
}

/** Discord's epoch: the first second of 2015. */
const EPOCH_MS = 1_420_070_400_000;

/** The least id that a message of this time can have. */
function snowflakeAt(ms: number): string {
  return String(BigInt(Math.max(0, ms - EPOCH_MS)) << 22n);
}

async function tell({ client: { rest }, kept }: Posting, user: string, reply: Reply): Promise<PostResult> {
  const { messages, stored } = renderReply(reply);
  await keep(stored, kept);
  const direct = messageSchema.parse(
    await rest.post(Routes.userChannels(), { body: { recipient_id: user } }),
  );
  const ids: string[] = [];
  for (const body of messages)
    ids.push(messageSchema.parse(await rest.post(Routes.channelMessages(direct.id), { body })).id);
  const [first] = ids;
  return first ? { kind: 'posted', message: first } : { kind: 'failed', reason: 'the message is empty' };
}
