/** Refits src/retrieval/weights.ts on the public question set and prints it: `npm run bench:retrieval-fit`. */

import { ON_SUBJECT_FROM } from '../../src/retrieval/answerability.ts';
import { FEATURES } from '../../src/retrieval/features.ts';
import { createKnowledgeIndex, type KnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { SIGNALS, SUBJECT_SIGNALS, signalsOf, subjectSignalsOf } from '../../src/retrieval/signals.ts';
import { fitChoice, fitYesNo, probability, type Vector } from './regression.ts';
import { type Article, loadArticles, measure, type Outcome } from './squad.ts';

/** A question with its candidates' features; `chosen` marks the right ones. */
type RankingCase = {
  readonly article: string;
  readonly rows: readonly Vector[];
  readonly chosen: readonly boolean[];
};

/** A question with the signals of its hits. */
type AnswerCase = {
  readonly article: string;
  readonly signals: Vector | undefined;
  readonly subject: Vector | undefined;
  readonly outcome: Outcome;
  /** Whether it is of another article. */
  readonly borrowed: boolean;
};

/** Chosen, as the features are, by leaving one article out at a time; flat around here. */
const RANKING_RIDGE = 0.05;
const ANSWER_RIDGE = 0.01;
const CANDIDATES = 20;
/** Questions of another article stand for those that readers ask off the subject; half as many count as asked. */
const BORROWED_WEIGHT = 0.5;

function rankingCases(articles: readonly Article[], index: KnowledgeIndex): RankingCase[] {
  return articles.flatMap(({ title, topic, questions }) =>
    questions
      .filter(({ answerable }) => answerable)
      .map((asked) => {
        const { hits } = index.search({ question: asked.question, topic: topic.topic, limit: CANDIDATES });
        return {
          article: title,
          rows: hits.map(({ features }) => FEATURES.map((name) => features[name])),
          chosen: hits.map(({ id }) => asked.sentences.includes(id)),
        };
      }),
  );
}

function answerCases(articles: readonly Article[], index: KnowledgeIndex): AnswerCase[] {
  return articles.flatMap(({ title, topic, questions }, at) => {
    const borrowed =
      articles[(at + 3) % articles.length]?.questions.filter(({ answerable }) => answerable) ?? [];
    const foreign = borrowed.map((asked) => ({ ...asked, answerable: false, sentences: [] }));
    return [...questions, ...foreign].map((asked, number): AnswerCase => {
      const { question, hits } = index.search({ question: asked.question, topic: topic.topic });
      const signals = signalsOf(question, hits);
      const subject = subjectSignalsOf(hits);
      return {
        article: title,
        signals: signals && [...SIGNALS.map((name) => signals[name]), 1],
        subject: subject && [...SUBJECT_SIGNALS.map((name) => subject[name]), 1],
        outcome: { asked, ids: hits.map(({ id }) => id), confidence: 0 },
        borrowed: number >= questions.length,
      };
    });
  });
}

function isRight({ outcome: { asked, ids } }: AnswerCase): boolean {
  return asked.sentences.includes(ids[0] ?? '');
}

/** Fits on features brought to one spread within the questions, so that the ridge favours no unit of measure. */
function fitRanking(cases: readonly RankingCase[]): Vector {
  const spread = spreadsWithin(cases);
  const scaled = cases.map(({ rows, chosen }) => ({
    rows: rows.map((row) => row.map((x, n) => x / (spread[n] ?? 1))),
    chosen,
  }));
  return fitChoice(scaled, RANKING_RIDGE).map((weight, n) => weight / (spread[n] ?? 1));
}

/** How much each feature differs between the candidates of a question. */
function spreadsWithin(cases: readonly RankingCase[]): number[] {
  const deviations = cases.flatMap(({ rows }) => {
    const mean = FEATURES.map((_, n) => rows.reduce((sum, row) => sum + (row[n] ?? 0), 0) / rows.length);
    return rows.map((row) => row.map((x, n) => x - (mean[n] ?? 0)));
  });
  return FEATURES.map(
    (_, n) =>
      Math.sqrt(deviations.reduce((sum, row) => sum + (row[n] ?? 0) ** 2, 0) / deviations.length) || 1,
  );
}

/** Wrong top hits of answerable questions teach nothing: answered or not, they are not right. */
function fitAnswerability(cases: readonly AnswerCase[]): Vector {
  const taught = cases.filter((each) => isRight(each) || !each.outcome.asked.answerable);
  const rows = taught.flatMap((each) =>
    each.signals
      ? [{ row: each.signals, yes: isRight(each), weight: each.borrowed ? BORROWED_WEIGHT : 1 }]
      : [],
  );
  return fitYesNo(rows, ANSWER_RIDGE);
}

/** Questions made to look answerable are on the subject, but not as readers' are. */
function fitSubject(cases: readonly AnswerCase[]): Vector {
  const rows = cases.flatMap(({ subject, borrowed, outcome }) =>
    subject && (borrowed || outcome.asked.answerable) ? [{ row: subject, yes: !borrowed, weight: 1 }] : [],
  );
  return fitYesNo(rows, ANSWER_RIDGE);
}

/** F1 of abstaining where the question is of another article, at the threshold. */
function abstentionF1(cases: readonly AnswerCase[], weights: Vector, threshold: number): number {
  const asked = cases.filter(({ borrowed, outcome }) => borrowed || outcome.asked.answerable);
  const abstained = asked.filter(
    ({ subject }) => subject === undefined || probability(subject, weights) < threshold,
  );
  const right = abstained.filter(({ borrowed }) => borrowed).length;
  return (2 * right) / (abstained.length + asked.filter(({ borrowed }) => borrowed).length);
}

function shareRight(cases: readonly RankingCase[], weights: Vector, places: number): number {
  const right = cases.filter(({ rows, chosen }) => {
    const order = rows.map((row, at) => ({
      at,
      score: row.reduce((sum, x, n) => sum + x * (weights[n] ?? 0), 0),
    }));
    order.sort((a, b) => b.score - a.score);
    return order.slice(0, places).some(({ at }) => chosen[at]);
  });
  return right.length / Math.max(1, cases.length);
}

function printWeights(title: string, names: readonly string[], weights: Vector): void {
  console.log(
    `\n${title}\n${names.map((name, n) => `  ${name}: ${(weights[n] ?? 0).toFixed(2)},`).join('\n')}`,
  );
}

const articles = loadArticles();
const index = createKnowledgeIndex(articles.map(({ topic }) => topic));
const ranking = rankingCases(articles, index);
const answers = answerCases(articles, index);
const leftOut = articles.map(({ title }) => {
  const weights = fitRanking(ranking.filter(({ article }) => article !== title));
  const own = ranking.filter(({ article }) => article === title);
  const learned = fitAnswerability(answers.filter(({ article }) => article !== title));
  const outcomes = answers
    .filter(({ article, borrowed }) => article === title && !borrowed)
    .map(({ outcome, signals }) => ({ ...outcome, confidence: signals ? probability(signals, learned) : 0 }));
  return {
    title,
    questions: own.length,
    hit1: shareRight(own, weights, 1),
    hit3: shareRight(own, weights, 3),
    'off the subject F1': abstentionF1(
      answers.filter(({ article }) => article === title),
      fitSubject(answers.filter(({ article }) => article !== title)),
      ON_SUBJECT_FROM,
    ),
    outcomes,
  };
});
console.table(
  leftOut.map(({ outcomes, ...row }) => ({
    ...row,
    joint: measure(outcomes).joint,
    auc: measure(outcomes).auc,
  })),
);
const mean = (name: 'hit1' | 'hit3') =>
  leftOut.reduce((sum, row) => sum + row[name] * row.questions, 0) / ranking.length;
const all = measure(leftOut.flatMap(({ outcomes }) => outcomes));
console.log('each article by the others', {
  hit1: mean('hit1'),
  hit3: mean('hit3'),
  joint: all.joint,
  auc: all.auc,
});
printWeights('RANKING', FEATURES, fitRanking(ranking));
printWeights('ANSWERABILITY', [...SIGNALS, 'bias'], fitAnswerability(answers));
printWeights('ON_SUBJECT', [...SUBJECT_SIGNALS, 'bias'], fitSubject(answers));
