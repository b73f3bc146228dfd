/** Quality of the retrieval engine on the public question set: `node test/bench/retrieval-quality.ts`. */
import { answerability } from '../../src/retrieval/answerability.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { loadArticles, measure, type Outcome } from './squad.ts';

const articles = loadArticles();
const index = createKnowledgeIndex(articles.map(({ topic }) => topic));
const outcomes = articles.flatMap(({ topic, questions }) =>
  questions.map((asked): Outcome => {
    const { question, hits } = index.search({ question: asked.question, topic: topic.topic, limit: 10 });
    return { asked, ids: hits.map(({ id }) => id), confidence: answerability(question, hits) };
  }),
);
console.table({ ours: measure(outcomes) });
