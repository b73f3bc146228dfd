/** Splitting of text and runs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite, type Run, type Runs, text } from '../../src/reply/reply.ts';
import { splitRuns, splitText } from '../../src/reply/split.ts';
import { proseArbitrary } from './arbitrary.ts';

const within = (limit: number) => (piece: string) => piece.length <= limit;
const inked = (words: string) => words.replace(/\s+/gu, '');

describe('splitText', () => {
  it('leaves a text that fits as it is', () => {
    expect(splitText('One. Two.', within(9))).toEqual(['One. Two.']);
  });

  it('gives nothing for a text without ink', () => {
    expect(splitText(' \n ', within(9))).toEqual([]);
  });

  it('cuts after a sentence', () => {
    expect(splitText('First one here. Second one. Third.', within(30))).toEqual([
      'First one here. Second one.',
      'Third.',
    ]);
  });

  it('does not take an abbreviation for the end of a sentence', () => {
    const pieces = splitText('It was quiet. The U.S. President met Dr. Smith on Jan. 8 there.', within(50));
    expect(pieces).toEqual(['It was quiet.', 'The U.S. President met Dr. Smith on Jan. 8 there.']);
  });

  it('cuts after a word where one sentence is too long', () => {
    expect(splitText('one two three four', within(9))).toEqual(['one two', 'three', 'four']);
  });

  it('cuts between words where a script has no spaces', () => {
    expect(splitText('波哥大总统府', within(4)).join('')).toBe('波哥大总统府');
  });

  it('keeps a link whole', () => {
    const link = 'https://news.example/a.b,c/really-long?x=1';
    expect(splitText(`See ${link} now`, within(45))).toContain(`See`);
    expect(splitText(`See ${link} now`, within(45)).some((piece) => piece.includes(link))).toBe(true);
  });

  it('keeps an emoji of many code points whole', () => {
    expect(splitText('👩‍👩‍👧‍👦'.repeat(3), within(12))).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
  });

  it('ends even where nothing fits', () => {
    expect(splitText('abc', () => false)).toEqual(['a', 'b', 'c']);
  });

  it('loses nothing and stays within the limit, whatever the text', () => {
    fc.assert(
      fc.property(proseArbitrary, fc.integer({ min: 2, max: 500 }), (words, limit) => {
        const pieces = splitText(words, within(limit));
        expect(inked(pieces.join(''))).toBe(inked(words));
        expect(pieces.every((piece) => piece.length <= limit && piece.trim() === piece)).toBe(true);
      }),
    );
  });
});

describe('splitRuns', () => {
  const lengthOf = (runs: Runs) =>
    runs.reduce((sum, run) => sum + (run.kind === 'text' ? run.text.length : 3), 0);

  it('keeps a citation behind the sentence that it supports', () => {
    const runs = [text('The call was long.'), cite('call'), text(' It was warm.'), cite('tone')];
    expect(splitRuns(runs, (piece) => lengthOf(piece) <= 24)).toEqual([
      [text('The call was long.'), cite('call')],
      [text('It was warm.'), cite('tone')],
    ]);
  });

  it('carries a style over a cut', () => {
    expect(splitRuns([text('bold words', 'bold')], (piece) => lengthOf(piece) <= 6)).toEqual([
      [text('bold', 'bold')],
      [text('words', 'bold')],
    ]);
  });

  it('splits a row of citations that is too long by itself', () => {
    const marks = Array.from({ length: 5 }, (_, index) => cite(`f${index}`));
    const pieces = splitRuns(marks, (piece) => lengthOf(piece) <= 6);
    expect(pieces.flat()).toEqual(marks);
    expect(pieces.every((piece) => lengthOf(piece) <= 6)).toBe(true);
  });

  it('keeps every character and every citation in order, whatever the runs', () => {
    const run: fc.Arbitrary<Run> = fc.oneof(
      proseArbitrary.map((words) => text(words)),
      fc.string({ maxLength: 5 }).map(cite),
    );
    fc.assert(
      fc.property(fc.array(run, { maxLength: 8 }), fc.integer({ min: 4, max: 300 }), (runs, limit) => {
        const pieces = splitRuns(runs, (piece) => lengthOf(piece) <= limit);
        const said = (all: Runs) =>
          all.map((each) => (each.kind === 'text' ? inked(each.text) : `[${each.reference}]`)).join('');
        expect(said(pieces.flat())).toBe(said(runs));
        expect(pieces.every((piece) => lengthOf(piece) <= limit)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
