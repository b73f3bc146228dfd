/** Rendering of Replies: within every limit, and whole. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiscordMessage, renderReply } from '../../../../adapters/discord/render/render.ts';
import { type Block, cite, noticeReply, type Reply, text } from '../../../../src/reply/reply.ts';
import { replyArbitrary, textsOf } from '../../../reply/arbitrary.ts';
import { allNodes, readMarkdown, visibleText } from '../markdown.ts';
import { componentsOf, markdownOf } from '../reading.ts';
import { messageProblem } from '../server/rules.ts';
import { createBodyCheck } from '../server/schema.ts';

const source = {
  id: 'reuters',
  headline: 'A headline',
  publisher: 'Reuters',
  date: '2026-01-08',
  url: 'https://reuters.example/a',
};
const references = ['one', 'two', 'three'].map((id, index) => ({
  id,
  topic: 'colombia',
  source,
  paragraph: index + 1,
}));
const reply = (...blocks: Block[]): Reply => ({ blocks, references });
const shown = (...blocks: Block[]) => markdownOf(renderReply(reply(...blocks)).messages[0]);

describe('renderReply', () => {
  it('numbers citations and lists each source once at the foot', () => {
    const markdown = shown(
      {
        kind: 'paragraph',
        runs: [text('First.'), cite('one'), text(' Second.'), cite('two'), cite('two'), cite('one')],
      },
      { kind: 'sources' },
    );
    expect(markdown).toBe(
      'First. \\[1] Second. \\[2]\\[1]\n' +
        '-# “A headline” · Reuters · 8 January 2026 · [read it](https://reuters.example/a) · \\[1] paragraph 1, \\[2] paragraph 2',
    );
  });

  it('shows a quote as a quote, with its speaker', () => {
    expect(
      shown({
        kind: 'quote',
        text: 'It was *warm*.',
        speaker: 'Gustavo Petro',
        where: 'a rally',
        context: 'the call',
        reference: 'one',
      }),
    ).toBe('> “It was \\*warm\\*.” \\[1]\n> — **Gustavo Petro**, a rally\n-# the call');
  });

  it('shows both sides of a dispute together', () => {
    expect(
      shown({
        kind: 'dispute',
        title: 'Drugs',
        allegations: [[text('He did.')]],
        denials: [[text('He did not.')]],
      }),
    ).toBe('**Drugs**\n*Alleged*\n- He did.\n*Denied*\n- He did not.');
  });

  it('keeps a heading with what follows it', () => {
    const filler: Block = { kind: 'paragraph', runs: [text('word '.repeat(760))] };
    const { messages } = renderReply(
      reply(
        filler,
        { kind: 'heading', level: 2, text: 'Next' },
        { kind: 'paragraph', runs: [text('more '.repeat(60))] },
      ),
    );
    expect(messages.map((message) => markdownOf(message).includes('### Next'))).toEqual([false, true]);
  });

  it('splits between blocks rather than inside one', () => {
    const block = (name: string): Block => ({
      kind: 'paragraph',
      runs: [text(`${name} ${'x'.repeat(2500)}`)],
    });
    expect(renderReply(reply(block('one'), block('two'))).messages).toHaveLength(2);
  });

  it('offers a menu for many choices, in parts of 25', () => {
    const choices = Array.from({ length: 60 }, (_, index) => ({
      label: `Topic ${index}`,
      value: `t${index}`,
    }));
    const { messages } = renderReply(
      reply({
        kind: 'actions',
        actions: [{ kind: 'choose', label: 'Choose', command: 'brief', option: 'topic', choices }],
      }),
    );
    const menus = messages.flatMap((message) => componentsOf(message)).filter(({ type }) => type === 3);
    expect(menus.map(({ options }) => options?.length)).toEqual([25, 25, 10]);
  });

  it('says something even where a reply says nothing', () => {
    expect(renderReply({ blocks: [], references: [] }).messages).toHaveLength(1);
  });

  it('colours a message by its tone', () => {
    const colour = (tone: 'info' | 'error') =>
      renderReply(noticeReply(tone, 'x')).messages[0]?.components[0]?.accent_color;
    expect(colour('info')).not.toBe(colour('error'));
  });
});

const checkBody = createBodyCheck();
const problemOf = (message: DiscordMessage) =>
  messageProblem(message) ?? checkBody('POST', '/channels/700000000000000001/messages', message);

/** What readers see of a message: its text without marks, numbers and white space. */
function inked(markdown: string): string {
  return readMarkdown(markdown)
    .map(({ inner }) => visibleText(inner))
    .join('')
    .replace(/[\s\u202A-\u202E\u2066-\u2069\u200B]|\[\d+\]/g, '');
}

describe('any reply', () => {
  it('keeps to every limit and the schema of Discord', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(replyArbitrary, fc.boolean(), (any, isPrivate) => {
        for (const message of renderReply(any, { isPrivate }).messages)
          expect(problemOf(message)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('arrives with all of its text, in order', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(replyArbitrary, (any) => {
        const all = inked(renderReply(any).messages.map(markdownOf).join('\n'));
        let from = 0;
        for (const words of textsOf(any)) {
          const sought = words.replace(/[\s\u202A-\u202E\u2066-\u2069\u200B]|\[\d+\]/g, '');
          const at = all.indexOf(sought, from);
          expect(at, words).toBeGreaterThanOrEqual(0);
          from = at + sought.length;
        }
      }),
      { numRuns: 40 },
    );
  });

  it('links to nothing but its sources', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(replyArbitrary, (any) => {
        const allowed = new Set(
          any.references.flatMap(({ source: { url } }) => (url ? [new URL(url).host] : [])),
        );
        const nodes = renderReply(any).messages.flatMap((message) =>
          readMarkdown(markdownOf(message)).flatMap(({ inner }) => allNodes(inner)),
        );
        for (const node of nodes) {
          expect(['text', 'bold', 'italic', 'link']).toContain(node.kind);
          if (node.kind === 'link') expect(allowed).toContain(new URL(node.url).host);
        }
      }),
      { numRuns: 40 },
    );
  });
});
