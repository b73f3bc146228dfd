/** Buttons and menus under the desk's messages; they work for as long as the message stands. */
import { type ButtonInteraction, MessageFlags, type StringSelectMenuInteraction } from 'discord.js';
import { type ActionState, allowAction } from '../../../src/reply/action-state.ts';
import { noticeReply } from '../../../src/reply/reply.ts';
import { readCustomId, readLongText } from '../custom-id.ts';
import { showMessages } from '../posting/deliver.ts';
import { readHeldBack } from '../posting/held-back.ts';
import { interactionOutlet } from '../posting/interaction-outlet.ts';
import type { Serving } from '../serving.ts';
import { answer, respond } from './answer-interaction.ts';
import { askModal, reasonModal } from './modals.ts';

type Pressable = ButtonInteraction | StringSelectMenuInteraction;

const OUTDATED = 'This button is from an older version of me. Please ask again.';

/** Answers a press like the command that it stands for. */
export async function press(serving: Serving, interaction: Pressable): Promise<void> {
  const rest = await readHeldBack(interaction.customId, serving.kept);
  if (rest) {
    const outlet = interactionOutlet(interaction, interaction.message.flags.has(MessageFlags.Ephemeral));
    return showMessages(outlet, rest, serving.kept);
  }
  const pressed = await readCustomId(interaction.customId, serving.kept);
  if (!pressed || !allowAction(serving.deps.commands, pressed.state)) return outdated(serving, interaction);
  await carryOut(serving, interaction, pressed);
}

function outdated(serving: Serving, interaction: Pressable): Promise<void> {
  return respond(serving, interaction, {
    isPrivate: true,
    work: () => Promise.resolve(noticeReply('error', OUTDATED)),
  });
}

async function carryOut(
  serving: Serving,
  interaction: Pressable,
  { state, isPrivate }: { readonly state: ActionState; readonly isPrivate: boolean },
): Promise<void> {
  switch (state.kind) {
    case 'run':
      // Many read a briefing in a channel: what one of them looks up is shown to that one.
      return answer(serving, interaction, {
        path: state.command,
        options: state.options,
        isPrivate: isPrivate || interaction.inGuild(),
      });
    case 'choose':
      return choose(serving, interaction, { ...state, isPrivate });
    case 'ask':
      return interaction.showModal(
        askModal(serving.deps.desk, {
          topic: state.topic,
          isPrivate: isPrivate || interaction.message.flags.has(MessageFlags.Ephemeral),
        }),
      );
    case 'vote':
      return vote(serving, interaction, state);
    case 'reason':
      return interaction.showModal(reasonModal(state.answer));
    default:
      return state satisfies never;
  }
}

async function choose(
  serving: Serving,
  interaction: Pressable,
  {
    command,
    option,
    isPrivate,
  }: { readonly command: string; readonly option: string; readonly isPrivate: boolean },
): Promise<void> {
  const [picked] = interaction.isStringSelectMenu() ? interaction.values : [];
  const value = picked === undefined ? undefined : await readLongText(picked, serving.kept);
  if (value === undefined) return outdated(serving, interaction);
  await answer(serving, interaction, { path: command, options: { [option]: value }, isPrivate });
}

/** Pressing twice is one vote, and the other button changes it. */
async function vote(
  serving: Serving,
  interaction: Pressable,
  { answer: id, helpful }: Extract<ActionState, { kind: 'vote' }>,
): Promise<void> {
  const { desk, metrics } = serving.deps;
  metrics.count('votes', { platform: 'discord', helpful: String(helpful) });
  const recorded = desk.vote({ answer: id, voter: `discord:${interaction.user.id}`, helpful });
  // A modal can only be the first response: the vote counts whether or not a reason follows.
  if (!helpful) return void (await Promise.all([recorded, interaction.showModal(reasonModal(id))]));
  await respond(serving, interaction, {
    isPrivate: true,
    work: async () => {
      await recorded;
      return noticeReply('info', 'Thank you: noted as helpful. “Not helpful” changes it.');
    },
  });
}
