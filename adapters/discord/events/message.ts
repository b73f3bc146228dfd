/**
 * Hears messages. Without the Message Content intent Discord leaves their text out, except where the bot is mentioned
 * (a reply that pings it counts) and in direct messages: that is all that is needed.
 */
import { MessageType } from 'discord.js';
import { z } from 'zod';

const snowflake = z.string().regex(/^\d{1,20}$/);
const authorSchema = z.object({ id: snowflake, bot: z.boolean().optional() });

/** What is read of a MESSAGE_CREATE event. */
export const messageEventSchema = z.object({
  id: snowflake,
  type: z.number(),
  channel_id: snowflake,
  /** Not in all versions of the event. */
  channel_type: z.number().optional(),
  guild_id: snowflake.optional(),
  author: authorSchema,
  webhook_id: snowflake.optional(),
  content: z.string().default(''),
  mentions: z.array(authorSchema).default([]),
  member: z.object({ permissions: z.string().optional() }).optional(),
  message_reference: z.object({ message_id: snowflake.optional() }).nullish(),
  referenced_message: z
    .object({
      id: snowflake,
      author: authorSchema,
      interaction_metadata: z.object({ id: snowflake }).nullish(),
    })
    .nullish(),
});
export type MessageEvent = z.infer<typeof messageEventSchema>;

/** What a message is to the bot. `thread`: words in a thread, for it to answer if it follows that thread. */
export type Heard =
  | { readonly kind: 'ignored' }
  | {
      readonly kind: 'asked';
      readonly how: 'direct' | 'mention' | 'reply' | 'thread';
      readonly words: string;
    }
  /** Meant for the bot, but the text was withheld: a reply that does not ping it. */
  | { readonly kind: 'unreadable' };

/** Tells what a message is to the bot with this user id. Bots, webhooks and system messages are never answered. */
export function hear(event: MessageEvent, botId: string): Heard {
  const { author, webhook_id, type, guild_id, content, mentions, referenced_message: answered } = event;
  const isTalk = type === MessageType.Default || type === MessageType.Reply;
  if (author.bot || author.id === botId || webhook_id || !isTalk) return { kind: 'ignored' };
  const words = wordsOf(content, botId);
  const repliesToBot = answered?.author.id === botId;
  if (guild_id === undefined) return { kind: 'asked', how: repliesToBot ? 'reply' : 'direct', words };
  if (mentions.some(({ id }) => id === botId) || hasMention(content, botId))
    return { kind: 'asked', how: repliesToBot ? 'reply' : 'mention', words };
  if (repliesToBot) return words ? { kind: 'asked', how: 'reply', words } : { kind: 'unreadable' };
  const isForOthers = mentions.length > 0 || (answered !== undefined && answered !== null);
  return words && !isForOthers ? { kind: 'asked', how: 'thread', words } : { kind: 'ignored' };
}

function hasMention(content: string, botId: string): boolean {
  return content.includes(`<@${botId}>`) || content.includes(`<@!${botId}>`);
}

function wordsOf(content: string, botId: string): string {
  return content.replaceAll(new RegExp(`\\s*<@!?${botId}>\\s*`, 'g'), ' ').trim();
}
