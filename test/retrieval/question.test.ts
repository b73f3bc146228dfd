import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseQuestion, MAX_TERMS } from '../../src/retrieval/question.ts';
import { anyString } from './topics.ts';

describe('reading a question', () => {
  it.each([
    ['Who called whom?', 'who', 'person'],
    ['When did it start?', 'when', 'date'],
    ['In what year did it start?', 'what', 'date'],
    ['Where is the meeting?', 'where', 'place'],
    ['which country has a harbour', 'which', 'place'],
    ['How many boats sank?', 'how-many', 'number'],
    ['How long did the call last?', 'how-long', 'duration'],
    ['Why did they leave?', 'why', 'reason'],
    ['Did they leave?', 'yes-no', 'truth'],
    ['What did the minister say about it?', 'quote', 'quote'],
    ['the harbour strike', 'topic', 'open'],
  ] as const)('takes “%s” as %s, for a %s', (text, kind, answerType) => {
    expect(analyseQuestion(text)).toMatchObject({ kind, answerType });
  });

  it.each([
    ['What modern city is that?', 'city'],
    ['Which army attacked the fort?', 'army'],
    ['What is the name of the ship?', 'ship'],
    ['How many small boats were hit?', 'boats'],
    ['What kind of boat was it?', 'boat'],
  ])('sees in “%s” that a %s is asked for', (text, focus) => {
    expect(analyseQuestion(text).focus?.folded).toBe(focus);
  });

  it('tells names, numbers and verbs apart', () => {
    const { terms } = analyseQuestion('Who told Maria Lund about 30 strikes in 2025?');
    expect(terms.map(({ folded, role }) => [folded, role])).toEqual([
      ['told', 'verb'],
      ['maria', 'name'],
      ['lund', 'name'],
      ['30', 'number'],
      ['strikes', 'word'],
      ['2025', 'number'],
    ]);
  });

  it('keeps a negation', () => {
    expect(analyseQuestion("Why didn't they come?").negated).toBe(true);
    expect(analyseQuestion('Why did they come?').negated).toBe(false);
  });

  it('reads any string and bounds its terms', () => {
    fc.assert(
      fc.property(anyString(500), fc.nat(60), (part, times) => {
        const { terms, text } = analyseQuestion(part.repeat(times));
        expect(terms.length).toBeLessThanOrEqual(MAX_TERMS);
        expect(text.length).toBeLessThanOrEqual(10_000);
        expect(new Set(terms.map(({ stem }) => stem)).size).toBe(terms.length);
      }),
    );
  });
});
