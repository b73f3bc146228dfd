/** Looks whether a digest stands in a channel, thread or forum already. Never posts. */
import { type Client, Routes } from 'discord.js';
import { z } from 'zod';
import type { DigestPoster, Lookup } from '../../../src/digest/delivery-port.ts';
import { type Channel, fetchChannel, isForumType } from '../channels.ts';
import { hasMark, markedSchema } from './digest-mark.ts';

/** How many messages are looked through. */
const LOOKED_THROUGH = 100;

/** Messages are dated by Discord's clock, which may be behind this machine's. */
const EARLIER_MS = 5000;

type Sought = Parameters<NonNullable<DigestPoster['findPosted']>>[1];

/** Looks through what the bot has posted since. @throws what REST throws */
export async function findDigest(client: Client<true>, channel: string, sought: Sought): Promise<Lookup> {
  const place = await fetchChannel(client.rest, channel, sought.signal);
  return isForumType(place.type) ? findInForum(client, place, sought) : findIn(client, channel, sought);
}

const messagesSchema = z.array(markedSchema.extend({ id: z.string(), author: z.object({ id: z.string() }) }));

async function findIn(
  { rest, user }: Client<true>,
  channel: string,
  { key, since, signal }: Sought,
): Promise<Lookup> {
  const query = new URLSearchParams({
    after: snowflakeAt(since - EARLIER_MS),
    limit: String(LOOKED_THROUGH),
  });
  const messages = messagesSchema.parse(await rest.get(Routes.channelMessages(channel), { query, signal }));
  const found = messages.find((message) => message.author.id === user.id && hasMark(message, key));
  if (found) return { kind: 'found', message: found.id };
  return messages.length < LOOKED_THROUGH
    ? { kind: 'absent' }
    : { kind: 'unknown', reason: 'too many messages since' };
}

const activeThreadsSchema = z.object({
  threads: z.array(
    z.object({ id: z.string(), parent_id: z.string().nullish(), owner_id: z.string().optional() }),
  ),
});

async function findInForum(client: Client<true>, { id, guild_id }: Channel, sought: Sought): Promise<Lookup> {
  if (guild_id === undefined) return { kind: 'unknown', reason: 'a forum outside a server' };
  const active = activeThreadsSchema.parse(
    await client.rest.get(Routes.guildActiveThreads(guild_id), { signal: sought.signal }),
  );
  const oldest = BigInt(snowflakeAt(sought.since - EARLIER_MS));
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
