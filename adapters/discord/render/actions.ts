/** Actions as buttons and menus. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { ActionState } from '../../../src/reply/action-state.ts';
import type { Action } from '../../../src/reply/reply.ts';
import { longTextKey, markId, packState } from '../custom-id.ts';
import { limits } from '../limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The rows of some actions, the labels that are too long for them, and what has to be stored for them to work. */
export type RenderedActions = {
  readonly rows: readonly Row[];
  readonly spelledOut: readonly string[];
  readonly stored: ReadonlyMap<string, string>;
};

/** How custom ids are marked; `taken` counts those of the reply so far, since a message may not have one twice. */
export type Marking = { readonly isPrivate: boolean; readonly taken: Map<string, number> };

/** Renders the actions of one block: buttons in rows of five, then a menu in a row of its own for each choice. */
export function renderActions(actions: readonly Action[], marking: Marking): RenderedActions {
  const stored = new Map<string, string>();
  const idOf = (state: ActionState): string => {
    const packed = packState(state);
    if (packed.stored) stored.set(...packed.stored);
    const repeat = marking.taken.get(packed.id) ?? 0;
    marking.taken.set(packed.id, repeat + 1);
    return markId(packed.id, { isPrivate: marking.isPrivate, repeat });
  };
  const buttons = actions.flatMap((action) => buttonsOf(action, idOf));
  const menus = actions.flatMap((action) =>
    action.kind === 'choose' ? menusOf(action, { idOf, stored }) : [],
  );
  return {
    rows: [...chunks(buttons, limits.rowButtons), ...menus.map((menu) => [menu])].map(rowOf),
    spelledOut: actions.flatMap(longLabels),
    stored,
  };
}

type IdOf = (state: ActionState) => string;

function rowOf(components: readonly APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components: [...components] };
}

function buttonsOf(action: Action, idOf: IdOf): readonly APIButtonComponent[] {
  switch (action.kind) {
    case 'run':
      return [button(action.label, idOf({ kind: 'run', command: action.command, options: action.options }))];
    case 'ask':
      return [
        button(action.label, idOf({ kind: 'ask', ...(action.topic ? { topic: action.topic } : {}) }), true),
      ];
    case 'feedback':
      return [true, false].map((helpful) =>
        button(helpful ? 'Helpful' : 'Not helpful', idOf({ kind: 'vote', answer: action.answer, helpful })),
      );
    case 'choose':
      return [];
    default:
      return action satisfies never;
  }
}

function button(label: string, customId: string, isMain = false): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: isMain ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: clip(label, limits.buttonLabel),
    custom_id: customId,
  };
}

type Choose = Extract<Action, { kind: 'choose' }>;

/** A menu holds 25 choices; more of them become further menus. */
function menusOf(
  action: Choose,
  { idOf, stored }: { readonly idOf: IdOf; readonly stored: Map<string, string> },
): readonly APIStringSelectComponent[] {
  const distinct = [...new Map(action.choices.map((choice) => [choice.value, choice])).values()];
  return chunks(distinct, limits.selectOptions).map((choices) => ({
    type: ComponentType.StringSelect,
    custom_id: idOf({ kind: 'choose', command: action.command, option: action.option }),
    placeholder: clip(action.label, limits.selectPlaceholder),
    options: choices.map(({ label, value, description }) => ({
      label: clip(label, limits.selectText),
      value: selectValue(value, stored),
      ...(description?.trim() ? { description: clip(description, limits.selectText) } : {}),
    })),
  }));
}

function selectValue(value: string, stored: Map<string, string>): string {
  if (value !== '' && value.length <= limits.selectText) return value;
  const key = longTextKey(value);
  stored.set(key, value);
  return key;
}

/** Labels that do not fit on their button, as lines of text above it. */
function longLabels(action: Action): readonly string[] {
  switch (action.kind) {
    case 'run':
    case 'ask':
      return tooLong([action.label], limits.buttonLabel);
    case 'choose':
      return [
        ...tooLong([action.label], limits.selectPlaceholder),
        ...tooLong(
          action.choices.flatMap(({ label, description = '' }) => [label, description]),
          limits.selectText,
        ),
      ];
    case 'feedback':
      return [];
    default:
      return action satisfies never;
  }
}

function tooLong(labels: readonly string[], limit: number): readonly string[] {
  return labels.filter((label) => label.trim().length > limit);
}

/** Shortens a label at a grapheme, with "…"; never blank, which Discord refuses. */
export function clip(label: string, limit: number): string {
  const words = label.trim() || '…';
  if (words.length <= limit) return words;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(words)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
