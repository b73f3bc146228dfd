/**
 * Compares retrieval engines on the public question set and as facts grow:
 * `node --expose-gc test/bench/retrieval.ts [engine …]`. Times are by the clock: run it on a quiet machine.
 */
import type { Topic } from '../../src/knowledge/schema.ts';
import { type Build, ENGINES, type Engine } from './retrieval-engines.ts';
import { type Article, loadArticles, measure, type Outcome, topicOf } from './squad.ts';

const SIZES = [1_000, 10_000, 100_000];
const FACTS_PER_TOPIC = 200;
const SENTENCES_PER_PARAGRAPH = 5;
const QUESTIONS = 1000;
/** Questions asked before the clock counts, as a desk that has been up for a minute has been. */
const WARM_UP = 100;

/** One engine over all articles of the set, asked within each article. */
async function quality(build: Build, articles: readonly Article[]) {
  const engine = await build(articles.map(({ topic }) => topic));
  const outcomes: Outcome[] = [];
  for (const { topic, questions } of articles) {
    for (const asked of questions)
      outcomes.push({ asked, ...(await engine.ask(asked.question, topic.topic)) });
  }
  const { hit1, hit3, mrr3, joint, auc } = measure(outcomes);
  return Object.fromEntries(
    Object.entries({ hit1, hit3, mrr3, joint, auc }).map(([name, value]) => [name, value.toFixed(3)]),
  );
}

/** Topics with so many facts in all, of real sentences in an order that is the same in every run. */
function grown(articles: readonly Article[], size: number): Topic[] {
  const texts = articles.flatMap(({ topic }) => topic.facts.map(({ text }) => text));
  const next = generator(size);
  return Array.from({ length: size / FACTS_PER_TOPIC }, (_, number) =>
    topicOf(
      `topic ${number}`,
      Array.from({ length: FACTS_PER_TOPIC }, (_, at) => ({
        id: `fact-${at}`,
        paragraph: 1 + Math.floor(at / SENTENCES_PER_PARAGRAPH),
        text: texts[next(texts.length)] ?? '',
      })),
    ),
  );
}

/** A linear congruential generator: the constants are those of the C standard's example. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

async function growth(build: Build, articles: readonly Article[], size: number) {
  const topics = grown(articles, size);
  const before = memory();
  const start = performance.now();
  const engine = await build(topics);
  const built = performance.now() - start;
  const bytes = memory() - before + (engine.hidden ?? 0);
  const times = await timesOf(engine, articles);
  const at = (share: number) => (times[Math.floor(share * times.length)] ?? 0).toFixed(2);
  return {
    facts: size,
    'p50 ms': at(0.5),
    'p99 ms': at(0.99),
    'build ms': Math.round(built),
    'memory MB': Math.round(bytes / 1e6),
  };
}

async function timesOf(engine: Engine, articles: readonly Article[]): Promise<number[]> {
  const questions = articles.flatMap((article) => article.questions.map(({ question }) => question));
  const next = generator(questions.length);
  const times: number[] = [];
  for (let n = 0; n < WARM_UP + QUESTIONS; n += 1) {
    const start = performance.now();
    await engine.ask(questions[next(questions.length)] ?? '');
    if (n >= WARM_UP) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

function memory(): number {
  // Twice: buffers outside of the heap are let go a round after what held them.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const articles = loadArticles();
const wanted = process.argv.slice(2);
for (const [name, build] of ENGINES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  console.table([await quality(build, articles)]);
  const rows = [];
  for (const size of SIZES) rows.push(await growth(build, articles, size));
  console.table(rows);
}
