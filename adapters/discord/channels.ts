/** What kinds of channel there are; asked of Discord once for each, since channels are not kept in memory. */
import { ChannelType, type REST, Routes } from 'discord.js';
import { z } from 'zod';

const channelSchema = z.object({
  id: z.string(),
  type: z.number(),
  guild_id: z.string().optional(),
  parent_id: z.string().nullish(),
  flags: z.number().default(0),
  available_tags: z.array(z.object({ id: z.string(), moderated: z.boolean().default(false) })).default([]),
  permission_overwrites: z
    .array(z.object({ id: z.string(), type: z.number(), allow: z.string(), deny: z.string() }))
    .default([]),
});

/** A channel or thread, as far as it matters here. */
export type Channel = z.infer<typeof channelSchema>;

/** Reads a channel. @throws what REST throws */
export async function fetchChannel(rest: REST, id: string, signal?: AbortSignal): Promise<Channel> {
  return channelSchema.parse(await rest.get(Routes.channel(id), signal ? { signal } : {}));
}

/** Whether a channel type is a thread; a post in a forum is one. */
export function isThreadType(type: number): boolean {
  return (
    type === ChannelType.PublicThread ||
    type === ChannelType.PrivateThread ||
    type === ChannelType.AnnouncementThread
  );
}

/** Whether messages cannot be posted to it but as new posts. */
export function isForumType(type: number): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

/** How many kinds are remembered. */
const REMEMBERED = 2000;

/** Whether ids are threads. A channel that cannot be read counts as none. */
export function createThreadCheck(rest: REST): (id: string, type?: number) => Promise<boolean> {
  const known = new Map<string, boolean>();
  return async (id, type) => {
    if (type !== undefined) return isThreadType(type);
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    try {
      const isThread = isThreadType((await fetchChannel(rest, id)).type);
      const oldest = known.keys().next();
      if (known.size >= REMEMBERED && !oldest.done) known.delete(oldest.value);
      known.set(id, isThread);
      return isThread;
    } catch {
      return false;
    }
  };
}
