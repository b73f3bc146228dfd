/** What comes back from the modals. */
import type { ModalSubmitInteraction } from 'discord.js';
import { noticeReply } from '../../../src/reply/reply.ts';
import { readCustomId } from '../custom-id.ts';
import type { Serving } from '../serving.ts';
import { answer, respond } from './answer-interaction.ts';
import { FIELD } from './modals.ts';

/** Answers a question from the modal, or notes a reason. */
export async function submit(serving: Serving, interaction: ModalSubmitInteraction): Promise<void> {
  const read = await readCustomId(interaction.customId, serving.kept);
  const words = interaction.fields.getTextInputValue(FIELD).trim();
  if (read?.state.kind === 'ask')
    return answer(serving, interaction, {
      path: 'ask',
      options: { question: words, ...(read.state.topic === undefined ? {} : { topic: read.state.topic }) },
      isPrivate: read.isPrivate,
    });
  if (read?.state.kind === 'reason')
    return noteReason(serving, interaction, { answer: read.state.answer, words });
  await say(serving, interaction, 'This form is from an older version of me. Please ask again.');
}

async function noteReason(
  serving: Serving,
  interaction: ModalSubmitInteraction,
  { answer: id, words }: { readonly answer: string; readonly words: string },
): Promise<void> {
  await serving.deps.desk.vote({
    answer: id,
    voter: `discord:${interaction.user.id}`,
    helpful: false,
    ...(words ? { reason: words } : {}),
  });
  await say(serving, interaction, 'Thank you: noted as not helpful. “Helpful” changes it.');
}

function say(serving: Serving, interaction: ModalSubmitInteraction, words: string): Promise<void> {
  return respond(serving, interaction, {
    isPrivate: true,
    work: () => Promise.resolve(noticeReply('info', words)),
  });
}
