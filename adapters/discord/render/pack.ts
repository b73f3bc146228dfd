/** Packs rendered blocks into messages that keep to Discord's limits. */
import { type APIComponentInContainer, ComponentType, SeparatorSpacingSize } from 'discord.js';
import { limits } from '../limits.ts';
import type { Row } from './actions.ts';

/** The smallest thing that is never split. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'divider' };

/** What belongs together: it stands in one message where one message can hold it. */
export type Group = readonly Part[];

/** The container itself is a component, too. */
const CONTAINER = 1;

/** A message that is being filled, and what it takes up of the limits so far. */
type Draft = { readonly parts: Part[]; text: number; components: number };

/** Fills messages in order: a group that does not fit any more opens the next one. */
export function packGroups(groups: readonly Group[]): readonly (readonly Part[])[] {
  const drafts: Draft[] = [];
  for (const group of groups) if (!addTo(drafts.at(-1), group)) openWith(drafts, group);
  return drafts.map(({ parts }) => parts).filter((parts) => parts.some(({ kind }) => kind !== 'divider'));
}

/** Opens a message with a group. One that is larger than a message goes on from where the last one ended. */
function openWith(drafts: Draft[], group: Group): void {
  const whole = newDraft();
  if (addTo(whole, withoutDivider(group))) {
    drafts.push(whole);
    return;
  }
  for (const part of group) {
    if (addTo(drafts.at(-1), [part])) continue;
    const draft = newDraft();
    addTo(draft, withoutDivider([part]));
    drafts.push(draft);
  }
}

function newDraft(): Draft {
  return { parts: [], text: 0, components: CONTAINER };
}

function withoutDivider(group: Group): Group {
  return group[0]?.kind === 'divider' ? group.slice(1) : group;
}

/** Adds a group where it fits as a whole, and says whether it did. */
function addTo(draft: Draft | undefined, group: Group): boolean {
  if (!draft) return false;
  let { text, components } = draft;
  let last = draft.parts.at(-1);
  for (const part of group) {
    const joins = part.kind === 'text' && last?.kind === 'text';
    if (part.kind === 'text') text += part.text.length + (joins ? 1 : 0);
    if (!joins) components += 1 + (part.kind === 'row' ? part.row.components.length : 0);
    last = part;
  }
  if (text > limits.messageText || components > limits.messageComponents) return false;
  draft.parts.push(...group);
  Object.assign(draft, { text, components });
  return true;
}

/** The components of a message: neighbouring texts become one, line by line. */
export function assemble(parts: readonly Part[]): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  for (const part of parts) {
    const last = components.at(-1);
    if (part.kind === 'row') components.push(part.row);
    else if (part.kind === 'divider')
      components.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
    else if (last?.type === ComponentType.TextDisplay) last.content += `\n${part.text}`;
    else components.push({ type: ComponentType.TextDisplay, content: part.text });
  }
  return components;
}
