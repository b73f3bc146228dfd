/** Renders a Reply as Slack messages in Block Kit. Pure: the same reply gives the same messages. */
import { oncePer } from '../../../src/once-per.ts';
import { type NumberedPlace, numberCitations } from '../../../src/reply/citations.ts';
import { type Block, cite, type Reply, type Run, type Runs, text } from '../../../src/reply/reply.ts';
import { limits } from '../limits.ts';
import { actionParts } from './actions.ts';
import { inertFallback, inertPlain } from './inert.ts';
import { packGroups, type SlackMessage } from './pack.ts';
import { type Group, type Part, partOf, partsOf, type Row, rowsOf } from './parts.ts';
import { foldMarks, type Marks, markText } from './rich-text.ts';
import { contextParts, plainText, sourceParts } from './sources.ts';

/** What the blocks of one reply share. */
export type Rendering = { readonly marks: Marks; readonly places: readonly NumberedPlace[] };

/**
 * The reply as one message, or as more where Slack would refuse one: in order, nothing left out. Replies are never
 * mutated, and a briefing is the same one for everybody until its file changes.
 */
export const renderReply = oncePer((reply: Reply): readonly SlackMessage[] => {
  const messages = packGroups(renderGroups(reply), { blocks: limits.blocksPerMessage });
  return messages.length > 0 ? messages : [{ text: 'There is nothing to show.', blocks: [] }];
});

/** The reply as groups of blocks, for whatever surface packs them. */
export function renderGroups(reply: Reply): readonly Group[] {
  const rendering = renderingOf(reply);
  return reply.blocks.map((block, place) => renderBlock(block, { ...rendering, place }));
}

/** Numbers the citations once for all blocks of a reply. */
export function renderingOf(reply: Reply): Rendering {
  const { numbers, places } = numberCitations(reply);
  return {
    marks: { numbers, references: new Map(reply.references.map((reference) => [reference.id, reference])) },
    places,
  };
}

function renderBlock(block: Block, { marks, places, place }: Rendering & { readonly place: number }): Group {
  switch (block.kind) {
    case 'heading':
      return headingParts(block);
    case 'context':
      return contextParts(wordsOf(block.runs, marks));
    case 'paragraph':
      return partsOf(rowsOf('line', block.runs, marks));
    case 'list':
      return partsOf(block.items.flatMap((item) => rowsOf('bullet', item, marks)));
    case 'quote':
      return partsOf(quoteRows(block, marks));
    case 'timeline':
      return partsOf(
        block.entries.flatMap(({ when, runs }) =>
          rowsOf('bullet', [text(`${when}: `, 'bold'), ...runs], marks),
        ),
      );
    case 'dispute':
      return partsOf(disputeRows(block, marks));
    case 'sources':
      return sourceParts(places);
    case 'notice':
      return partsOf(rowsOf('line', [text(`${TONES[block.tone]}${block.text}`)], marks));
    case 'actions':
      return actionParts(block.actions, place);
    default:
      return block satisfies never;
  }
}

const TONES = { info: '', warning: '⚠️ ', error: '⚠️ ' } as const;

/** A heading that is too long for Slack's header block is a bold line. */
function headingParts({ text: words, level }: Extract<Block, { kind: 'heading' }>): readonly Part[] {
  const flat = words.replace(/\s+/g, ' ').trim();
  if (flat === '') return [];
  if (level === 1 && inertPlain(flat).length <= limits.headerText)
    return [{ ...partOf({ type: 'header', text: plainText(flat) }, inertFallback(flat)), leads: true }];
  return partsOf(rowsOf('line', [text(flat, 'bold')], NO_MARKS)).map((part) => ({ ...part, leads: true }));
}

const NO_MARKS: Marks = { numbers: new Map(), references: new Map() };

/** The words with their marks, then who said them where; the words themselves are never changed. */
function quoteRows(block: Extract<Block, { kind: 'quote' }>, marks: Marks): readonly Row[] {
  const said: Runs = [text(`“${block.text}”`), cite(block.reference)];
  const behind = [block.where, block.context].filter((part) => part !== undefined).join(' · ');
  const by: readonly Run[] = [text(block.speaker, 'bold'), ...(behind ? [text(`, ${behind}`)] : [])];
  return [...rowsOf('quote', said, marks), ...rowsOf('quote', [text('— '), ...by], marks)].reduce(
    joinQuotes,
    [],
  );
}

/** Two quotes in a row would be drawn as two: what fits is one, with a line break. */
function joinQuotes(rows: readonly Row[], row: Row): readonly Row[] {
  const last = rows.at(-1);
  if (!last || last.text.length + row.text.length >= limits.richText / 2) return [...rows, row];
  const elements: Row['elements'] = [...last.elements, { type: 'text', text: '\n' }, ...row.elements];
  return [...rows.slice(0, -1), { kind: 'quote', elements, text: `${last.text}\n${row.text}` }];
}

function disputeRows(block: Extract<Block, { kind: 'dispute' }>, marks: Marks): readonly Row[] {
  const bullets = (items: readonly Runs[]) => items.flatMap((item) => rowsOf('bullet', item, marks));
  return [
    ...(block.title ? rowsOf('line', [text(block.title, 'bold')], marks) : []),
    ...rowsOf('line', [text('Alleged', 'italic')], marks),
    ...bullets(block.allegations),
    ...rowsOf('line', [text('Denied', 'italic')], marks),
    ...bullets(block.denials),
  ];
}

function wordsOf(runs: Runs, marks: Marks): string {
  return foldMarks(runs, marks)
    .map((run) => (run.kind === 'text' ? run.text : markText(run.reference, marks)))
    .join('');
}
