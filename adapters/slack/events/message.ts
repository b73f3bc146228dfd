/** Decides what a message event asks of the desk, if anything. Pure. */
import { z } from 'zod';
import { unescapeEntities } from '../render/inert.ts';

/** What is read of `message` and `app_mention` events; everything else in them is left alone. */
export const messageEventSchema = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  bot_profile: z.unknown().optional(),
  app_id: z.string().nullish(),
  edited: z.unknown().optional(),
  hidden: z.boolean().optional(),
  text: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
});
export type MessageEvent = z.infer<typeof messageEventSchema>;

/** A message that is for the desk, or the reason why it is not. */
export type Heard =
  | {
      readonly kind: 'ignored';
      readonly why: 'bot' | 'self' | 'not-said' | 'edited' | 'to-others' | 'not-asked';
    }
  | {
      readonly kind: 'asked';
      /** `thread`: only answered where the desk was asked in that thread before. */
      readonly how: 'mention' | 'direct' | 'thread';
      /** The question without mentions of the bot; empty where it was only called. */
      readonly words: string;
      readonly user: string;
      readonly channel: string;
      readonly ts: string;
      /** The thread that the answer goes to: the message's own where it began none. */
      readonly thread: string;
    };

/** Subtypes of messages that a person says; all others tell of edits, joins, topics, bots. */
const SAID = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/** Who the bot is in this workspace. */
export type Self = { readonly userId?: string; readonly botId?: string };

/** Sorts one event. A message that names the bot in a channel is an `app_mention` too, and is answered as that. */
export function hear(event: MessageEvent, self: Self): Heard {
  const { user, bot_id: botId, text = '', channel, ts } = event;
  if (user !== undefined && user === self.userId) return { kind: 'ignored', why: 'self' };
  if (botId || event.bot_profile || event.subtype === 'bot_message') return { kind: 'ignored', why: 'bot' };
  if (event.edited || event.hidden) return { kind: 'ignored', why: 'edited' };
  if (!SAID.has(event.subtype) || user === undefined) return { kind: 'ignored', why: 'not-said' };
  const how = howAsked(event, self);
  if (how === undefined) return { kind: 'ignored', why: 'not-asked' };
  if (how === 'thread' && isToOthers(text, self)) return { kind: 'ignored', why: 'to-others' };
  return { kind: 'asked', how, words: wordsOf(text, self), user, channel, ts, thread: event.thread_ts ?? ts };
}

function howAsked(event: MessageEvent, self: Self): 'mention' | 'direct' | 'thread' | undefined {
  if (event.channel_type === 'im' || event.channel.startsWith('D')) return 'direct';
  if (event.type === 'app_mention' || mentions(event.text ?? '', self)) return 'mention';
  return event.thread_ts !== undefined && event.thread_ts !== event.ts ? 'thread' : undefined;
}

function mentions(text: string, { userId }: Self): boolean {
  return userId !== undefined && new RegExp(`<@${userId}(\\|[^<>]*)?>`).test(text);
}

/** In a thread that the desk follows, people also talk to each other. */
function isToOthers(text: string, { userId }: Self): boolean {
  const first = /^\s*<(?:@([A-Z0-9]+)|!(?:channel|here|everyone|subteam))/.exec(text);
  return first !== null && first[1] !== userId;
}

/**
 * The words as the user sees them. The bot's own mention goes; what else Slack encodes, a name or a link, stays as
 * text, and is neither followed nor mentioned again.
 */
function wordsOf(text: string, { userId }: Self): string {
  return decodeWords(
    text.replace(/<@([A-Z0-9]+)(?:\|[^<>]*)?>/g, (mention, id: string) => (id === userId ? ' ' : mention)),
  );
}

/**
 * Slack's encoding of typed text as plain words: `<https://a.example|a>` is "a", `<!here>` is "@here". A channel stays
 * `<#C1|news>` with `keepChannels`, for commands that have to know which one was picked.
 */
export function decodeWords(text: string, { keepChannels = false } = {}): string {
  const plain = text.replace(
    /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g,
    (encoded, sign: string, target: string, label?: string) => {
      if (sign === '') return label ?? target.replace(/^mailto:/, '');
      if (sign === '#' && keepChannels) return encoded;
      return `${sign === '#' ? '#' : '@'}${label?.replace(/^[@#]/, '') || target.replace(/^subteam\^/, '')}`;
    },
  );
  return unescapeEntities(plain).replace(/\s+/g, ' ').trim();
}
