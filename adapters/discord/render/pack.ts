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

/** Fills messages in order: a group that does not fit any more opens the next one. */
export function packGroups(groups: readonly Group[]): readonly (readonly Part[])[] {
  const messages: Part[][] = [];
  for (const group of groups) {
    const last = messages.at(-1);
    if (last && fits([...last, ...group])) last.push(...group);
    else if (fits(group)) messages.push(withoutDivider(group));
    else packParts(messages, group);
  }
  return messages.filter((parts) => parts.some(({ kind }) => kind !== 'divider'));
}

/** A group larger than a message goes on from where the last one ended, part by part. */
function packParts(messages: Part[][], group: Group): void {
  for (const part of group) {
    const last = messages.at(-1);
    if (last && fits([...last, part])) last.push(part);
    else messages.push(withoutDivider([part]));
  }
}

function withoutDivider(group: Group): Part[] {
  return group[0]?.kind === 'divider' ? group.slice(1) : [...group];
}

function fits(parts: readonly Part[]): boolean {
  const components = assemble(parts);
  const text = components.reduce(
    (sum, each) => sum + (each.type === ComponentType.TextDisplay ? each.content.length : 0),
    0,
  );
  return (
    text <= limits.messageText && components.reduce(countComponents, CONTAINER) <= limits.messageComponents
  );
}

function countComponents(sum: number, component: APIComponentInContainer): number {
  return sum + 1 + (component.type === ComponentType.ActionRow ? component.components.length : 0);
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
