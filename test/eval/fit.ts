/**
 * Refits src/answer/extract/weights.ts on the tuning part of the question sets and writes it: `npm run eval:fit`.
 * Prints first how each topic fares with weights that the other topics alone have taught.
 */
import { writeFileSync } from 'node:fs';
import { type Dossier, dossierOf } from '../../src/answer/dossier.ts';
import { ANSWERED_FROM, CHANCES, chancesOf, isForbidden } from '../../src/answer/extract/answerable.ts';
import { type Asked, readAgainst } from '../../src/answer/extract/asked.ts';
import { type Assessment, assessAll, mostMet } from '../../src/answer/extract/assess.ts';
import { plainly } from '../../src/answer/extract/phrasing.ts';
import { respell } from '../../src/answer/extract/respell.ts';
import { SIGNALS } from '../../src/answer/extract/signal-names.ts';
import { questionsIn } from '../../src/answer/questions-in.ts';
import { analyseQuestion } from '../../src/retrieval/question.ts';
import { openWordVectors } from '../../src/retrieval/word-vectors.ts';
import { openWordNet } from '../../src/retrieval/wordnet.ts';
import { fitChoice, fitYesNo, probability, type Vector } from '../bench/regression.ts';
import { type EvalQuestion, evalQuestions, evalTopics } from './question-set.ts';

type Case = {
  readonly question: EvalQuestion;
  readonly asked: Asked;
  readonly dossier: Dossier;
  readonly candidates: readonly Assessment[];
  readonly rows: readonly Vector[];
  readonly chosen: readonly boolean[];
};
type Learned = { readonly ranking: Vector; readonly answerability: Vector };

const RIDGE = 0.001;
const RIDGE_OF_CHANCES = 0.02;
/** A wrong candidate for a question that can be answered counts for less: there is no right way to abstain from it. */
const MISSED = 0.35;

const wordnet = openWordNet();
const vectors = openWordVectors();

function readCases(): readonly Case[] {
  const topics = evalTopics();
  const dossiers = new Map(topics.map((topic) => [topic.topic, dossierOf(topic)]));
  return evalQuestions(topics)
    .filter(({ first }) => first.length === 0)
    .flatMap((question) => {
      const dossier = dossiers.get(question.topic);
      if (!dossier) return [];
      const [part, ...others] = questionsIn(question.ask);
      if (!part || others.length > 0) return [];
      const asked = readAgainst(analyseQuestion(plainly(respell(part.text, { dossier, wordnet, vectors }))), {
        dossier,
        wordnet,
        vectors,
      });
      const candidates = assessAll(asked, [], { dossier, vectors }, Number.POSITIVE_INFINITY);
      const rows = candidates.map(({ signals }) => SIGNALS.map((name) => signals[name]));
      const chosen = candidates.map(({ candidate }) => question.best.includes(candidate.id));
      return [{ question, asked, dossier, candidates, rows, chosen }];
    });
}

function scoreOf(row: Vector, weights: Vector): number {
  return row.reduce((sum, x, at) => sum + x * (weights[at] ?? 0), 0);
}

/** Those that the desk would judge; the ranking is taught by all. */
function ranked({ candidates, rows }: Case, ranking: Vector): readonly Assessment[] {
  const scored = candidates.map((candidate, at) => ({
    ...candidate,
    score: scoreOf(rows[at] ?? [], ranking),
  }));
  return mostMet(scored).toSorted((a, b) => b.score - a.score);
}

function rowOfChances({ asked, dossier }: Case, order: readonly Assessment[]): Vector {
  const chances = chancesOf(asked, order, dossier);
  return chances ? [...CHANCES.map((name) => chances[name]), 1] : [];
}

/** Ids that may stand first. */
const accepted = ({ question: { may, best } }: Case): readonly string[] => may ?? best;

