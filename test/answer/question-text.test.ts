import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_QUESTION_CHARACTERS, readQuestion, unreadableSentence } from '../../src/answer/question-text.ts';

describe('readQuestion', () => {
  it('takes out control and formatting characters', () => {
    expect(readQuestion('who\u0000 is\u200b\n Petro?')).toEqual({ kind: 'readable', text: 'who is Petro?' });
  });

  it.each(['', ' \n', '😀', '???', '\u202e'])('finds no question in %j', (text) => {
    expect(readQuestion(text).kind).toBe('empty');
  });

  it('refuses what is too long, and says how long it is', () => {
    const read = readQuestion('a'.repeat(MAX_QUESTION_CHARACTERS + 1));
    expect(read.kind).toBe('too-long');
    expect(unreadableSentence(read)).toContain(`${MAX_QUESTION_CHARACTERS + 1} characters`);
  });

  it('reads or refuses every string with a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const read = readQuestion(text);
        expect(unreadableSentence(read) === undefined).toBe(read.kind === 'readable');
      }),
    );
  });
});
