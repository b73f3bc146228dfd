/** The two modals: a question, and what was not helpful. */
import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import type { Desk } from '../../../src/desk.ts';
import { markId, packState } from '../custom-id.ts';
import { limits } from '../limits.ts';
import { clip } from '../render/actions.ts';

/** Id of the only field of a modal. */
export const FIELD = 'text';

/** Longest question, and longest reason, that a field takes, in characters. */
const QUESTION_LENGTH = 1000;
const REASON_LENGTH = 1000;

/** Asks for a question, about the topic where one is named. */
export function askModal(
  desk: Desk,
  { topic, isPrivate }: { readonly topic: string | undefined; readonly isPrivate: boolean },
): ModalBuilder {
  const title = topic === undefined ? undefined : desk.topic(topic)?.title;
  const { id } = packState({ kind: 'ask', ...(topic === undefined ? {} : { topic }) });
  return modal({
    id: markId(id, { isPrivate, repeat: 0 }),
    title: title ? `Ask: ${title}` : 'Ask the desk',
    label: 'Your question',
    field: new TextInputBuilder()
      .setStyle(TextInputStyle.Paragraph)
      .setPlaceholder('How long was the call?')
      .setMaxLength(QUESTION_LENGTH)
      .setRequired(true),
  });
}

/** Asks what was wrong with an answer; may be left empty. */
export function reasonModal(answer: string): ModalBuilder {
  return modal({
    id: packState({ kind: 'reason', answer }).id,
    title: 'Noted as not helpful',
    label: 'What was wrong? (you may leave it empty)',
    field: new TextInputBuilder()
      .setStyle(TextInputStyle.Paragraph)
      .setPlaceholder('A wrong figure, a missing source, not what was asked …')
      .setMaxLength(REASON_LENGTH)
      .setRequired(false),
  });
}

type Form = {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly field: TextInputBuilder;
};

function modal({ id, title, label, field }: Form): ModalBuilder {
  return new ModalBuilder()
    .setCustomId(id)
    .setTitle(clip(title, limits.modalTitle))
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(clip(label, limits.inputLabel))
        .setTextInputComponent(field.setCustomId(FIELD)),
    );
}
