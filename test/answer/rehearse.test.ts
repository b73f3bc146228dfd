import { describe, expect, it } from 'vitest';
import { rehearsalOf } from '../../src/answer/rehearse.ts';
import { evalTopics } from '../eval/question-set.ts';

const topics = evalTopics();

describe('a rehearsal', () => {
  it('asks about topics all over the folder, told and not told, and no more than it takes', () => {
    const asked = rehearsalOf(topics);
    expect(asked.length).toBeLessThanOrEqual(60);
    expect(new Set(asked.map(({ topic }) => topic)).size).toBeGreaterThan(topics.length / 2);
    expect(asked.some(({ topic }) => topic === undefined)).toBe(true);
  });

  it('asks each fact of a small folder once', () => {
    const [topic] = topics;
    if (!topic) throw new Error('the evaluation has no topic');
    const small = { ...topic, facts: topic.facts.slice(0, 5) };
    expect(new Set(rehearsalOf([small]).map(({ text }) => text)).size).toBe(5);
  });

  it('asks nothing where there is nothing', () => {
    expect(rehearsalOf([])).toEqual([]);
  });
});
