/** What a typed line means, how it is completed, and how a stream becomes lines. */
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLine, terminalContext } from '../../../adapters/terminal/line.ts';
import { complete } from '../../../adapters/terminal/prompt.ts';
import { styleFor } from '../../../adapters/terminal/screen.ts';
import { linesOf } from '../../../adapters/terminal/standard-io.ts';
import { commands } from '../../../commands/index.ts';
import type { Desk } from '../../../src/desk.ts';
import { realDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await realDesk();
}, 120_000);
const read = (line: string) => readLine(line, desk, commands);

describe('a line', () => {
  test('without a slash is a question, as it was typed', () => {
    expect(read('  who called "whom"? ')).toEqual({
      path: 'ask',
      options: { question: 'who called "whom"?' },
    });
  });

  test('with a slash is a command, in any case', () => {
    expect(read('/brief colombia')).toEqual({ path: 'brief', options: { topic: 'colombia' } });
    expect(read('/BRIEF petro')).toEqual({ path: 'brief', options: { topic: 'petro' } });
    expect(read('/topics')).toEqual({ path: 'topics', options: {} });
    expect(read('/quotes petro')).toEqual({ path: 'quotes', options: { speaker: 'petro' } });
  });

  test('may be a command in plain words, as on every platform', () => {
    expect(read('brief colombia')).toEqual({ path: 'brief', options: { topic: 'colombia' } });
    expect(read('Topics')).toEqual({ path: 'topics', options: {} });
    expect(read('help')).toEqual({ path: 'help', options: {} });
    expect(read('brief me on chess')?.path).toBe('ask');
  });

  test('picks a subcommand by its beginning, and leaves what is none to the group', () => {
    expect(read('/digest sub colombia')?.path).toBe('digest subscribe');
    expect(read('/digest nope')).toEqual({ path: 'digest', options: {} });
  });

  test('with a command that there is not is left to the runner, which says so', () => {
    expect(read('/nope a b')).toEqual({ path: 'nope', options: {} });
    expect(read('/')).toEqual({ path: '', options: {} });
  });

  test('without words is nothing', () => {
    expect([read(''), read('   ')]).toEqual([undefined, undefined]);
  });

  test('of any kind is read without failure', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom(...commands.map(({ name }) => `/${name} `)), fc.string({ unit: 'binary' }))
        .map((parts) => parts.join('')),
    );
    fc.assert(fc.property(line, (words) => void read(words)));
  });
});

describe('completion', () => {
  const names = (line: string) => complete(line, { desk, commands })[0];

  test('offers every command but /digest for an empty line, and those that begin as typed', () => {
    expect(names('')).toEqual(
      commands.filter(({ name }) => name !== 'digest').map(({ name }) => `/${name} `),
    );
    expect(names('/t')).toEqual(['/timeline ', '/topics ']);
    expect(names('/x')).toEqual([]);
  });

  test('offers topics behind a command that takes one', () => {
    expect(complete('/brief co', { desk, commands })).toEqual([['colombia'], 'co']);
    expect(names('/help co')).toEqual([]);
  });

  test('leaves questions alone', () => {
    expect(names('who ')).toEqual([]);
  });

  test('never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => void names(line)));
  });
});

describe('the lines of a stream', () => {
  const all = async (chunks: readonly (string | Buffer)[]) => {
    const lines: string[] = [];
    for await (const line of linesOf(Readable.from(chunks.map((chunk) => Buffer.from(chunk)))))
      lines.push(line);
    return lines;
  };

  test('end at line feeds, with or without a carriage return, and at the end', async () => {
    expect(await all(['a\r\nb\n', '\nc'])).toEqual(['a', 'b', '', 'c']);
    expect(await all([])).toEqual([]);
  });

  test('do not end at other characters that Unicode counts as line ends', async () => {
    expect(await all(['a\u2028b\u0085c\n'])).toEqual(['a\u2028b\u0085c']);
  });

  test('are not kept whole where one has no end, and the next one is read as it is', async () => {
    const [long = '', next] = await all([...Array(50).fill('x'.repeat(100_000)), 'x\nnext\n']);
    expect(next).toBe('next');
    expect(long.length).toBeGreaterThan(1_000_000);
    expect(long.length).toBeLessThan(2_000_000);
  });

  test('are the same however the bytes are cut', async () => {
    const chunked = fc.tuple(fc.array(fc.stringMatching(/^[a-z🎉é ]{0,9}$/u)), fc.array(fc.nat({ max: 60 })));
    await fc.assert(
      fc.asyncProperty(chunked, async ([lines, cuts]) => {
        const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
        const places = [
          0,
          ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ];
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(await all(chunks.filter(({ length }) => length > 0))).toEqual(lines);
      }),
    );
  });
});

describe('the terminal', () => {
  test.each([
    [{ LANG: 'es_CO.UTF-8' }, 'es-CO'],
    [{ LC_ALL: 'pt_BR', LANG: 'en_US' }, 'pt-BR'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'de_DE@euro' }, 'de-DE'],
    [{ LANG: 'no such language' }, 'en'],
    [{}, 'en'],
  ])('%j speaks %s', (env, locale) => {
    expect(terminalContext(env).locale).toBe(locale);
  });

  test('shows colour where it has some and nobody minds', () => {
    const colours = { isTTY: true, columns: 120, hasColors: () => true };
    expect(styleFor(colours, {})).toEqual({ width: 120, colour: true });
    expect(styleFor(colours, { NO_COLOR: '1' }).colour).toBe(false);
    expect(styleFor(colours, { NO_COLOR: '1', FORCE_COLOR: '1' }).colour).toBe(false);
    expect(styleFor({}, {})).toEqual({ width: 80, colour: false });
    expect(styleFor({ columns: 0 }, {}).width).toBe(80);
    expect(styleFor({}, { FORCE_COLOR: '1' }).colour).toBe(true);
  });
});
