/**
 * Renders a Reply as Discord messages, with Components V2. Embeds were the other choice: they hold more text in all
 * (6,000 characters), but buttons cannot stand beside the words that they belong to, and headings, quotes and small
 * print in them are not what readers know from messages. A container has one reading order from title to sources.
 */
import { type APIContainerComponent, ComponentType, MessageFlags } from 'discord.js';
import { oncePer } from '../../../src/once-per.ts';
import type { Block, Reply } from '../../../src/reply/reply.ts';
import { splitText } from '../../../src/reply/split.ts';
import { limits } from '../limits.ts';
import { type Marking, renderActions } from './actions.ts';
import { escapeText } from './escape.ts';
import { assemble, type Group, type Part, packGroups } from './pack.ts';
import { type Citations, citationsOf, renderText } from './pieces.ts';

/** A message as Discord's REST API takes it. */
export type DiscordMessage = {
  readonly flags: number;
  readonly components: readonly APIContainerComponent[];
  /** Nobody is ever mentioned, whatever the text says. */
  readonly allowed_mentions: { readonly parse: []; readonly replied_user: false };
};

/** A reply as messages, and what has to be saved for their buttons. */
export type RenderedReply = {
  readonly messages: readonly DiscordMessage[];
  /** States of buttons that are too long for their custom id, by key: to be saved before the messages are sent. */
  readonly stored: ReadonlyMap<string, string>;
};

/** How a reply is rendered. */
export type RenderOptions = {
  /** Marks the buttons so that what they bring is shown to the one who presses alone. */
  readonly isPrivate?: boolean;
};

/**
 * Renders a reply: one message or several, each within the limits, none of the text left out. Replies are never mutated,
 * and a briefing is the same one for everybody until its file changes.
 */
export function renderReply(reply: Reply, { isPrivate = false }: RenderOptions = {}): RenderedReply {
  return isPrivate ? renderPrivate(reply) : renderPublic(reply);
}

const renderPublic = oncePer((reply: Reply) => render(reply, false));
const renderPrivate = oncePer((reply: Reply) => render(reply, true));

function render(reply: Reply, isPrivate: boolean): RenderedReply {
  const citations = citationsOf(reply);
  const marking: Marking = { isPrivate, taken: new Map() };
  const stored = new Map<string, string>();
  const groups = glue(
    reply.blocks.map((block) => ({ block, parts: partsOf(block, { citations, marking, stored }) })),
  );
  const packed = packGroups(groups);
  const messages = packed.length > 0 ? packed : [[{ kind: 'text', text: '…' } satisfies Part]];
  return {
    messages: messages.map((parts) =>
      message({
        type: ComponentType.Container,
        accent_color: accentOf(reply),
        components: assemble(parts),
      }),
    ),
    stored,
  };
}

function message(container: APIContainerComponent): DiscordMessage {
  return {
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    components: [container],
    allowed_mentions: { parse: [], replied_user: false },
  };
}

type Rendering = {
  readonly citations: Citations;
  readonly marking: Marking;
  readonly stored: Map<string, string>;
};

function partsOf(block: Block, { citations, marking, stored }: Rendering): readonly Part[] {
  if (block.kind !== 'actions')
    return renderText(block, citations).map((line) => ({ kind: 'text', text: line }));
  const { rows, spelledOut, stored: kept } = renderActions(block.actions, marking);
  for (const [key, value] of kept) stored.set(key, value);
  return [...spelledOut.flatMap(spell), ...rows.map((row): Part => ({ kind: 'row', row }))];
}

function spell(label: string): readonly Part[] {
  const show = (words: string) => `→ ${escapeText(words, false)}`;
  return splitText(label, (piece) => show(piece).length <= limits.messageText).map((piece) => ({
    kind: 'text',
    text: show(piece),
  }));
}

type Rendered = { readonly block: Block; readonly parts: readonly Part[] };

/** Keeps a heading and its small print with what follows, and draws a line before each section. */
function glue(blocks: readonly Rendered[]): readonly Group[] {
  const groups: Part[][] = [];
  let isOpen = false;
  for (const { block, parts } of blocks) {
    if (parts.length === 0) continue;
    const group = [...spaceBefore(block), ...parts];
    if (isOpen) groups.at(-1)?.push(...parts);
    else groups.push(group);
    isOpen = block.kind === 'heading' || (isOpen && block.kind === 'context');
  }
  return groups;
}

/** A line before sections, sources and buttons. */
function spaceBefore({ kind, ...block }: Block): readonly Part[] {
  const opensSection = kind === 'heading' && 'level' in block && block.level === 2;
  return opensSection || kind === 'dispute' || kind === 'sources' ? [{ kind: 'divider' }] : [];
}

const accents = { brief: 0x2f6fde, info: 0x5b7083, warning: 0xd9a300, error: 0xc0392b } as const;

function accentOf({ blocks }: Reply): number {
  const [first] = blocks;
  return accents[first?.kind === 'notice' ? first.tone : 'brief'];
}
