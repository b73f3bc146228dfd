/** Answers questions in messages: mentions, replies, threads and direct messages. */
import { PermissionFlagsBits, Routes } from 'discord.js';
import type { CommandContext } from '../../../commands/command.ts';
import { readMessage } from '../../../commands/from-text.ts';
import { noticeReply, type Reply } from '../../../src/reply/reply.ts';
import { deliver } from '../posting/deliver.ts';
import { openDirectChannel } from '../posting/direct-channel.ts';
import { messageOutlet } from '../posting/message-outlet.ts';
import { renderReply } from '../render/render.ts';
import { guarded, logFailure, type Serving } from '../serving.ts';
import { newConversation } from './conversations.ts';
import { type Heard, hear, type MessageEvent, messageEventSchema } from './message.ts';

type Asked = Extract<Heard, { kind: 'asked' }>;

/** Answers a MESSAGE_CREATE event, once, if it is a question to the bot. */
export function handleMessage(serving: Serving, event: unknown): void {
  const parsed = messageEventSchema.safeParse(event);
  if (!parsed.success) return;
  const message = parsed.data;
  // Typed as present, but it is absent until the login is complete.
  const botId: string | undefined = serving.client.user?.id;
  if (botId === undefined) return;
  const heard = hear(message, botId);
  if (heard.kind === 'ignored') return;
  guarded(serving, 'message', async () => {
    if (heard.kind === 'unreadable') return askForMention(serving, message);
    const known = await conversationOf(serving, message);
    // Talk in a thread is for the bot only where it was asked before.
    if (heard.how === 'thread' && known === undefined) return;
    if (!(await serving.once(`discord:${message.id}`))) return;
    serving.deps.metrics.count('discord_questions', { how: heard.how });
    await answerMessage(serving, message, { heard, known });
  });
}

/**
 * By what is answered, by the thread, or in direct messages by the channel. A thread that was opened on a message has
 * the id of that message.
 */
function conversationOf({ conversations }: Serving, event: MessageEvent): Promise<string | undefined> {
  const { referenced_message: answered, message_reference: reference, channel_id } = event;
  return conversations.find(
    answered?.id ?? reference?.message_id,
    answered?.interaction_metadata?.id,
    channel_id,
  );
}

async function answerMessage(
  serving: Serving,
  message: MessageEvent,
  { heard, known }: { readonly heard: Asked; readonly known: string | undefined },
): Promise<void> {
  const { conversations, client, deps, kept } = serving;
  const { id, channel_id: channel, referenced_message: answered } = message;
  const thread = known ?? newConversation(channel, answered?.interaction_metadata?.id ?? id);
  const ownChannel =
    message.guild_id === undefined || (await serving.isThread(channel, message.channel_type))
      ? [channel]
      : [];
  await conversations.join(thread, id, ...ownChannel);
  const outlet = messageOutlet({
    rest: client.rest,
    channel,
    message: id,
    onSent: (sent) => conversations.join(thread, sent),
  });
  try {
    await deliver(outlet, {
      isPrivate: false,
      kept,
      work: (onPartial) =>
        deps.run({
          ...readMessage(deps.desk, deps.commands, heard.words),
          context: { ...contextOf(message, thread), onPartial },
        }),
      onError: (error) => void logFailure(serving, error, 'typing'),
    });
  } catch (error) {
    const { sentence } = logFailure(serving, error, 'reply');
    if (sentence) await tellAsker(serving, message, sentence);
  }
}

function contextOf({ author, channel_id, guild_id, member }: MessageEvent, thread: string): CommandContext {
  return {
    platform: 'discord',
    user: author.id,
    channel: channel_id,
    ...(guild_id ? { workspace: guild_id } : {}),
    locale: 'en',
    canManage: guild_id === undefined || mayManage(member?.permissions),
    thread,
  };
}

function mayManage(permissions: string | undefined): boolean {
  return (
    /^\d+$/.test(permissions ?? '') && (BigInt(permissions ?? 0) & PermissionFlagsBits.ManageGuild) !== 0n
  );
}

/** What could not be said where it was asked is told to the asker directly; once an hour, lest it is a nuisance. */
async function tellAsker(
  serving: Serving,
  { author, channel_id }: MessageEvent,
  sentence: string,
): Promise<void> {
  if (!(await serving.onceAnHour(`discord:told:${channel_id}:${author.id}`))) return;
  try {
    const direct = await openDirectChannel(serving.client.rest, author.id);
    await postPlain(serving, direct, noticeReply('warning', sentence));
  } catch (error) {
    logFailure(serving, error, 'direct message');
  }
}

/** A reply whose ping was switched off comes without its text. */
async function askForMention(serving: Serving, { id, channel_id }: MessageEvent): Promise<void> {
  if (!(await serving.onceAnHour(`discord:unreadable:${channel_id}`))) return;
  const words =
    'I can only read messages that mention me. Please mention me, or leave the ping on when you reply.';
  await postPlain(serving, channel_id, noticeReply('info', words), id);
}

async function postPlain(
  { client }: Serving,
  channel: string,
  reply: Reply,
  answers?: string,
): Promise<void> {
  for (const message of renderReply(reply).messages)
    await client.rest.post(Routes.channelMessages(channel), {
      body: {
        ...message,
        ...(answers ? { message_reference: { message_id: answers, fail_if_not_exists: false } } : {}),
      },
    });
}
