/** What each threshold of answerability and of being on the subject costs and gains: `npx node test/bench/retrieval-quality.ts`. */
import {
  ANSWERABLE_AMONG_TRAPS,
  answerability,
  ON_SUBJECT_FROM,
  onSubject,
} from '../../src/retrieval/answerability.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { type AskedQuestion, isRight, jointAt, loadArticles, measure, type Outcome } from './squad.ts';

const articles = loadArticles();
const index = createKnowledgeIndex(articles.map(({ topic }) => topic));

type Asked = Outcome & {
  /** How likely it is on the subject, and whether a right fact is among the first three. */
  readonly subject: number;
  readonly rightInThree: boolean;
};

function ask(asked: AskedQuestion, topic: string): Asked {
  const { question, hits } = index.search({ question: asked.question, topic });
  const ids = hits.map(({ id }) => id);
  return {
    asked,
    ids,
    confidence: answerability(question, hits),
    subject: onSubject(hits),
    rightInThree: ids.slice(0, 3).some((id) => asked.sentences.includes(id)),
  };
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

/** What answering from a threshold on costs and gains, by answerability or by being on the subject. */
function row(threshold: number, by: 'confidence' | 'subject') {
  const isAnswered = (outcome: Asked) => outcome[by] >= threshold;
  const isTurnedAway = (outcome: Asked) => !isAnswered(outcome);
  const rightly = foreign.filter(isTurnedAway).length;
  const wrongly = answerable.filter(isTurnedAway).length;
  return {
    threshold,
    'hit@1': share(
      answerable.filter((outcome) => isAnswered(outcome) && isRight(outcome)),
      answerable,
    ),
    'hit@3': share(
      answerable.filter((outcome) => isAnswered(outcome) && outcome.rightInThree),
      answerable,
    ),
    'answerable turned away': share(answerable.filter(isTurnedAway), answerable),
    'traps turned away': share(traps.filter(isTurnedAway), traps),
    'off the subject turned away': share(foreign.filter(isTurnedAway), foreign),
    'off the subject F1': Number(((2 * rightly) / (rightly + wrongly + foreign.length)).toFixed(3)),
    joint: Number(
      jointAt(
        outcomes.map((outcome) => ({ ...outcome, confidence: outcome[by] })),
        threshold,
      ).toFixed(3),
    ),
  };
}

console.table({ 'trained on these articles': measure(outcomes) });
console.log('\nanswered from this answerability on');
console.table(
  [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6].map((from) => row(from, 'confidence')),
);
console.log('\nanswered from this likelihood of being on the subject on');
console.table([0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8].map((from) => row(from, 'subject')));
console.log(
  `Plain sentences are shown from ${ON_SUBJECT_FROM} on the subject; among questions made to look answerable, an answerability of ${ANSWERABLE_AMONG_TRAPS} is better.`,
);
