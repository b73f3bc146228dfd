/** Posts a digest to a channel or thread, or as a new post to a forum. */
import { type REST, Routes } from 'discord.js';
import type { DigestPost, PostResult } from '../../../src/digest/delivery-port.ts';
import { type Channel, fetchChannel, isForumType } from '../channels.ts';
import { limits } from '../limits.ts';
import { clip } from '../render/actions.ts';
import type { DiscordMessage } from '../render/render.ts';
import { createdId } from './created-id.ts';
import { marked } from './digest-mark.ts';

/** A digest as it goes to every channel. */
export type RenderedDigest = {
  readonly messages: readonly DiscordMessage[];
  /** The title of its post in a forum. */
  readonly title: string;
};

/** The first message carries the key: as its nonce, and as the mark that it is found again by. @throws what REST throws */
export async function postDigest(
  rest: REST,
  post: DigestPost,
  { messages: [opening, ...further], title }: RenderedDigest,
): Promise<PostResult> {
  if (!opening) return { kind: 'failed', reason: 'the digest is empty' };
  const { channel, key, signal } = post;
  const first = marked(opening, key);
  const place = await fetchChannel(rest, channel, signal);
  if (isForumType(place.type))
    return postToForum(rest, { post, place, messages: [first, ...further], title });
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
  return createdId(sent);
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

type ForumPost = RenderedDigest & { readonly post: DigestPost; readonly place: Channel };

/** A forum takes no messages but posts, which have a title, and a tag where the forum demands one. */
async function postToForum(
  rest: REST,
  { post, place, messages: [first, ...further], title }: ForumPost,
): Promise<PostResult> {
  const tag = place.available_tags.find(({ moderated }) => !moderated) ?? place.available_tags[0];
  const thread = createdId(
    await rest.post(Routes.threads(post.channel), {
      body: {
        name: clip(title, limits.threadName),
        message: first,
        ...(needsTag(place) && tag ? { applied_tags: [tag.id] } : {}),
      },
      signal: post.signal,
    }),
  );
  await sendAll(rest, further, { ...post, channel: thread });
  return { kind: 'posted', message: thread };
}

/** The flag REQUIRE_TAG of a channel. */
function needsTag({ flags }: Channel): boolean {
  return (flags & (1 << 4)) !== 0;
}
