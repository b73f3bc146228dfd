/** Text from outside is shown as text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, linkTarget } from '../../../../adapters/discord/render/escape.ts';
import { renderRuns } from '../../../../adapters/discord/render/runs.ts';
import { text } from '../../../../src/reply/reply.ts';
import { proseArbitrary } from '../../../reply/arbitrary.ts';
import { allNodes, readMarkdown, visibleText } from '../markdown.ts';

const seen = (markdown: string) =>
  readMarkdown(markdown)
    .map(({ inner }) => visibleText(inner))
    .join('\n');
const withoutDirections = (words: string) => words.replace(/[\u202A-\u202E\u2066-\u2069\u200B]/g, '');

describe('escapeText', () => {
  it.each([
    ['**bold** and _it_ and `code`', '\\*\\*bold\\*\\* and \\_it\\_ and \\`code\\`'],
    ['[click](https://evil.example)', '\\[click](https:\\/\\/evil.example)'],
    ['<@1> @everyone <t:1:R>', '\\<@1> \\@everyone \\<t:1:R>'],
    ['discord.gg/abc', 'discord\\.gg/abc'],
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['a < b, 5 > 4, #5 and half-way', 'a < b, 5 > 4, #5 and half-way'],
  ])('writes %j as %j', (words, escaped) => {
    expect(escapeText(words)).toBe(escaped);
  });

  it('closes a writing direction that the text leaves open', () => {
    expect(escapeText('\u202Eabc')).toBe('\u202Eabc\u202C');
  });

  it('shows every character, and nothing but text, whatever the words', () => {
    fc.assert(
      fc.property(proseArbitrary, (words) => {
        const lines = readMarkdown(escapeText(words));
        expect(withoutDirections(seen(escapeText(words)))).toBe(withoutDirections(words));
        expect(lines.every(({ kind }) => kind === 'plain')).toBe(true);
        expect(lines.flatMap(({ inner }) => allNodes(inner)).every(({ kind }) => kind === 'text')).toBe(true);
      }),
    );
  });
});

describe('renderRuns', () => {
  it('keeps emphases apart that touch, also behind a backslash', () => {
    const markdown = renderRuns([text('\\', 'italic'), text('x', 'bold')], new Map());
    expect(withoutDirections(seen(markdown))).toBe('\\x');
  });

  it('shows every character of styled words, and no other emphasis than theirs', () => {
    const style = fc.constantFrom('bold' as const, 'italic' as const, undefined);
    fc.assert(
      fc.property(fc.array(fc.tuple(proseArbitrary, style), { maxLength: 5 }), (parts) => {
        const runs = parts.map(([words, how]) => text(words, how));
        const markdown = renderRuns(runs, new Map());
        const said = parts.map(([words]) => words).join('');
        expect(withoutDirections(seen(markdown)).replace(/\s+/g, ' ')).toBe(
          withoutDirections(said).replace(/\s+/g, ' '),
        );
        const kinds = new Set(
          readMarkdown(markdown).flatMap(({ inner }) => allNodes(inner).map(({ kind }) => kind)),
        );
        expect([...kinds].every((kind) => kind === 'text' || kind === 'bold' || kind === 'italic')).toBe(
          true,
        );
      }),
    );
  });
});

describe('linkTarget', () => {
  it('keeps a web address, and encodes what would end the link', () => {
    expect(linkTarget('https://news.example/a_(b)?x=<1>')).toBe('https://news.example/a_%28b%29?x=%3C1%3E');
  });

  it('links to nothing but the web', () => {
    expect(linkTarget('javascript:alert(1)')).toBeUndefined();
    expect(linkTarget('no address')).toBeUndefined();
  });
});
