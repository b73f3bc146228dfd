/** Packs groups of blocks into as few messages as Slack's limits allow. */
import type { types } from '@slack/bolt';
import { splitText } from '../../../src/reply/split.ts';
import { limits } from '../limits.ts';
import type { Group, Part } from './parts.ts';

/** One message: what chat.postMessage takes beside the channel. */
export type SlackMessage = { readonly text: string; readonly blocks: readonly types.KnownBlock[] };

/** How much one surface takes. */
export type Room = { readonly blocks: number };

/** The groups in order; a group is only parted where it does not fit into a message of its own. */
export function packGroups(groups: readonly Group[], room: Room): readonly SlackMessage[] {
  const messages: Part[][] = [];
  for (const group of joinHeadings(groups, room)) {
    const open = messages.at(-1);
    if (open && fits([...open, ...group], room)) open.push(...group);
    else if (fits(group, room)) messages.push([...group]);
    else for (const part of group) addPart(messages, part, room);
  }
  return messages.map(messageOf);
}

function addPart(messages: Part[][], part: Part, room: Room): void {
  const open = messages.at(-1);
  if (open && fits([...open, part], room)) open.push(part);
  else messages.push([part]);
}

function fits(parts: readonly Part[], { blocks }: Room): boolean {
  // With the commas between the blocks and the brackets around them.
  const total = parts.reduce((sum, { size }) => sum + size + 1, 1);
  return parts.length <= blocks && total <= limits.blocksTotal;
}

/** A heading goes with what it is the heading of, and never ends a message. */
function joinHeadings(groups: readonly Group[], room: Room): readonly Group[] {
  const joined: Group[] = [];
  for (const group of groups.filter(({ length }) => length > 0)) {
    const before = joined.at(-1);
    if (before?.at(-1)?.leads && fits([...before, ...group], room))
      joined[joined.length - 1] = [...before, ...group];
    else joined.push(group);
  }
  return joined;
}

function messageOf(parts: readonly Part[]): SlackMessage {
  const words = parts.flatMap(({ text }) => (text ? [text] : [])).join('\n');
  return { text: shorten(words) || 'Choose what to do next.', blocks: parts.map(({ block }) => block) };
}

function shorten(words: string): string {
  if (words.length <= limits.messageText) return words;
  return splitText(words, (piece) => piece.length <= limits.messageText)[0] ?? '';
}
