import { describe, expect, it } from 'vitest';
import { evaluate, shareRight } from './run.ts';

const outcomes = await evaluate({ named: true });

describe('the question sets', () => {
  it('hold at least 120 questions of which a third cannot be answered', () => {
    expect(outcomes.length).toBeGreaterThanOrEqual(120);
    expect(outcomes.filter(({ question }) => question.may).length / outcomes.length).toBeGreaterThan(0.3);
  });

  it('get no claim without its source, none that gives words to the wrong person, and none of the desk’s own', () => {
    const wrong = outcomes.filter(({ faults }) => faults.sourcing ?? faults.opinion ?? faults.editorial);
    expect(wrong.map(({ question, faults }) => ({ ask: question.ask, faults }))).toEqual([]);
  });

  it('are answered right, where answering right includes saying that the file does not tell', () => {
    expect(shareRight(outcomes)).toBeGreaterThanOrEqual(0.8);
  });

  it('are answered nearly as well where nobody looked while tuning', () => {
    expect(shareRight(outcomes.filter(({ question }) => question.heldOut))).toBeGreaterThanOrEqual(0.78);
  });

  it('seldom get an answer where there is none', () => {
    expect(shareRight(outcomes.filter(({ question }) => question.may))).toBeGreaterThanOrEqual(0.85);
  });

  it('are answered right in conversations too', () => {
    const followUps = outcomes.filter(({ question }) => question.first.length > 0);
    expect(shareRight(followUps)).toBeGreaterThanOrEqual(0.78);
  });
});
