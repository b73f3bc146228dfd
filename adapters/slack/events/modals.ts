/** The two modals: a field for a question, and a field for what was wrong with an answer. */
import type { types } from '@slack/bolt';
import { z } from 'zod';
import { noticeReply } from '../../../src/reply/reply.ts';
import { apiFor, guarded, type Handling, type SlackApp, teamOf } from '../handling.ts';
import { limits } from '../limits.ts';
import { deliver, type Origin, originSchema, runAndDeliver } from '../posting/deliver.ts';
import { plainText } from '../render/sources.ts';
import type { SlackApi } from '../web-api.ts';

/** What a modal carries from its opening to its submission; users never see it. */
const metadataSchema = z.object({
  origin: originSchema,
  topic: z.string().optional(),
  answer: z.string().optional(),
});
type Metadata = z.output<typeof metadataSchema>;

const ASK = 'desk-ask';
const REASON = 'desk-reason';
const FIELD = 'field';

/** Opens the field for a question; Slack allows it for 3 seconds after the press. */
export async function openAskView(
  api: SlackApi,
  { trigger, origin, topic }: { readonly trigger: string; readonly origin: Origin; readonly topic?: string },
): Promise<void> {
  const input = {
    label: 'Your question',
    placeholder: 'How long did the call last?',
    maxLength: limits.inputText,
  };
  await openView(api, trigger, {
    callback: ASK,
    title: 'Ask the desk',
    submit: 'Ask',
    input,
    metadata: { origin, ...(topic ? { topic } : {}) },
  });
}

/** Asks what was wrong; the vote itself has been counted. */
export async function openReasonView(
  api: SlackApi,
  { trigger, origin, answer }: { readonly trigger: string; readonly origin: Origin; readonly answer: string },
): Promise<void> {
  const input = { label: 'What was wrong?', placeholder: 'It left out who said so.', maxLength: 1000 };
  await openView(api, trigger, {
    callback: REASON,
    title: 'Not helpful',
    submit: 'Send',
    input,
    metadata: { origin, answer },
  });
}

/** Takes what was typed into the modals. */
export function listenForModals(app: SlackApp, handling: Handling): void {
  app.view(ASK, async ({ ack, body, view, client, context }) => {
    await ack();
    await guarded(handling, 'modal', async () => {
      const sent = readSent(view);
      if (!sent) return;
      const { origin, topic } = sent.metadata;
      const asker = {
        api: apiFor(client, handling),
        team: teamOf(context, body.team?.id),
        user: body.user.id,
        channel: origin.channel,
        ...(origin.thread ? { thread: origin.thread } : {}),
      };
      const options = { question: sent.words, ...(topic ? { topic } : {}) };
      await runAndDeliver(handling, asker, { origin, path: 'ask', options });
    });
  });
  app.view(REASON, async ({ ack, body, view, client, context }) => {
    await ack();
    await guarded(handling, 'modal', async () => {
      const sent = readSent(view);
      if (!sent?.metadata.answer) return;
      const voter = `slack:${teamOf(context, body.team?.id)}:${body.user.id}`;
      await handling.deps.desk.vote({
        answer: sent.metadata.answer,
        helpful: false,
        voter,
        reason: sent.words,
      });
      const reply = { ...noticeReply('info', 'Thank you: noted, with your reason.'), private: true };
      await deliver(
        handling,
        { api: apiFor(client, handling), user: body.user.id },
        { origin: sent.metadata.origin, reply },
      );
    });
  });
}

type Modal = {
  readonly callback: string;
  readonly title: string;
  readonly submit: string;
  readonly input: { readonly label: string; readonly placeholder: string; readonly maxLength: number };
  readonly metadata: Metadata;
};

async function openView(
  api: SlackApi,
  trigger: string,
  { callback, title, submit, input, metadata }: Modal,
): Promise<void> {
  const element: types.PlainTextInput = {
    type: 'plain_text_input',
    action_id: FIELD,
    multiline: true,
    max_length: input.maxLength,
    placeholder: plainText(input.placeholder),
  };
  await api.openView({
    trigger_id: trigger,
    view: {
      type: 'modal',
      callback_id: callback,
      title: plainText(title),
      submit: plainText(submit),
      close: plainText('Cancel'),
      private_metadata: JSON.stringify(metadata).slice(0, limits.privateMetadata),
      blocks: [{ type: 'input', block_id: FIELD, label: plainText(input.label), element }],
    },
  });
}

function readSent(view: {
  readonly private_metadata: string;
  readonly state: {
    readonly values: Readonly<Record<string, Readonly<Record<string, { readonly value?: string | null }>>>>;
  };
}): { readonly metadata: Metadata; readonly words: string } | undefined {
  const metadata = metadataSchema.safeParse(parseJson(view.private_metadata));
  const words = view.state.values[FIELD]?.[FIELD]?.value ?? '';
  return metadata.success ? { metadata: metadata.data, words } : undefined;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
