import { describe, expect, it } from 'vitest';
import { createAsk } from '../../src/answer/ask.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { evalTopics } from '../eval/question-set.ts';

const ask = createAsk({ index: createKnowledgeIndex(evalTopics()) });

describe('an abstention', () => {
  it('carries its date and up to three questions that the desk can answer', async () => {
    const abstained = await ask({ text: 'Who is the US ambassador in Bogotá?', topic: 'colombia' });
    expect(abstained).toMatchObject({ status: 'abstained', topic: 'colombia', asOf: '2026-01-08' });
    expect(abstained.suggestions.length).toBeGreaterThan(0);
    expect(abstained.suggestions.length).toBeLessThanOrEqual(3);
    for (const text of abstained.suggestions)
      expect(await ask({ text, topic: 'colombia' })).toMatchObject({ status: 'answered' });
  });
});

describe('an allegation', () => {
  it('comes with its denial right behind it', async () => {
    const { claims } = await ask({ text: 'What is Petro accused of?', topic: 'colombia' });
    expect(claims.slice(0, 2).map(({ citations }) => citations[0])).toEqual([
      'trafficking-allegation',
      'petro-denies-drug-links',
    ]);
  });
});