function learn(cases: readonly Case[]): Learned {
  const ranking = fitChoice(
    cases.filter(({ question }) => !question.may),
    RIDGE,
  );
  // A correction of a premise teaches nothing: to abstain is as right.
  const rows = cases.flatMap((each) => {
    const order = ranked(each, ranking);
    const isAccepted = accepted(each).includes(order[0]?.candidate.id ?? '');
    const isAnswerable = each.question.may === undefined;
    if (isAccepted && !isAnswerable) return [];
    return [
      { row: rowOfChances(each, order), yes: isAccepted, weight: isAnswerable && !isAccepted ? MISSED : 1 },
    ];
  });
  return { ranking, answerability: fitYesNo(rows, RIDGE_OF_CHANCES) };
}

function measure(cases: readonly Case[], { ranking, answerability }: Learned) {
  const told = cases.map((each) => {
    const order = ranked(each, ranking);
    const places = order.findIndex(({ candidate }) => accepted(each).includes(candidate.id));
    const isAnswered =
      !isForbidden(each.asked, order, each.dossier) &&
      probability(rowOfChances(each, order), answerability) >= ANSWERED_FROM;
    return { answerable: each.question.may === undefined, places, isAnswered };
  });
  const share = (part: typeof told, is: (one: (typeof told)[number]) => boolean) =>
    Number((part.filter(is).length / Math.max(1, part.length)).toFixed(3));
  const answerable = told.filter((one) => one.answerable);
  const isRight = (one: (typeof told)[number]) => (one.isAnswered ? one.places === 0 : !one.answerable);
  return {
    questions: told.length,
    hit1: share(answerable, ({ places }) => places === 0),
    hit3: share(answerable, ({ places }) => places >= 0 && places < 3),
    answered: share(answerable, isRight),
    abstained: share(
      told.filter((one) => !one.answerable),
      isRight,
    ),
    right: share(told, isRight),
  };
}

function record(
  name: string,
  type: string,
  comment: string,
  names: readonly string[],
  weights: Vector,
): string {
  const lines = names.map((each, at) => `  ${each}: ${Number((weights[at] ?? 0).toFixed(2))},`);
  return `/** ${comment} */\nexport const ${name}: Readonly<Record<${type}, number>> = {\n${lines.join('\n')}\n};\n`;
}

const cases = readCases();
/** Folds of topics, so that none is taught by its own questions; the largest stands alone. */
const names = [...new Set(cases.map(({ question }) => question.topic))];
const foldOf = (name: string) => (name === 'colombia' ? 0 : 1 + (names.indexOf(name) % 4));
const byOthers = [0, 1, 2, 3, 4].map((fold) =>
  learn(cases.filter(({ question }) => foldOf(question.topic) !== fold)),
);
console.table(
  Object.fromEntries(
    names.flatMap((name) => {
      const own = cases.filter(({ question }) => question.topic === name);
      const taught = byOthers[foldOf(name)];
      return taught ? [[name, measure(own, taught)]] : [];
    }),
  ),
);
const learned = learn(cases.filter(({ question }) => !question.heldOut));
console.table({
  'tuned on': measure(
    cases.filter(({ question }) => !question.heldOut),
    learned,
  ),
  'held out': measure(
    cases.filter(({ question }) => question.heldOut),
    learned,
  ),
});
writeFileSync(
  new URL('../../src/answer/extract/weights.ts', import.meta.url),
  [
    `/** Learned constants, fitted on the tuning part of the question sets and written by test/eval/fit.ts. */
import type { ChanceName } from './answerable.ts';
import type { SignalName } from './signal-names.ts';
`,
    record(
      'RANKING',
      'SignalName',
      "What each signal adds to a candidate's score: conditional logistic regression of the right one among all.",
      SIGNALS,
      learned.ranking,
    ),
    record(
      'ANSWERABILITY',
      "ChanceName | 'bias'",
      'What each adds to the logit of answerability: logistic regression of right candidates against questions that nothing answers.',
      [...CHANCES, 'bias'],
      learned.answerability,
    ),
  ].join('\n'),
);
