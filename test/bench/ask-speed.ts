/**
 * How long a whole question takes, from text to verified answer, as facts grow: `npm run bench:ask -- [facts mode]`.
 * Each row is a process of its own that has rehearsed and is asked each question once, so that words and topics are met for
 * the first time as in a desk that has just started; `prepared` is one that had idle time since. Times are by the clock and by the
 * processor: only the latter tell on a busy machine.
 */
import { spawnSync } from 'node:child_process';
import { createAsk } from '../../src/answer/ask.ts';
import type { Question } from '../../src/answer/question.ts';
import { rehearsalOf } from '../../src/answer/rehearse.ts';
import { prepareTopics } from '../../src/answer/work-ahead.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { openWordVectors } from '../../src/retrieval/word-vectors.ts';
import { openWordNet } from '../../src/retrieval/wordnet.ts';
import { evalQuestions, evalTopics } from '../eval/question-set.ts';
import { loadArticles } from './squad.ts';

const SIZES = [1000, 10_000, 100_000];
/**
 * Whose questions, and whether the topic is told; those of the public set are off the subject, each with new words, but
 * for `plain` and `plain-chosen`, which ask them of their own articles, files without people.
 */
const MODES = ['given', 'prepared', 'chosen', 'public', 'plain', 'plain-chosen'] as const;
type Mode = (typeof MODES)[number];
const isPlain = (mode: Mode) => mode.startsWith('plain');

/** Questions of the public set that are asked. */
const PUBLIC = 1000;

/** Copies of the evaluation's topics, each with words of its own, until there are as many facts. */
function topicsWith(facts: number, models: readonly Topic[]): readonly Topic[] {
  const topics: Topic[] = [...models];
  let count = models.reduce((sum, topic) => sum + topic.facts.length, 0);
  for (let copy = 1; count < facts; copy += 1) {
    for (const model of models) {
      topics.push(copyOf(model, copy));
      count += model.facts.length;
    }
  }
  return topics;
}

const SYLLABLES = ['bar', 'len', 'tos', 'mir', 'dun', 'kel', 'vor', 'sha', 'pem', 'gor'];
const word = (seed: number) =>
  String(seed)
    .split('')
    .map((digit) => SYLLABLES[Number(digit)])
    .join('');

function copyOf(model: Topic, copy: number): Topic {
  const marked = (text: string, at: number) => `${text.replace(/\.$/, '')} in ${word(copy * 100 + at)}.`;
  return {
    ...model,
    topic: `${model.topic}-${copy}`,
    title: `${model.title} ${word(copy)}`,
    quotes: model.quotes.map((quote) => ({ ...quote })),
    facts: model.facts.map((fact, at) => ({ ...fact, text: marked(fact.text, at) })),
  };
}

type Asked = { readonly text: string; readonly topic: string };

function publicQuestions(): readonly Asked[] {
  return loadArticles()
    .flatMap(({ topic: { topic }, questions }) => questions.map(({ question: text }) => ({ text, topic })))
    .filter((_, at, all) => at % Math.max(1, Math.floor(all.length / PUBLIC)) === 0);
}

function questionsFor(mode: Mode, models: readonly Topic[], copies: number): readonly Question[] {
  if (mode === 'public') return publicQuestions().map(({ text }) => ({ text }));
  const own = () => evalQuestions(models).map(({ ask: text, topic }) => ({ text, topic }));
  return (isPlain(mode) ? publicQuestions() : own()).map(({ text, topic }, at) => {
    const slug = at % 2 === 0 ? topic : `${topic}-${1 + (at % Math.max(1, Math.floor(copies)))}`;
    return mode.endsWith('chosen') ? { text } : { text, topic: slug };
  });
}

const idle = new Int32Array(new SharedArrayBuffer(4));

/** Milliseconds of processor time; the kernel counts what a thread has used only when it stops for a moment. */
function processorTime(): number {
  Atomics.wait(idle, 0, 0, 0.01);
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function measure(facts: number, mode: Mode): Promise<void> {
  const models = isPlain(mode) ? loadArticles().map(({ topic }) => topic) : evalTopics();
  const topics = topicsWith(facts, models);
  const words = { wordnet: openWordNet(), vectors: openWordVectors() };
  const index = createKnowledgeIndex(topics, words);
  const ask = createAsk({ index, ...words });
  const rehearse = createAsk({ index, ...words });
  for (const question of rehearsalOf(topics)) await rehearse(question);
  if (mode === 'prepared') for (const _ of prepareTopics(topics, { index, ...words, needsHits: false }));
  const byClock: number[] = [];
  const byProcessor: number[] = [];
  for (const question of questionsFor(mode, models, topics.length / models.length - 1)) {
    const used = processorTime();
    const started = performance.now();
    await ask(question);
    byClock.push(performance.now() - started);
    byProcessor.push(processorTime() - used);
  }
  if (byClock.length === 0) return;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `${String(facts).padStart(7)} facts ${String(topics.length).padStart(5)} topics  ${mode.padEnd(12)}  clock ${percentiles(byClock)}  processor ${percentiles(byProcessor)}  ${memory} MB`,
  );
}

function percentiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return [0.5, 0.95, 0.99]
    .map(
      (share) => `p${100 * share} ${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(5)}`,
    )
    .join(' ');
}

const [size, mode] = process.argv.slice(2);
const known = MODES.find((each) => each === mode);
if (size && known) await measure(Number(size), known);
else
  for (const facts of SIZES)
    for (const each of MODES)
      spawnSync(process.execPath, [...process.execArgv, import.meta.filename, String(facts), each], {
        stdio: 'inherit',
      });
