/** Replies on a terminal: whatever is in them, they fit its width and cannot steer it. */
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderForTerminal } from '../../../adapters/terminal/render.ts';
import { type Block, cite, noticeReply, type Reply, text } from '../../../src/reply/reply.ts';
import { visible } from '../../../src/visible.ts';
import { replyArbitrary, textsOf } from '../../reply/arbitrary.ts';

const source = {
  id: 'gazette',
  headline: 'Ferry stays in port',
  publisher: 'The Gazette',
  date: '2026-03-05',
};
const reply = (...blocks: readonly Block[]): Reply => ({
  blocks,
  references: [
    { id: 'a', topic: 'ferry', source, paragraph: 1 },
    { id: 'b', topic: 'ferry', source, paragraph: 4 },
  ],
});
const plain = (of: Reply, width = 80) => renderForTerminal(of, { width, colour: false });

describe('a reply as text', () => {
  test('has its citations numbered, and the places under the text', () => {
    const runs = [text('The ferry has not left port.'), cite('b'), cite('a')];
    expect(plain(reply({ kind: 'paragraph', runs }, { kind: 'sources' }))).toBe(
      'The ferry has not left port. [1, 2]\n\n' +
        'Source  Ferry stays in port. The Gazette, 5 March 2026\n' +
        '        [1]\u00a0paragraph\u00a04  [2]\u00a0paragraph\u00a01',
    );
  });

  test('shows a quote in marks, with who said it and where', () => {
    const quote = {
      kind: 'quote',
      text: 'She is sound',
      speaker: 'Lina Mora',
      where: 'a rally',
      reference: 'a',
    } as const;
    expect(plain(reply(quote))).toBe('│ “She is sound”\n│ — Lina Mora, a rally [1]');
  });

  test('shows both sides of a dispute, each under its own word', () => {
    const dispute = {
      kind: 'dispute',
      title: 'Is the ferry safe?',
      allegations: [[text('The union calls it unsafe.'), cite('a')]],
      denials: [[text('Mora says it is sound.'), cite('b')]],
    } as const;
    expect(plain(reply(dispute))).toBe(
      'Is the ferry safe?\nAlleged  The union calls it unsafe. [1]\nDenied   Mora says it is sound. [2]',
    );
  });

  test('says what to type where other platforms have a button', () => {
    const actions = [
      { kind: 'run', label: 'Timeline', command: 'timeline', options: { topic: 'ferry' } },
      {
        kind: 'run',
        label: 'Who runs the ferry?',
        command: 'ask',
        options: { question: 'Who runs the ferry?' },
      },
      { kind: 'feedback', answer: 'x' },
    ] as const;
    expect(plain(reply({ kind: 'actions', actions }))).toBe('/timeline ferry\n• Who runs the ferry?');
  });

  test('wraps under its mark', () => {
    const items = [[text('The ferry has not left port since Monday.')]];
    expect(plain(reply({ kind: 'list', items }), 24)).toBe('• The ferry has not left\n  port since Monday.');
  });

  test('is coloured only where colour is wanted', () => {
    const notice = noticeReply('error', 'There is no such topic.');
    expect(plain(notice)).toBe('There is no such topic.');
    const coloured = renderForTerminal(notice, { width: 80, colour: true });
    expect(coloured).not.toBe(plain(notice));
    expect(stripVTControlCharacters(coloured)).toBe(plain(notice));
  });
});

describe('text from outside', () => {
  test.each([
    ['colours', '\u001b[31mred\u001b[0m', 'red'],
    ['a title of the window', '\u001b]0;owned\u0007title', 'title'],
    ['links that hide their target', '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007', 'click'],
    ['a cursor that moves', 'a\u001b[2J\u001b[Hb', 'ab'],
    ['reversed text', 'user\u202egnp.exe', 'usergnp.exe'],
    ['isolates and marks', '\u2066a\u2069\u200f\u061c', 'a'],
    ['words of no width', 'pass\u200bword\ufeff', 'password'],
    ['line ends', 'a\r\nb\u2028c\td', 'a b c d'],
    ['null bytes and bells', 'a\u0000\u0007b', 'a b'],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
    ['hidden letters (tags)', 'a\u{e0041}b', 'ab'],
  ])('loses %s', (_, given, shown) => {
    expect(visible(given)).toBe(shown);
  });

  test.each(['Bogotá “quoted”', '👩‍👩‍👧‍👦', 'עברית', 'عربي', '波哥大', 'e\u0301'])('keeps %s', (given) => {
    expect(visible(given)).toBe(given);
  });
});

/** Everything but letters that are shown, and the line feeds between them. */
const STEERING = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]/u;

const anyReply = fc.oneof(
  replyArbitrary,
  fc.string({ unit: 'binary' }).map((words) => reply({ kind: 'paragraph', runs: [text(words)] })),
  fc.string({ unit: 'binary' }).map((words) => noticeReply('info', words)),
);

describe('for every reply and every width', () => {
  const widths = fc.integer({ min: 1, max: 200 });

  test('no line is wider than the terminal, twenty columns at least', () => {
    fc.assert(
      fc.property(anyReply, widths, (of, width) => {
        const limit = Math.max(20, width);
        for (const line of plain(of, width).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 60 },
    );
  });

  test('nothing in it steers the terminal', () => {
    fc.assert(
      fc.property(anyReply, widths, (of, width) => {
        expect(plain(of, width)).not.toMatch(STEERING);
        const coloured = renderForTerminal(of, { width, colour: true });
        expect(stripVTControlCharacters(coloured)).not.toMatch(STEERING);
      }),
      { numRuns: 60 },
    );
  });

  test('every word is there, in order', () => {
    const letters = (words: string) =>
      visible(words)
        .normalize('NFKD')
        .replace(/[\s│•\p{M}]+/gu, '');
    fc.assert(
      fc.property(anyReply, widths, (of, width) => {
        const shown = letters(plain(of, width));
        let from = 0;
        for (const words of textsOf(of)) {
          const at = shown.indexOf(letters(words), from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at;
        }
      }),
      { numRuns: 60 },
    );
  });
});
