/** How long a whole question takes, from text to verified answer: `node test/bench/ask-speed.ts`. */
import { createAsk } from '../../src/answer/ask.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { evalQuestions, evalTopics } from '../eval/question-set.ts';

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
    facts: model.facts.map((fact, at) => ({ ...fact, text: marked(fact.text, at) })),
  };
}

function percentile(sorted: readonly number[], share: number): string {
  return `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)} ms`.padStart(10);
}

async function measure(facts: number): Promise<void> {
  const models = evalTopics();
  const topics = topicsWith(facts, models);
  const ask = createAsk({ index: createKnowledgeIndex(topics) });
  const questions = evalQuestions(models);
  for (const topicGiven of [true, false]) {
    const times: number[] = [];
    for (const [at, { ask: text, topic }] of questions.entries()) {
      const slug =
        at % 2 === 0 ? topic : `${topic}-${1 + (at % Math.max(1, topics.length / models.length - 1))}`;
      const started = performance.now();
      await ask(topicGiven ? { text, topic: slug } : { text });
      times.push(performance.now() - started);
    }
    const sorted = times.slice(20).sort((a, b) => a - b);
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    console.log(
      `${String(facts).padStart(7)} facts ${String(topics.length).padStart(5)} topics, topic ${topicGiven ? 'given ' : 'chosen'} p50 ${percentile(sorted, 0.5)} p95 ${percentile(sorted, 0.95)} p99 ${percentile(sorted, 0.99)} max ${percentile(sorted, 0.9999)}  ${memory} MB`,
    );
  }
}

for (const facts of [1000, 10_000, 100_000]) await measure(facts);
