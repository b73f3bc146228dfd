/** Opens the desk on a folder of knowledge files and keeps it up to date while they change. */
import type { Logger } from 'pino';
import { type AskEvent, createAsk } from './answer/ask.ts';
import type { ModelEngine } from './answer/openai/engine.ts';
import type { OpenAiSettings } from './answer/openai/settings.ts';
import { createModelBriefing } from './briefing/model-briefing.ts';
import { createDesk, type Desk } from './desk.ts';
import { keepVote } from './feedback/feedback.ts';
import { type ChangeProblem, type LibraryChange, openLibrary } from './knowledge/library.ts';
import { formatProblem } from './knowledge/problem.ts';
import type { Metrics } from './metrics.ts';
import { createKnowledgeIndex, type KnowledgeIndex } from './retrieval/knowledge-index.ts';
import { openWordNet } from './retrieval/wordnet.ts';
import type { Storage } from './storage/open-storage.ts';

export type OpenDeskOptions = {
  readonly knowledgeDir: string;
  readonly storage: Storage;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Follows changes of the folder until closed; without it the folder is read once. */
  readonly follow: boolean;
  /** Reads the dictionaries before it resolves, not with the first question. */
  readonly warm?: boolean;
  /** Composes by a model; by the file's own sentences where it is absent. */
  readonly model: OpenAiSettings | undefined;
};

export type OpenDesk = {
  readonly desk: Desk;
  readonly index: KnowledgeIndex;
  readonly close: () => void;
};

/** @throws KnowledgeError when there is no file that can be served; files with errors are logged and left out. */
export async function openDesk(options: OpenDeskOptions): Promise<OpenDesk> {
  const { knowledgeDir, storage, logger, metrics, follow, warm } = options;
  const library = await openLibrary(knowledgeDir);
  for (const problem of library.problems()) logger.error({ file: problem.file }, formatProblem(problem));
  const wordnet = openWordNet();
  const index = createKnowledgeIndex(library.topics(), { wordnet });
  metrics.gauge('topics', index.topics().length);
  const close = follow ? library.follow((change) => takeOver(change, index, options)) : () => undefined;
  const engine = await openEngine(options);
  const votes = storage.store('votes');
  const ask = createAsk({
    index,
    wordnet,
    threads: storage.store('threads'),
    report: (event) => reportEvent(event, options),
    ...(engine ? { model: engine } : {}),
  });
  const desk = createDesk({
    topics: index.topics,
    ask: counted(ask, metrics),
    vote: (vote) => keepVote(votes, vote),
    ...(engine ? { brief: createModelBriefing(engine.summarise, metrics) } : {}),
  });
  if (warm) await warmUp(createAsk({ index, wordnet }), index);
  return { desk, index, close };
}

/** The dictionaries take a second or more to read, and a platform gives up waiting after three. */
async function warmUp(ask: Desk['ask'], { topics }: KnowledgeIndex): Promise<void> {
  const [topic] = topics();
  if (topic) await ask({ text: `Who spoke about ${topic.title}, when and why?`, topic: topic.topic });
}

/** The client library is loaded only where there is a model: a desk without one starts faster. */
async function openEngine({
  model,
  storage,
  metrics,
  logger,
}: OpenDeskOptions): Promise<ModelEngine | undefined> {
  if (!model) return undefined;
  const { openModelEngine } = await import('./answer/openai/engine.ts');
  const stores = { answers: storage.store('model-answers'), vectors: storage.store('model-vectors') };
  return openModelEngine(model, {
    ...stores,
    cells: storage.cells,
    metrics,
    log: logger.child({ part: 'model' }),
  });
}

/** Serves what changed in the folder. */
function takeOver(
  { updated, removed, problems }: LibraryChange,
  index: KnowledgeIndex,
  { logger, metrics }: OpenDeskOptions,
): void {
  for (const slug of removed) index.removeTopic(slug);
  for (const topic of updated) index.putTopic(topic);
  for (const problem of problems)
    logger.error({ file: problem.file }, `${formatProblem(problem)} (${fateOf(problem)})`);
  if (updated.length + removed.length > 0)
    logger.info({ updated: updated.map(({ topic }) => topic), removed }, 'knowledge files changed');
  metrics.gauge('topics', index.topics().length);
}

const fateOf = ({ isServed }: ChangeProblem) =>
  isServed ? 'the last good version is still served' : 'the file is not served until it is mended';

function reportEvent(event: AskEvent, { logger, metrics }: OpenDeskOptions): void {
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
