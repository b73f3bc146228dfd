/**
 * What stands in a component's custom id: an action's state, or the key of one that is too long for it, and marks.
 * Nothing secret: a custom id is read back like a command that a user typed.
 */
import { createHash } from 'node:crypto';
import type { Keyv } from 'keyv';
import { type ActionState, decodeActionState, encodeActionState } from '../../src/reply/action-state.ts';
import { limits } from './limits.ts';

/** Room for ";p" and a number that tells equal buttons of one message apart. */
const MARKS = 5;

/** A state as text for a component. `stored` has to be saved before the component is shown. */
export type PackedState = { readonly id: string; readonly stored?: readonly [key: string, value: string] };

/** Packs a state: as itself where it fits, else as the key of what is to be stored. */
export function packState(state: ActionState): PackedState {
  const encoded = encodeActionState(state);
  if (encoded.length <= limits.customId - MARKS) return { id: encoded };
  const key = longTextKey(encoded);
  return { id: key, stored: [key, encoded] };
}

/** The key under which a text that is too long for a component is stored; the same for the same text. */
export function longTextKey(value: string): string {
  return `#${createHash('sha256').update(value).digest('base64url').slice(0, 24)}`;
}

/** Adds the marks: whether answers are for the asker alone, and a number for repeats within a message. */
export function markId(
  id: string,
  { isPrivate, repeat }: { readonly isPrivate: boolean; readonly repeat: number },
): string {
  const marks = `${isPrivate ? 'p' : ''}${repeat > 0 ? repeat : ''}`;
  return marks === '' ? id : `${id};${marks}`;
}

/** What a pressed component stands for, and whether its answer is for the asker alone. */
export type Pressed = { readonly state: ActionState; readonly isPrivate: boolean };

/** Reads a custom id. Undefined where it is none of ours, or what it stood for is not kept any more. */
export async function readCustomId(customId: string, kept: Keyv): Promise<Pressed | undefined> {
  const [, id = customId, marks = ''] = /^(.*);(p?\d*)$/s.exec(customId) ?? [];
  const encoded = await readLongText(id, kept);
  const state = encoded === undefined ? undefined : decodeActionState(encoded);
  return state && { state, isPrivate: marks.startsWith('p') };
}

/** The text behind a key of `longTextKey`, or the text itself. Undefined where it is not kept any more. */
export async function readLongText(text: string, kept: Keyv): Promise<string | undefined> {
  if (!/^#[\w-]{24}$/.test(text)) return text;
  const value: unknown = await kept.get(text);
  return typeof value === 'string' ? value : undefined;
}
