/** Actions as buttons, menus and feedback buttons, which carry all they need to be understood after a restart. */
import type { types } from '@slack/bolt';
import { chunks } from '../../../src/chunks.ts';
import { encodeActionState } from '../../../src/reply/action-state.ts';
import type { Action } from '../../../src/reply/reply.ts';
import { limits } from '../limits.ts';
import { inertPlain } from './inert.ts';
import { type Part, partOf, partsOf, rowsOf } from './parts.ts';
import { plainText } from './sources.ts';

/** Every `action_id` of this app begins so; what follows keeps the ids of a message apart. */
export const ACTION_PREFIX = 'desk:';

type Choose = Extract<Action, { kind: 'choose' }>;
type Element = types.Button | types.StaticSelect;

/** The parts of a block of actions; `place` is the block's position in the reply. */
export function actionParts(actions: readonly Action[], place: number): readonly Part[] {
  const elements = actions.flatMap((action, index) =>
    elementsOf(action, `${ACTION_PREFIX}${place}.${index}`),
  );
  const pressable = chunks(elements, limits.actionsElements).map((chunk) =>
    partOf({ type: 'actions', elements: [...chunk] }),
  );
  return [...pressable, ...untypable(actions), ...feedbackParts(actions, place)];
}

/** What a menu's `action_id` says of the command and option that its value belongs to. */
export function menuState(actionId: string): string | undefined {
  return actionId.startsWith(ACTION_PREFIX) ? /\|(.+)$/s.exec(actionId)?.[1] : undefined;
}

function elementsOf(action: Action, id: string): readonly Element[] {
  switch (action.kind) {
    case 'run': {
      const { command, options } = action;
      return button(id, action.label, encodeActionState({ kind: 'run', command, options }));
    }
    case 'ask': {
      const topic = action.topic === undefined ? {} : { topic: action.topic };
      return button(id, action.label, encodeActionState({ kind: 'ask', ...topic }));
    }
    case 'choose':
      return chooseElements(action, id);
    case 'feedback':
      return [];
    default:
      return action satisfies never;
  }
}

/** No button where what it does is too long to be kept in it: `untypable` says it in words. */
function button(id: string, label: string, value: string): readonly types.Button[] {
  if (value.length > limits.buttonValue) return [];
  return [{ type: 'button', action_id: id, text: short(label, limits.buttonText), value }];
}

function chooseElements({ label, command, option, choices }: Choose, id: string): readonly Element[] {
  const short75 = choices.filter(({ value }) => value.length <= limits.optionValue);
  const long = choices.filter(({ value }) => value.length > limits.optionValue);
  const menus = chunks(short75, limits.selectOptions).map(
    (chunk, index): types.StaticSelect => ({
      type: 'static_select',
      action_id: `${id}.${index}|${encodeActionState({ kind: 'choose', command, option })}`,
      placeholder: short(label, limits.placeholder),
      options: chunk.map(menuOption),
    }),
  );
  const buttons = long.flatMap((choice, index) =>
    button(
      `${id}.b${index}`,
      choice.label,
      encodeActionState({ kind: 'run', command, options: { [option]: choice.value } }),
    ),
  );
  return [...menus, ...buttons];
}

function menuOption({ label, value, description }: Choose['choices'][number]): types.PlainTextOption {
  return {
    text: short(label, limits.optionText),
    value,
    ...(description ? { description: short(description, limits.optionDescription) } : {}),
  };
}

function untypable(actions: readonly Action[]): readonly Part[] {
  const marks = { numbers: new Map(), references: new Map() };
  const rows = actions.flatMap((action) =>
    action.kind === 'run' && encodeActionState({ ...action, kind: 'run' }).length > limits.buttonValue
      ? rowsOf('bullet', [{ kind: 'text', text: action.label }], marks)
      : [],
  );
  return partsOf(rows);
}

function feedbackParts(actions: readonly Action[], place: number): readonly Part[] {
  const elements = actions.flatMap((action, index) =>
    action.kind === 'feedback' ? [feedbackButtons(action.answer, `${ACTION_PREFIX}${place}.${index}`)] : [],
  );
  return chunks(elements, limits.contextActionsElements).map((chunk) =>
    partOf({ type: 'context_actions', elements: [...chunk] }),
  );
}

function feedbackButtons(answer: string, id: string): types.FeedbackButtons {
  const vote = (helpful: boolean) => encodeActionState({ kind: 'vote', answer, helpful });
  return {
    type: 'feedback_buttons',
    action_id: id,
    positive_button: {
      text: plainText('Helpful'),
      accessibility_label: 'This answer was helpful',
      value: vote(true),
    },
    negative_button: {
      text: plainText('Not helpful'),
      accessibility_label: 'This answer was not helpful',
      value: vote(false),
    },
  };
}

/** A label that Slack would refuse is cut before a word and ends in "…"; pressing it still does the whole. */
function short(label: string, limit: number): types.PlainTextElement {
  const whole = plainText(label.trim() || '…');
  if (whole.text.length <= limit) return whole;
  const room = inertPlain(label)
    .trim()
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '');
  return { ...whole, text: `${room.replace(/\s+\S*$/, '') || room}…` };
}
