/** Renders a Reply as text for a terminal: wrapped to its width, citations numbered, sources under the text. */
import { styleText } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { formatDate } from '../../src/knowledge/date.ts';
import { type NumberedCitations, numberCitations, numberRuns } from '../../src/reply/citations.ts';
import type { Action, Block, Reply, Runs } from '../../src/reply/reply.ts';
import { groupBySource, type ListedSource } from '../../src/reply/source-list.ts';
import { visible } from '../../src/visible.ts';

/** What the terminal shows. */
export type TerminalStyle = {
  /** Columns to wrap at; at least 20 are used. */
  readonly width: number;
  readonly colour: boolean;
};

type Painter = {
  readonly width: number;
  readonly paint: (format: Parameters<typeof styleText>[0], text: string) => string;
};

/** The whole reply as lines without a final line break. */
export function renderForTerminal(reply: Reply, { width, colour }: TerminalStyle): string {
  const painter: Painter = {
    width: Math.max(20, Math.min(width, 100)),
    paint: (format, text) => (colour ? styleText(format, text, { validateStream: false }) : text),
  };
  const citations = numberCitations(reply);
  return reply.blocks
    .map((block) => renderBlock(block, citations, painter))
    .filter((lines) => lines !== '')
    .join('\n\n');
}

function renderBlock(block: Block, citations: NumberedCitations, painter: Painter): string {
  const runs = (of: Runs) => renderRuns(of, citations, painter);
  switch (block.kind) {
    case 'heading':
      return heading(block.text, block.level, painter);
    case 'context':
      return wrap(painter.paint('dim', runs(block.runs)), painter.width);
    case 'paragraph':
      return wrap(runs(block.runs), painter.width);
    case 'list':
      return block.items.map((item) => hang('• ', runs(item), painter.width)).join('\n');
    case 'quote':
      return renderQuote(block, citations, painter);
    case 'timeline':
      return block.entries
        .map(
          ({ when, runs: what }) =>
            `${wrap(painter.paint('cyan', visible(when)), painter.width)}\n${hang('  ', runs(what), painter.width)}`,
        )
        .join('\n');
    case 'dispute':
      return renderDispute(block, citations, painter);
    case 'sources':
      return groupBySource(citations.places)
        .map((source) => renderSource(source, painter))
        .join('\n');
    case 'notice':
      return wrap(painter.paint(noticeColours[block.tone], visible(block.text)), painter.width);
    case 'actions':
      return block.actions
        .map((action) => renderAction(action, painter))
        .filter((line) => line !== '')
        .join('\n');
    default:
      return block satisfies never;
  }
}

const noticeColours = { info: 'yellow', warning: 'yellow', error: 'red' } as const;

function renderRuns(runs: Runs, { numbers }: NumberedCitations, { paint }: Painter): string {
  return numberRuns(runs, numbers)
    .map((run) => {
      if (run.kind === 'mark') return ` ${paint('cyan', `[${run.numbers.join(', ')}]`)}`;
      return run.style ? paint(run.style, visible(run.text)) : visible(run.text);
    })
    .join('');
}

function heading(text: string, level: 1 | 2, { paint, width }: Painter): string {
  const words = visible(text);
  if (level === 2) return wrap(paint('bold', words), width);
  const rule = '─'.repeat(Math.min(width, Math.max(1, stringWidth(words))));
  return `${wrap(paint(['bold', 'underline'], words), width)}${paint('dim', `\n${rule}`)}`;
}

function renderQuote(
  block: Extract<Block, { kind: 'quote' }>,
  citations: NumberedCitations,
  painter: Painter,
): string {
  const words = painter.paint('italic', `“${visible(block.text)}”`);
  const by = [block.speaker, block.where, block.context && `on ${block.context}`]
    .filter((part) => part)
    .join(', ');
  const mark = renderRuns([{ kind: 'citation', reference: block.reference }], citations, painter);
  return hang('│ ', `${words}\n— ${visible(by)}${mark}`, painter.width);
}

function renderDispute(
  block: Extract<Block, { kind: 'dispute' }>,
  citations: NumberedCitations,
  painter: Painter,
): string {
  const side = (label: string, claims: readonly Runs[]) =>
    claims.map((claim) =>
      hang(painter.paint('bold', label), renderRuns(claim, citations, painter), painter.width),
    );
  const title = block.title ? [wrap(visible(block.title), painter.width)] : [];
  return [...title, ...side('Alleged  ', block.allegations), ...side('Denied   ', block.denials)].join('\n');
}

/** The headline once, then a line with the places in it: `[1] paragraph 5  [2] paragraph 12`. */
function renderSource({ source, places }: ListedSource, { paint, width }: Painter): string {
  const details = [source.publisher, source.date && formatDate(source.date)]
    .filter((part) => part)
    .join(', ');
  const line = [source.headline, details, source.url].filter((part) => part).join('. ');
  const cited = places.map(
    ({ number, paragraph }) =>
      `${paint('cyan', `[${number}]`)}${paragraph === undefined ? '' : paint('dim', `\u00a0paragraph\u00a0${paragraph}`)}`,
  );
  return `${hang(paint('dim', 'Source  '), paint('dim', visible(line)), width)}\n${hang('        ', cited.join('  '), width)}`;
}

/** A terminal has no buttons: an action says what to type. Feedback has no place here. */
function renderAction(action: Action, { paint, width }: Painter): string {
  switch (action.kind) {
    case 'run': {
      const isQuestion = action.command === 'ask' && action.options.question !== undefined;
      return isQuestion
        ? hang('• ', visible(action.label), width)
        : wrap(
            paint('dim', visible(`/${[action.command, ...Object.values(action.options)].join(' ')}`)),
            width,
          );
    }
    case 'choose':
      if (action.listed) return wrap(paint('dim', `/${action.command} <${action.option}>`), width);
      return action.choices
        .map(({ value, label }) =>
          hang('• ', `${visible(label)} ${paint('dim', visible(`/${action.command} ${value}`))}`, width),
        )
        .join('\n');
    case 'ask':
    case 'feedback':
      return '';
    default:
      return action satisfies never;
  }
}

/** Text under a first-line prefix, its further lines indented as wide as the prefix. */
function hang(prefix: string, text: string, width: number): string {
  const indent = stringWidth(prefix);
  const follow = prefix.startsWith('│') ? prefix : ' '.repeat(indent);
  return wrap(text, width - indent)
    .split('\n')
    .map((line, index) => `${index === 0 ? prefix : follow}${line}`)
    .join('\n');
}

function wrap(text: string, width: number): string {
  return wrapAnsi(text, Math.max(8, width), { hard: true, trim: true });
}
