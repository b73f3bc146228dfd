/** Reply blocks as pieces of text, each short enough for one message. */

import { formatDate } from '../../../src/knowledge/date.ts';
import { numberCitations } from '../../../src/reply/citations.ts';
import type { Block, Reply, Runs } from '../../../src/reply/reply.ts';
import { cite, text } from '../../../src/reply/reply.ts';
import { groupBySource, type ListedSource } from '../../../src/reply/source-list.ts';
import { splitRuns } from '../../../src/reply/split.ts';
import { limits } from '../limits.ts';
import { linkTarget } from './escape.ts';
import { citationMark, type Numbers, renderRuns } from './runs.ts';

/** What a renderer needs to know of the whole reply. */
export type Citations = { readonly numbers: Numbers; readonly sources: readonly ListedSource[] };

/** Numbers the citations of a reply, and lists its sources. */
export function citationsOf(reply: Reply): Citations {
  const { numbers, places } = numberCitations(reply);
  return { numbers, sources: groupBySource(places) };
}

/** Blocks that are text; menus and buttons are rendered apart. */
export type TextBlock = Exclude<Block, { kind: 'actions' }>;

/** The lines of a block in order, each at most `limits.messageText` long and never blank. */
export function renderText(block: TextBlock, { numbers, sources }: Citations): readonly string[] {
  const lines = (runs: Runs, look?: Look) => renderLines(runs, numbers, look);
  switch (block.kind) {
    case 'heading':
      return lines([text(block.text.replace(/\s+/g, ' '))], block.level === 1 ? heading : subheading);
    case 'context':
      return lines(block.runs, small);
    case 'paragraph':
      return lines(block.runs);
    case 'list':
      return block.items.flatMap((item) => lines(item, bullet));
    case 'quote':
      return quoteLines(block, numbers);
    case 'timeline':
      return block.entries.flatMap(({ when, runs }) =>
        lines([text(when, 'bold'), text(': '), ...runs], bullet),
      );
    case 'dispute':
      return disputeLines(block, numbers);
    case 'sources':
      return sources.flatMap(sourceLines);
    case 'notice':
      return lines([text(`${icons[block.tone]} `), text(block.text)]);
    default:
      return block satisfies never;
  }
}

const icons = { info: 'ℹ️', warning: '⚠️', error: '⛔' } as const;

/** What stands before the first line of a text, and before its further lines. */
type Look = { readonly first: string; readonly next: string };

const plain: Look = { first: '', next: '' };
const heading: Look = { first: '## ', next: '## ' };
const subheading: Look = { first: '### ', next: '### ' };
const small: Look = { first: '-# ', next: '-# ' };
const bullet: Look = { first: '- ', next: '  ' };
const quoted: Look = { first: '> ', next: '> ' };

function renderLines(runs: Runs, numbers: Numbers, look: Look = plain): readonly string[] {
  const render = (piece: Runs) => decorate(renderRuns(piece, numbers), look);
  const whole = render(runs);
  const lines =
    whole.length <= limits.messageText
      ? [whole]
      : splitRuns(runs, (piece) => render(piece).length <= limits.messageText).map(render);
  return lines.filter((line) => line.trim() !== look.first.trim());
}

function decorate(markdown: string, { first, next }: Look): string {
  return first + markdown.trim().replace(/\n/g, `\n${next}`);
}

function quoteLines(quote: Extract<Block, { kind: 'quote' }>, numbers: Numbers): readonly string[] {
  const attribution: Runs = [
    text('— '),
    text(quote.speaker, 'bold'),
    ...(quote.where ? [text(`, ${quote.where}`)] : []),
  ];
  return [
    ...renderLines([text(`“${quote.text}”`), cite(quote.reference)], numbers, quoted),
    ...renderLines(attribution, numbers, quoted),
    ...(quote.context ? renderLines([text(quote.context)], numbers, small) : []),
  ];
}

/** Discord has no columns in messages that have buttons and text: the two sides stand under each other, in one piece. */
function disputeLines(dispute: Extract<Block, { kind: 'dispute' }>, numbers: Numbers): readonly string[] {
  const side = (name: string, claims: readonly Runs[]) => [
    `*${name}*`,
    ...claims.flatMap((claim) => renderLines(claim, numbers, bullet)),
  ];
  return [
    ...(dispute.title ? renderLines([text(dispute.title, 'bold')], numbers) : []),
    ...side('Alleged', dispute.allegations),
    ...side('Denied', dispute.denials),
  ];
}

/** A source, where to read it, and the numbers of the places that the reply cites. */
function sourceLines({ source, places }: ListedSource): readonly string[] {
  const details = [source.publisher, source.date && formatDate(source.date)].filter((detail) => detail);
  const title = text([`“${source.headline}”`, ...details].join(' · '));
  const lines = [...renderLines([title], new Map(), small)];
  const link = source.url ? linkTarget(source.url) : undefined;
  if (link) append(lines, ` · [read it](${link})`);
  for (const [index, { number, paragraph }] of places.entries()) {
    const mark = citationMark(number) + (paragraph === undefined ? '' : ` paragraph ${paragraph}`);
    append(lines, `${index === 0 ? ' · ' : ', '}${mark}`);
  }
  return lines;
}

/** Puts a part behind the last line, or into a line of its own where that grows too long. */
function append(lines: string[], part: string): void {
  const longer = (lines.at(-1) ?? '') + part;
  if (lines.length > 0 && longer.length <= limits.messageText / 2) lines[lines.length - 1] = longer;
  else lines.push(small.first + part.replace(/^[ ,·]+/, ''));
}
