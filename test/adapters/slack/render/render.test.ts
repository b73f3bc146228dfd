/** The rendering of Replies in Block Kit: complete, harmless, within every limit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inertPlain, unescapeEntities } from '../../../../adapters/slack/render/inert.ts';
import type { SlackMessage } from '../../../../adapters/slack/render/pack.ts';
import { renderReply } from '../../../../adapters/slack/render/render.ts';
import { type Block, cite, type Reply, text } from '../../../../src/reply/reply.ts';
import { replyArbitrary } from '../../../reply/arbitrary.ts';
import { refuseBlocks } from '../server/blocks.ts';

const source = { id: 'call', headline: 'Trump & Petro speak', publisher: 'The Wire', date: '2026-01-08' };
const reference = { id: 'first-call', topic: 'colombia', source, paragraph: 2 };
const replyOf = (...blocks: Block[]): Reply => ({ blocks, references: [reference] });

/** Every string of rich text, plain text and mrkdwn in the order in which it is read. */
function shownWords(messages: readonly SlackMessage[]): string {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) walk(item);
    else if (value && typeof value === 'object')
      for (const [key, item] of Object.entries(value)) {
        if (key === 'text' && typeof item === 'string') words.push(item);
        else walk(item);
      }
  };
  walk(messages.map(({ blocks }) => blocks));
  return words.join('');
}

const squeezed = (words: string) => words.replace(/[\s\u2060\p{Cc}]+/gu, '');

describe('rendering', () => {
  it('never exceeds a limit, whatever the reply', () => {
    fc.assert(
      fc.property(replyArbitrary, (reply) => {
        for (const { blocks, text: fallback } of renderReply(reply)) {
          expect(refuseBlocks(blocks)).toBeUndefined();
          expect(fallback.length).toBeGreaterThan(0);
          expect(fallback.length).toBeLessThanOrEqual(40_000);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('loses no word of a paragraph, list, quote or dispute', () => {
    fc.assert(
      fc.property(replyArbitrary, (reply) => {
        const shown = squeezed(shownWords(renderReply(reply)));
        for (const words of reply.blocks.flatMap(wordsIn)) {
          for (const part of squeezed(words.toWellFormed()).match(/.{1,20}/gu) ?? [])
            expect(shown).toContain(part);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('lets no control sequence through, whatever the reply', () => {
    fc.assert(
      fc.property(replyArbitrary, (reply) => {
        const raw = JSON.stringify(renderReply(reply));
        expect(raw).not.toMatch(/<[!@#]/);
      }),
      { numRuns: 40 },
    );
  });

  it('draws a heading, small print, a paragraph with its number and the source list', () => {
    const [message] = renderReply(
      replyOf(
        { kind: 'heading', level: 1, text: 'Colombia' },
        { kind: 'context', runs: [text('As of 8 January 2026')] },
        { kind: 'paragraph', runs: [text('They spoke by phone.'), cite('first-call'), cite('first-call')] },
        { kind: 'sources' },
      ),
    );
    expect(message?.blocks).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'Colombia', emoji: false } },
      { type: 'context', elements: [{ type: 'plain_text', text: 'As of 8 January 2026', emoji: false }] },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'They spoke by phone.' },
              { type: 'text', text: ' [1]' },
            ],
          },
        ],
      },
      {
        type: 'context',
        elements: [
          {
            type: 'plain_text',
            text: 'Trump & Petro speak · The Wire · 8 January 2026\n[1] ¶2',
            emoji: false,
          },
        ],
      },
    ]);
    expect(message?.text).toBe(
      'Colombia\nAs of 8 January 2026\nThey spoke by phone. [1]\nTrump &amp; Petro speak · The Wire · 8 January 2026\n[1] ¶2',
    );
  });

  it('keeps the words of a quote exactly and sets the speaker under them', () => {
    const [message] = renderReply(
      replyOf({
        kind: 'quote',
        text: 'It was a *Great* Honor — a_b_c & more',
        speaker: 'Donald Trump',
        where: 'a post on Truth Social, 7 January 2026',
        reference: 'first-call',
      }),
    );
    expect(message?.blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [
              { type: 'text', text: '“It was a *Great* Honor — a_b_c & more”' },
              { type: 'text', text: ' [1]' },
              { type: 'text', text: '\n' },
              { type: 'text', text: '— ' },
              { type: 'text', text: 'Donald Trump', style: { bold: true } },
              { type: 'text', text: ', a post on Truth Social, 7 January 2026' },
            ],
          },
        ],
      },
    ]);
  });

  it('shows an allegation and its denial in one block', () => {
    const [message] = renderReply(
      replyOf({ kind: 'dispute', allegations: [[text('He traffics.')]], denials: [[text('He denies it.')]] }),
    );
    expect(message?.blocks).toHaveLength(1);
    expect(message?.text).toBe('Alleged\n• He traffics.\nDenied\n• He denies it.');
  });

  it('links a citation and a headline whose source has an address', () => {
    const linked = {
      ...reference,
      source: { ...source, headline: 'A *b* <c>', url: 'https://news.example/a|b?x=1&y=2' },
    };
    const [message] = renderReply({
      blocks: [{ kind: 'paragraph', runs: [text('They spoke.'), cite('first-call')] }, { kind: 'sources' }],
      references: [linked],
    });
    expect(JSON.stringify(message?.blocks)).toContain(
      '{"type":"link","url":"https://news.example/a%7Cb?x=1&y=2","text":"[1]"}',
    );
    expect(JSON.stringify(message?.blocks)).toContain(
      '<https://news.example/a%7Cb?x=1&amp;y=2|A \u2060*b\u2060* &lt;c&gt;>',
    );
  });

  it('links nothing that is not http', () => {
    const [message] = renderReply({
      blocks: [{ kind: 'paragraph', runs: [text('x'), cite('first-call')] }],
      references: [{ ...reference, source: { ...source, url: 'javascript:alert(1)' } }],
    });
    expect(JSON.stringify(message?.blocks)).not.toContain('link');
  });

  it('sends a long reply as several messages, and never parts a heading from what it heads', () => {
    const sections = Array.from({ length: 40 }, (_, index): Block[] => [
      { kind: 'heading', level: 2, text: `Part ${index}` },
      { kind: 'paragraph', runs: [text(`Sentence ${index}. `.repeat(30))] },
    ]).flat();
    const messages = renderReply(replyOf(...sections));
    expect(messages.length).toBeGreaterThan(1);
    for (const { text: fallback } of messages) expect(fallback).not.toMatch(/Part \d+$/);
  });
});

describe('text that people wrote', () => {
  it('comes back from Slack’s escaping as it was', () => {
    expect(unescapeEntities('5 &gt; 3 &amp;&amp; &lt;!channel&gt; &amp;lt;')).toBe(
      '5 > 3 && <!channel> &lt;',
    );
  });
  it('keeps “<” in plain text apart from what would make it a mention', () => {
    expect(inertPlain('<!here> <b>')).toBe('<\u2060!here> <b>');
  });
});

function wordsIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.runs.flatMap((run) => (run.kind === 'text' ? [run.text] : []));
    case 'list':
      return block.items.flat().flatMap((run) => (run.kind === 'text' ? [run.text] : []));
    case 'quote':
      return [block.text, block.speaker];
    case 'dispute':
      return [...block.allegations, ...block.denials]
        .flat()
        .flatMap((run) => (run.kind === 'text' ? [run.text] : []));
    default:
      return [];
  }
}
