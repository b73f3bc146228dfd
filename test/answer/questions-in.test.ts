import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsIn } from '../../src/answer/questions-in.ts';

const texts = (text: string) => questionsIn(text).map((part) => part.text);

describe('the questions in a text', () => {
  it.each([
    ['Where is he now?', ['Where is he now?']],
    ['I drive a taxi. Where is he now?', ['Where is he now?']],
    ['For the timeline: when was it signed?', ['when was it signed?']],
    ['how many strikes so far? feels like one a week', ['how many strikes so far?']],
    [
      'When did the trial start and how many witnesses were there?',
      ['When did the trial start', 'how many witnesses were there?'],
    ],
    ['What did they give back, and to whom?', ['What did they give back', 'to whom?']],
    ['Do they know when and where it was?', ['when it was?', 'where it was?']],
    ['Where and when will they meet?', ['Where will they meet?', 'when will they meet?']],
    ['which came first, the fire or the flood?', ['when was the fire?', 'when was the flood?']],
  ])('in %j are %j', (text, questions) => {
    expect(texts(text)).toEqual(questions);
  });

  it.each([
    'Who called Ada and Ben?',
    'The strike and the talks?',
    'What did Gen. Ruiz and the U.S. Navy say?',
  ])('does not part %j', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  it('keeps what was said before them', () => {
    expect(questionsIn('She says he insulted her. What did he call her?')).toEqual([
      { text: 'What did he call her?', before: 'She says he insulted her.' },
    ]);
  });

  it('finds one to three in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { length } = questionsIn(text);
        return length >= 1 && length <= 3;
      }),
    );
  });
});
