import { describe, expect, it } from 'vitest';
import { asQuestion } from '../../../src/answer/extract/statements.ts';

describe('a statement that asks', () => {
  it.each([
    ["isn't he in prison?", 'is he in prison?'],
    ['didnt they take it', 'did they take it'],
    ["can't she travel?", 'can she travel?'],
    ['she is leaving on Monday?', 'is she leaving on Monday?'],
    ['the bank was closed?', 'was the bank closed?'],
    ['he signed the law?', 'did he signed the law?'],
    ["she called first, didn't she?", 'did she called first'],
    ['I heard that the mayor has resigned', 'has the mayor resigned'],
    ['they have been at odds since when', 'since when they have been at odds'],
    ['he was captured by whom?', 'by whom he was captured'],
  ])('%j asks %j', (typed, asked) => {
    expect(asQuestion(typed)).toBe(asked);
  });

  it.each([
    'death toll?',
    'no date yet?',
    'The bank was closed on Monday.',
    'why did they do it?',
    'how tall are they?',
    'if they attack will he give in?',
    'Apart from drugs, was there anything else?',
  ])('leaves %j as it is', (typed) => {
    expect(asQuestion(typed)).toBe(typed);
  });
});
