/** Renders runs as Discord Markdown. */
import type { Run, Runs } from '../../../src/reply/reply.ts';
import { escapeText } from './escape.ts';

/** Citation number by reference id; a citation without one is not shown. */
export type Numbers = ReadonlyMap<string, number>;

/** One or more lines of Markdown. A number that a sentence has already is not put behind it again. */
export function renderRuns(runs: Runs, numbers: Numbers): string {
  let line = '';
  let marks = new Set<number>();
  for (const run of runs) {
    if (run.kind === 'text') {
      line += separator(line, run) + emphasise(run, startsLine(line));
      marks = new Set();
      continue;
    }
    const number = numbers.get(run.reference);
    if (number === undefined || marks.has(number)) continue;
    line += (marks.size > 0 || startsLine(line) ? '' : ' ') + citationMark(number);
    marks.add(number);
  }
  return line;
}

function startsLine(line: string): boolean {
  return line === '' || line.endsWith('\n');
}

/** Two emphases that touch would be read as one: an invisible space keeps them apart. */
function separator(line: string, run: Run): string {
  return run.kind === 'text' && run.style && ENDS_WITH_MARK.test(line) ? '\u200B' : '';
}

/** A star that is no escaped one: an even number of backslashes before it escape each other. */
const ENDS_WITH_MARK = /(?<!\\)(?:\\\\)*\*$/;

/** "[2]", written so that it never becomes the words of a link. */
export function citationMark(number: number): string {
  return `\\[${number}]`;
}

/** Emphasis does not reach over white space at its ends, nor over an empty line. */
function emphasise({ text, style }: Extract<Run, { kind: 'text' }>, atLineStart: boolean): string {
  if (!style) return escapeText(text, atLineStart);
  const mark = style === 'bold' ? '**' : '*';
  return text
    .split(/(\s*\n\s*)/)
    .map((part, index) => {
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
      if (words === '') return part;
      return before + mark + escapeText(words, index > 0 || atLineStart) + mark + after;
    })
    .join('');
}
