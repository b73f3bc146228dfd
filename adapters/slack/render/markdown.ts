/** The part of a reply that is streamed, as the Markdown that Slack's streams take; the rest as blocks. */
import type { Reply, Runs } from '../../../src/reply/reply.ts';
import { limits } from '../limits.ts';
import { packGroups, type SlackMessage } from './pack.ts';
import { renderGroups, renderingOf } from './render.ts';
import { foldMarks, type Marks, markText } from './rich-text.ts';

/** The paragraphs that a reply begins with, as Markdown: more of the same reply only ever adds to its end. */
export function streamedMarkdown(reply: Reply): string {
  const { marks } = renderingOf(reply);
  return leadingParagraphs(reply)
    .map((runs) => markdownOf(runs, marks))
    .join('\n\n');
}

/** What stands under the streamed paragraphs: blocks for the end of the stream, and further messages if need be. */
export function belowStream(reply: Reply): readonly SlackMessage[] {
  const below = renderGroups(reply).slice(leadingParagraphs(reply).length);
  return packGroups(below, { blocks: limits.blocksPerMessage });
}

function leadingParagraphs(reply: Reply): readonly Runs[] {
  const end = reply.blocks.findIndex(({ kind }) => kind !== 'paragraph');
  return (end < 0 ? reply.blocks : reply.blocks.slice(0, end)).flatMap((block) =>
    block.kind === 'paragraph' ? [block.runs] : [],
  );
}

function markdownOf(runs: Runs, marks: Marks): string {
  return foldMarks(runs, marks)
    .map((run) =>
      run.kind === 'text' ? styled(inertMarkdown(run.text), run.style) : markText(run.reference, marks),
    )
    .join('');
}

function styled(markdown: string, style?: 'bold' | 'italic'): string {
  const mark = style === 'bold' ? '**' : style === 'italic' ? '*' : '';
  return mark === ''
    ? markdown
    : markdown.replace(/^(\s*)(.*?)(\s*)$/s, (_, before, words, after) =>
        words ? `${before}${mark}${words}${mark}${after}` : before,
      );
}

/**
 * Text that Markdown shows as it is. Addresses become code, which is not linked; "<" and "&" entities, which Slack
 * reads mentions from; line breaks spaces, so that no line begins a list or a heading.
 */
export function inertMarkdown(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .split(/((?:https?:\/\/|www\.)[^\s`<>]+)/iu)
    .map((part, index) => (index % 2 === 1 ? `\`${part}\`` : escapeMarkdown(part)))
    .join('');
}

function escapeMarkdown(words: string): string {
  return words
    .replace(/[\\`*_~[\]|]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/, '$1\u2060$2')
    .replace(/:(?=[a-z0-9_+-]+:)/gi, ':\u2060')
    .replace(/@(?=here|channel|everyone)/gi, '@\u2060');
}
