/** Runs a command for an interaction and shows its reply. */
import { InteractionContextType, PermissionFlagsBits, type RepliableInteraction, Routes } from 'discord.js';
import type { CommandContext } from '../../../commands/command.ts';
import { noticeReply, type Reply } from '../../../src/reply/reply.ts';
import { deliver, keep } from '../posting/deliver.ts';
import { interactionOutlet } from '../posting/interaction-outlet.ts';
import { renderReply } from '../render/render.ts';
import { logFailure, type Serving } from '../serving.ts';
import { newConversation } from './conversations.ts';

/** A command as an interaction asks for it. */
export type Asked = {
  readonly path: string;
  readonly options: unknown;
  /** Only the asker sees the answer. */
  readonly isPrivate: boolean;
};

/** Runs the command and shows what it says. Failures of Discord's are told to the user where that can be done. */
export async function answer(
  serving: Serving,
  interaction: RepliableInteraction,
  asked: Asked,
): Promise<void> {
  serving.deps.metrics.count('discord_commands', { command: asked.path });
  await respond(serving, interaction, {
    isPrivate: asked.isPrivate,
    work: async (onPartial) => {
      const context = await contextOf(serving, interaction);
      return serving.deps.run({
        path: asked.path,
        options: asked.options,
        context: { ...context, onPartial },
      });
    },
  });
}

/** What is shown as the answer to an interaction, and to whom. */
export type Response = {
  readonly isPrivate: boolean;
  readonly work: (onPartial: (reply: Reply) => void) => Promise<Reply>;
};

/** Shows what the work brings as the answer to an interaction. */
export async function respond(
  serving: Serving,
  interaction: RepliableInteraction,
  { isPrivate, work }: Response,
): Promise<void> {
  const { deps, kept } = serving;
  let reply: Reply | undefined;
  try {
    await deliver(interactionOutlet(interaction, isPrivate), {
      isPrivate,
      kept,
      work: async (onPartial) => {
        reply = await work(onPartial);
        return reply;
      },
      onError: (error) => void logFailure(serving, error, 'acknowledgement'),
    });
    deps.metrics.time('discord_answer', Date.now() - interaction.createdTimestamp);
  } catch (error) {
    const { kind } = logFailure(serving, error, 'answer');
    if (kind !== 'expired') return sayFailed(serving, interaction);
    const isPublic = !isPrivate && reply?.private !== true;
    if (reply && isPublic) await showInChannel(serving, interaction, reply);
  }
}

/** An answer that could not be shown is not to end in silence. */
async function sayFailed(serving: Serving, interaction: RepliableInteraction): Promise<void> {
  const words = 'I have an answer, but Discord did not take it. Please try again in a minute.';
  try {
    const [message] = renderReply(noticeReply('error', words)).messages;
    if (message) await interactionOutlet(interaction, true).show(message);
  } catch (error) {
    logFailure(serving, error, 'apology');
  }
}

/** Discord did not take the answer in time; where the bot is a member, it can still say it as an ordinary message. */
async function showInChannel(
  serving: Serving,
  interaction: RepliableInteraction,
  reply: Reply,
): Promise<void> {
  const isMember =
    interaction.context !== InteractionContextType.PrivateChannel && interaction.appPermissions;
  if (!isMember || !interaction.channelId) return;
  const { messages, stored } = renderReply(reply);
  await keep(stored, serving.kept);
  for (const [index, body] of messages.entries())
    await serving.client.rest.post(Routes.channelMessages(interaction.channelId), {
      body: { ...body, nonce: `${interaction.id}${index}`.slice(-25), enforce_nonce: true },
    });
}

async function contextOf(
  { conversations }: Serving,
  interaction: RepliableInteraction,
): Promise<CommandContext> {
  const { id, channelId, guildId, user, locale, memberPermissions } = interaction;
  const channel = channelId ?? id;
  const message =
    interaction.isMessageComponent() || interaction.isModalSubmit() ? interaction.message : null;
  const asked = message?.interactionMetadata?.id;
  const thread =
    (await conversations.find(message?.id, asked, channel)) ?? newConversation(channel, asked ?? id);
  if (message) await conversations.join(thread, id);
  const isOwnDirect =
    interaction.context === InteractionContextType.BotDM || (!guildId && interaction.context === null);
  return {
    platform: 'discord',
    user: user.id,
    channel,
    ...(guildId ? { workspace: guildId } : {}),
    locale,
    canManage: isOwnDirect || (memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
    thread,
  };
}
