/** The smallest things that a message is packed from: a block, and the same in plain text. */
import type { types } from '@slack/bolt';
import type { Runs } from '../../../src/reply/reply.ts';
import { splitRuns } from '../../../src/reply/split.ts';
import { limits } from '../limits.ts';
import { fallbackText, hasInk, type Marks, type RichTextElement, richElements } from './rich-text.ts';

/** A block and what a screen reader says for it; `text` is empty for buttons, which Slack reads out itself. */
export type Part = {
  readonly block: types.KnownBlock;
  readonly text: string;
  /** Characters of the block as `sizeOf` counts them. */
  readonly size: number;
  /** True for a heading, which goes with what follows it. */
  readonly leads?: boolean;
};

/** A block with its text, measured once. */
export function partOf(block: types.KnownBlock, text = ''): Part {
  return { block, text, size: sizeOf(block) };
}

/** Parts that belong together: they are posted in one message wherever they fit into one. */
export type Group = readonly Part[];

/** A line, a bullet or a quote of a rich text block. */
export type Row = {
  readonly kind: 'line' | 'bullet' | 'quote';
  readonly elements: RichTextElement[];
  readonly text: string;
};

/** Characters of JSON that a rich text block may take; several blocks have to fit into a message. */
const RICH_BLOCK_JSON = 6000;

/** Characters as Slack would count them at their strictest. */
const sizeOf = (value: unknown): number => JSON.stringify(value).length;

/** Runs as rows that each fit into a block; cut between sentences where one is too long. Empty runs give no row. */
export function rowsOf(kind: Row['kind'], runs: Runs, marks: Marks): readonly Row[] {
  const fits = (piece: Runs) => {
    const elements = richElements(piece, marks);
    return sizeOf(elements) <= RICH_BLOCK_JSON / 2 && fallbackText(piece, marks).length <= limits.richText;
  };
  const pieces = fits(runs) ? [runs] : splitRuns(runs, fits);
  return pieces
    .filter((piece) => hasInk(piece, marks))
    .map((piece) => ({
      kind,
      elements: richElements(piece, marks),
      text: fallbackText(piece, marks).trim(),
    }));
}

/** What a row takes beside its elements: the names of its types and lists. */
const ROW_JSON = 100;

/** What still goes into a block, in characters. */
type Room = { readonly json: number; readonly text: number };
const EMPTY_BLOCK: Room = { json: RICH_BLOCK_JSON, text: limits.richText };

/** Rows as rich text blocks, as few as the limits allow. */
export function partsOf(rows: readonly Row[]): readonly Part[] {
  const parts: Part[] = [];
  let open: readonly Row[] = [];
  let room: Room = EMPTY_BLOCK;
  for (const row of rows) {
    const needs = { json: sizeOf(row.elements) + ROW_JSON, text: row.text.length + 3 };
    if (open.length > 0 && (needs.json > room.json || needs.text > room.text)) {
      parts.push(richPart(open));
      open = [];
      room = EMPTY_BLOCK;
    }
    open = [...open, row];
    room = { json: room.json - needs.json, text: room.text - needs.text };
  }
  return open.length > 0 ? [...parts, richPart(open)] : parts;
}

function richPart(rows: readonly Row[]): Part {
  return partOf(
    { type: 'rich_text', elements: rows.reduce(appendRow, []) },
    rows.map(({ kind, text }) => (kind === 'bullet' ? `• ${text}` : text)).join('\n'),
  );
}

type Rich = types.RichTextBlock['elements'];

/** Bullets that follow each other are one list; lines that follow each other need a break between them. */
function appendRow(done: Rich, { kind, elements }: Row): Rich {
  const last = done.at(-1);
  if (kind === 'quote') return [...done, { type: 'rich_text_quote', elements }];
  if (kind === 'line') return [...done, { type: 'rich_text_section', elements }];
  const item = { type: 'rich_text_section' as const, elements };
  return last?.type === 'rich_text_list'
    ? [...done.slice(0, -1), { ...last, elements: [...last.elements, item] }]
    : [...done, { type: 'rich_text_list', style: 'bullet', elements: [item] }];
}
