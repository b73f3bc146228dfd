import { spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { createAsk } from '../../src/answer/ask.ts';
import type { Sources } from '../../src/answer/find.ts';
import { suggestQuestions } from '../../src/answer/suggest.ts';
import { createIdleTime, prepareTopics } from '../../src/answer/work-ahead.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { openWordVectors } from '../../src/retrieval/word-vectors.ts';
import { openWordNet } from '../../src/retrieval/wordnet.ts';
import { evalTopics } from '../eval/question-set.ts';

const [known] = evalTopics();
if (!known) throw new Error('the evaluation has no topic');
const newTopic = () => structuredClone(known);

/** Sources that count how often a word is looked up: whatever is answered looks up words. */
function countingSources(topics: readonly Topic[]): { sources: Sources; lookups: () => number } {
  const wordnet = openWordNet();
  let count = 0;
  const related = (word: string) => {
    count += 1;
    return wordnet.related(word);
  };
  const words = { wordnet: { ...wordnet, related }, vectors: openWordVectors() };
  const index = createKnowledgeIndex(topics, words);
  return { sources: { index, ...words, needsHits: false }, lookups: () => count };
}

const suggestionsFor = (topic: Topic, sources: Sources) =>
  suggestQuestions({ topic, question: '', hits: [], near: [], claims: [], confidence: 0 }, sources);

describe('a topic that is prepared', () => {
  it('has its suggestions tried, so that an abstention tries none', () => {
    const topic = newTopic();
    const { sources, lookups } = countingSources([topic]);
    for (const _ of prepareTopics([topic], sources));
    const before = lookups();
    expect(suggestionsFor(topic, sources)).toHaveLength(3);
    expect(lookups()).toBe(before);
  });

  it('answers as one that is not', async () => {
    const prepared = newTopic();
    const { sources } = countingSources([prepared]);
    for (const _ of prepareTopics([prepared], sources));
    const question = { text: `What is the latest on ${known.title}?`, topic: known.topic };
    const ask = createAsk({ index: createKnowledgeIndex([newTopic()]) });
    expect(await createAsk(sources)(question)).toEqual(await ask(question));
  });

  it('is left alone where it was taken away meanwhile', () => {
    const topic = newTopic();
    const { sources, lookups } = countingSources([topic]);
    sources.index.removeTopic(topic.topic);
    for (const _ of prepareTopics([topic], sources));
    expect(lookups()).toBe(0);
  });
});

describe('work in idle time', () => {
  it('is done to the end, in turns between which others have theirs', async () => {
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 1);
    await new Promise<void>((resolve) => createIdleTime().spend(slowSteps(20, resolve)));
    clearInterval(others);
    expect(turns).toBeGreaterThan(1);
  });

  it('waits while one question follows another', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const idleTime = createIdleTime();
    const worked = vi.fn();
    idleTime.spend(slowSteps(0, worked));
    const ask = idleTime.interruptedBy(async () => undefined);
    for (let asked = 0; asked < 20; asked += 1) {
      vi.advanceTimersByTime(5);
      await ask(undefined);
    }
    expect(worked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(20);
    expect(worked).toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('keeps no process alive', () => {
    const module = new URL('../../src/answer/work-ahead.ts', import.meta.url);
    const script = `const { createIdleTime } = await import('${module.href}'); createIdleTime().spend((function* () { for (;;) yield; })());`;
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      timeout: 20_000,
    });
    expect(status).toBe(0);
  });
});

/** Steps of a millisecond each. */
function* slowSteps(count: number, done: () => void): Generator<void> {
  for (let step = 0; step < count; step += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
  done();
}
