/** What answers questions over the topics that are served: the index, the dictionaries, and a model where there is one. */
import type { Logger } from 'pino';
import { createAsk } from './answer/ask.ts';
import type { Model } from './answer/model.ts';
import { rehearsalOf } from './answer/rehearse.ts';
import type { AskEvent } from './answer/report.ts';
import type { ThreadStore } from './answer/thread.ts';
import { createIdleTime, prepareTopics } from './answer/work-ahead.ts';
import type { Desk } from './desk.ts';
import type { LibraryChange } from './knowledge/library.ts';
import type { Topic } from './knowledge/schema.ts';
import type { Metrics } from './metrics.ts';
import { createKnowledgeIndex } from './retrieval/knowledge-index.ts';
import { openWordVectors } from './retrieval/word-vectors.ts';
import { openWordNet } from './retrieval/wordnet.ts';

/** What answering is opened on. */
export type AnsweringParts = {
  readonly topics: readonly Topic[];
  readonly threads: ThreadStore;
  /** Composes; the file's own sentences answer where it is absent. */
  readonly model: Model | undefined;
  readonly logger: Logger;
  readonly metrics: Metrics;
};

/** Answers questions, and keeps up with the topics. */
export type Answering = {
  readonly ask: Desk['ask'];
  /** Answers from the changed topics from now on. */
  readonly takeOver: (change: Pick<LibraryChange, 'updated' | 'removed'>) => void;
  /** Works out in idle time what the first questions to a topic need, now and whenever topics change. */
  readonly workAhead: () => void;
  /** Reads the dictionaries and rehearses, which takes a second or more: platforms give up waiting after three. Then works ahead. */
  readonly warmUp: () => Promise<void>;
};

/** Indexes the topics; the dictionaries are read with the first question. */
export function openAnswering({ topics, threads, model, logger, metrics }: AnsweringParts): Answering {
  const words = { wordnet: openWordNet(), vectors: openWordVectors() };
  const index = createKnowledgeIndex(topics, words);
  const report = (event: AskEvent) => reportEvent(event, { logger, metrics });
  const ask = createAsk({ index, ...words, threads, report, ...(model ? { model } : {}) });
  const idleTime = createIdleTime();
  const prepare = (changed: readonly Topic[]) =>
    idleTime.spend(prepareTopics(changed, { index, ...words, needsHits: false }));
  let worksAhead = false;
  const workAhead = () => {
    worksAhead = true;
    prepare(index.topics());
  };
  return {
    ask: idleTime.interruptedBy(counted(ask, metrics)),
    takeOver: ({ updated, removed }) => {
      for (const slug of removed) index.removeTopic(slug);
      for (const topic of updated) index.putTopic(topic);
      if (worksAhead) prepare(updated);
    },
    workAhead,
    warmUp: async () => {
      const askAlone = createAsk({ index, ...words });
      for (const question of rehearsalOf(index.topics())) await askAlone(question);
      workAhead();
    },
  };
}

function reportEvent(event: AskEvent, { logger, metrics }: Pick<AnsweringParts, 'logger' | 'metrics'>): void {
  if (event.kind === 'claim-dropped')
    metrics.count('claims_dropped', { engine: event.engine, rule: event.dropped.rule });
  else if (event.kind === 'composer-failed') metrics.count('model_fallbacks');
  else
    logger.warn(
      { err: event.error },
      'a conversation could not be read or kept; the question was answered without it',
    );
}

function counted(ask: Desk['ask'], metrics: Metrics): Desk['ask'] {
  return async (question) => {
    const started = performance.now();
    const answer = await ask(question);
    metrics.count('answers', { engine: answer.engine, status: answer.status });
    metrics.time('answer', performance.now() - started, { engine: answer.engine });
    return answer;
  };
}
