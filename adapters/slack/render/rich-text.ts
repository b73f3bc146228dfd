/** Runs as rich text: the one kind of Slack text in which what people wrote is never parsed. */
import type { types } from '@slack/bolt';
import type { NumberedCitations } from '../../../src/reply/citations.ts';
import type { Reference, Run, Runs } from '../../../src/reply/reply.ts';
import { limits } from '../limits.ts';
import { inertFallback, inertParts, inertUrl } from './inert.ts';

export type RichTextElement = types.RichTextElement;

/** What the citation marks of one reply stand for. */
export type Marks = {
  readonly numbers: NumberedCitations['numbers'];
  readonly references: ReadonlyMap<string, Reference>;
};

/** Runs as elements of a rich text section; a citation whose source has an address is a link. */
export function richElements(runs: Runs, marks: Marks): RichTextElement[] {
  return foldMarks(runs, marks).flatMap((run) =>
    run.kind === 'text' ? textElements(run.text, run.style) : markElements(run.reference, marks),
  );
}

/** Words as elements, in one style. */
function textElements(words: string, style?: 'bold' | 'italic'): RichTextElement[] {
  return inertParts(words).map((text) => ({
    type: 'text',
    text,
    ...(style ? { style: { [style]: true } } : {}),
  }));
}

/** Runs as the plain text of notifications and screen readers. */
export function fallbackText(runs: Runs, marks: Marks): string {
  return foldMarks(runs, marks)
    .map((run) => (run.kind === 'text' ? inertFallback(run.text) : markText(run.reference, marks)))
    .join('');
}

/** " [2]", with the space that parts it from the sentence. */
export function markText(reference: string, { numbers }: Marks): string {
  const number = numbers.get(reference);
  return number === undefined ? '' : ` [${number}]`;
}

/** Whether there is anything to see: Slack refuses text that is empty. */
export function hasInk(runs: Runs, marks: Marks): boolean {
  return fallbackText(runs, marks).trim() !== '';
}

/** Marks side by side that have one number are one mark: two facts of one paragraph. */
export function foldMarks(runs: Runs, { numbers }: Marks): Runs {
  const folded: Run[] = [];
  let seen = new Set<number>();
  for (const run of runs) {
    if (run.kind === 'text') seen = new Set();
    const number = run.kind === 'citation' ? numbers.get(run.reference) : undefined;
    if (number !== undefined && seen.has(number)) continue;
    if (number !== undefined) seen.add(number);
    folded.push(run);
  }
  return folded;
}

function markElements(reference: string, marks: Marks): RichTextElement[] {
  const text = markText(reference, marks);
  const address = marks.references.get(reference)?.source.url;
  const url = address === undefined ? undefined : inertUrl(address, limits.linkUrl);
  if (text === '') return [];
  return url === undefined
    ? [{ type: 'text', text }]
    : [
        { type: 'text', text: ' ' },
        { type: 'link', url, text: text.trim() },
      ];
}
