import { describe, expect, it } from 'vitest';
import { answerability } from '../../src/retrieval/answerability.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { articlesIfAny, measure, type Outcome } from '../bench/squad.ts';

const [article] = articlesIfAny().filter(({ title }) => title === 'Scottish_Parliament');

// The set is not part of the project; where it is absent there is nothing to measure.
describe.runIf(article !== undefined)('on an article of the public question set', () => {
  it('puts the right sentence first, and among the first three, far more often than full-text search', () => {
    const topics = article ? [article.topic] : [];
    const index = createKnowledgeIndex(topics);
    const outcomes = (article?.questions ?? []).map((asked): Outcome => {
      const { question, hits } = index.search({ question: asked.question });
      return { asked, ids: hits.map(({ id }) => id), confidence: answerability(question, hits) };
    });
    const { hit1, hit3, joint } = measure(outcomes);
    expect(hit1).toBeGreaterThan(0.86);
    expect(hit3).toBeGreaterThan(0.96);
    expect(joint).toBeGreaterThan(0.7);
  });
});
