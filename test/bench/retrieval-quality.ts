/** What each threshold of answerability costs and gains: `node test/bench/retrieval-quality.ts`. */
import { ANSWERABLE_AMONG_TRAPS, ANSWERABLE_FROM, answerability } from '../../src/retrieval/answerability.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { type AskedQuestion, isRight, jointAt, loadArticles, measure, type Outcome } from './squad.ts';

const articles = loadArticles();
const index = createKnowledgeIndex(articles.map(({ topic }) => topic));

function ask(asked: AskedQuestion, topic: string): Outcome {
  const { question, hits } = index.search({ question: asked.question, topic });
  return { asked, ids: hits.map(({ id }) => id), confidence: answerability(question, hits) };
}

const outcomes = articles.flatMap(({ topic, questions }) =>
  questions.map((asked) => ask(asked, topic.topic)),
);
/** Answerable questions of other articles, as a reader asks off the subject. */
const foreign = articles.flatMap(({ topic }, at) =>
  (articles[(at + 1) % articles.length]?.questions ?? [])
    .filter(({ answerable }) => answerable)
    .map((asked) => ask({ ...asked, answerable: false, sentences: [] }, topic.topic)),
);

const answerable = outcomes.filter(({ asked }) => asked.answerable);
const traps = outcomes.filter(({ asked }) => !asked.answerable);
const share = (part: readonly unknown[], of: readonly unknown[]) =>
  Number((part.length / Math.max(1, of.length)).toFixed(3));

console.table({ 'trained on these articles': measure(outcomes) });
console.table(
  [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65].map((threshold) => {
    const isAnswered = ({ confidence }: Outcome) => confidence >= threshold;
    return {
      threshold,
      'answerable answered': share(answerable.filter(isAnswered), answerable),
      'with the right sentence first': share(
        answerable.filter((o) => isAnswered(o) && isRight(o)),
        answerable,
      ),
      'traps turned away': share(
        traps.filter((o) => !isAnswered(o)),
        traps,
      ),
      'off the subject turned away': share(
        foreign.filter((o) => !isAnswered(o)),
        foreign,
      ),
      joint: Number(jointAt(outcomes, threshold).toFixed(3)),
    };
  }),
);
console.log(
  `Answers are given from ${ANSWERABLE_FROM} on; among questions made to look answerable ${ANSWERABLE_AMONG_TRAPS} is better.`,
);
