/** Buttons, menus and votes under the desk's messages. */
import { z } from 'zod';
import { type ActionState, allowAction, decodeActionState } from '../../../src/reply/action-state.ts';
import { noticeReply } from '../../../src/reply/reply.ts';
import { type Asker, apiFor, guarded, type Handling, type SlackApp, teamOf } from '../handling.ts';
import { deliver, type Origin, runAndDeliver } from '../posting/deliver.ts';
import { ACTION_PREFIX, menuState } from '../render/actions.ts';
import { openAskView, openReasonView } from './modals.ts';

const pressSchema = z.object({
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  container: z.object({
    type: z.string(),
    is_ephemeral: z.boolean().optional(),
    thread_ts: z.string().optional(),
  }),
});

const elementSchema = z.object({
  action_id: z.string(),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

type Press = { readonly state: ActionState; readonly picked?: string };

/** Answers presses: acknowledged first, then run like the command that they stand for. */
export function listenForPresses(app: SlackApp, handling: Handling): void {
  app.action(new RegExp(`^${ACTION_PREFIX}`), async ({ ack, action, body, client, context }) => {
    await ack();
    await guarded(handling, 'press', async () => {
      const pressed = pressSchema.safeParse(body);
      const press = readPress(action);
      if (!pressed.success) return;
      const origin = originOf(pressed.data);
      const team = teamOf(context, pressed.data.team?.id);
      const { channel, thread } = origin;
      const asker = {
        api: apiFor(client, handling),
        team,
        user: pressed.data.user.id,
        channel,
        ...(thread ? { thread } : {}),
      };
      if (!press || !allowAction(handling.deps.commands, press.state))
        return deliver(handling, asker, { origin, reply: noticeReply('error', OUTDATED) });
      await carryOut(handling, press, { asker, origin, trigger: pressed.data.trigger_id });
    });
  });
}

const OUTDATED = 'This button is from an older version of me. Please ask again.';

function readPress(action: unknown): Press | undefined {
  const element = elementSchema.safeParse(action).data;
  const picked = element?.selected_option?.value;
  const encoded = picked === undefined ? element?.value : menuState(element?.action_id ?? '');
  const state = encoded === undefined ? undefined : decodeActionState(encoded);
  return state && { state, ...(picked === undefined ? {} : { picked }) };
}

/** Where an answer to a press goes: beside the message, or to the person where there is none (App Home). */
function originOf({ container, channel, message, response_url, user }: z.output<typeof pressSchema>): Origin {
  const thread = message?.thread_ts ?? container.thread_ts;
  return {
    channel: channel?.id ?? user.id,
    ephemeral: container.is_ephemeral ?? false,
    ...(thread ? { thread } : {}),
    ...(response_url ? { respondTo: response_url } : {}),
  };
}

type Pressed = { readonly asker: Asker; readonly origin: Origin; readonly trigger: string };

async function carryOut(
  handling: Handling,
  { state, picked }: Press,
  { asker, origin, trigger }: Pressed,
): Promise<void> {
  switch (state.kind) {
    case 'run':
      return runAndDeliver(handling, asker, { origin, path: state.command, options: state.options });
    case 'choose': {
      const options = { [state.option]: picked };
      return runAndDeliver(handling, asker, { origin, path: state.command, options, chosen: true });
    }
    case 'ask':
      return openAskView(asker.api, { trigger, origin, ...(state.topic ? { topic: state.topic } : {}) });
    case 'vote':
      return vote(handling, { asker, origin, trigger }, state);
    case 'reason':
      return openReasonView(asker.api, { trigger, origin, answer: state.answer });
    default:
      return state satisfies never;
  }
}

/** Pressing twice is one vote; the other button changes it. */
async function vote(
  handling: Handling,
  { asker, origin, trigger }: Pressed,
  { answer, helpful }: Extract<ActionState, { kind: 'vote' }>,
) {
  const { user, team, api } = asker;
  await handling.deps.desk.vote({ answer, helpful, voter: `slack:${team}:${user}` });
  handling.deps.metrics.count('votes', { platform: 'slack', helpful: String(helpful) });
  if (!helpful) return openReasonView(api, { trigger, origin, answer });
  await deliver(handling, asker, {
    origin,
    reply: { ...noticeReply('info', 'Thank you: noted as helpful.'), private: true },
  });
}
