/** Opens the desk on a folder of knowledge files and keeps it up to date while they change. */
import type { Logger } from 'pino';
import type { ModelEngine } from './answer/openai/engine.ts';
import type { OpenAiSettings } from './answer/openai/settings.ts';
import type { Answering } from './answering.ts';
import { createDesk, type Desk } from './desk.ts';
import { keepVote } from './feedback/feedback.ts';
import { type ChangeProblem, type Library, type LibraryChange, openLibrary } from './knowledge/library.ts';
import { formatProblem } from './knowledge/problem.ts';
import type { Metrics } from './metrics.ts';
import type { Storage } from './storage/storage.ts';

/** What the desk is opened on. */
export type OpenDeskOptions = {
  readonly knowledgeDir: string;
  readonly storage: Storage;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Follows changes of the folder until closed; without it the folder is read once. */
  readonly follow: boolean;
  /**
   * When all is got ready that answers questions: before this resolves, before the first answer, or in idle time after it.
   * Left out where a single question is asked.
   */
  readonly warm?: 'at-once' | 'before-first' | 'after-first';
  /** Composes by a model; by the file's own sentences where it is absent. */
  readonly model: OpenAiSettings | undefined;
};

/** The desk, opened. */
export type OpenDesk = {
  readonly desk: Desk;
  readonly close: () => void;
};

/** @throws KnowledgeError when there is no file that can be served; files with errors are logged and left out. */
export async function openDesk(options: OpenDeskOptions): Promise<OpenDesk> {
  const { knowledgeDir, storage, metrics, logger, follow, warm } = options;
  const library = await openLibrary(knowledgeDir);
  for (const problem of library.problems()) logger.error({ file: problem.file }, formatProblem(problem));
  metrics.gauge('topics', library.topics().length);
  const engine = await openEngine(options);
  const answering = openWhenAsked(library, engine, options);
  const close = follow
    ? library.follow((change) => {
        answering.takeOver(change);
        reportChange(change, options);
        metrics.gauge('topics', library.topics().length);
      })
    : () => undefined;
  const votes = storage.store('votes');
  const desk = createDesk({
    topics: library.topics,
    ask: answering.ask,
    vote: (vote) => keepVote(votes, vote),
    ...(engine ? { brief: await openBriefing(engine, metrics) } : {}),
  });
  if (warm === 'at-once') await answering.warmUp();
  return { desk, close };
}

/** A briefing needs no index and no dictionary: what answers questions is loaded with the first one. */
function openWhenAsked(
  library: Library,
  model: ModelEngine | undefined,
  { storage, logger, metrics, warm }: OpenDeskOptions,
): Omit<Answering, 'workAhead'> {
  let opened: Promise<Answering> | undefined;
  const open = async () => {
    const { openAnswering } = await import('./answering.ts');
    const threads = storage.store('threads');
    const answering = openAnswering({ topics: library.topics(), threads, model, logger, metrics });
    if (warm === 'before-first') await answering.warmUp();
    if (warm === 'after-first') answering.workAhead();
    return answering;
  };
  const answering = () => {
    opened ??= open();
    return opened;
  };
  return {
    ask: async (question) => (await answering()).ask(question),
    // What is not open yet will begin with the folder as it is then.
    takeOver: (change) => void opened?.then(({ takeOver }) => takeOver(change)),
    warmUp: async () => (await answering()).warmUp(),
  };
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

async function openBriefing({ summarise }: ModelEngine, metrics: Metrics): Promise<Desk['brief']> {
  const { createModelBriefing } = await import('./briefing/model-briefing.ts');
  return createModelBriefing(summarise, metrics);
}

function reportChange(
  { updated, removed, problems }: LibraryChange,
  { logger }: Pick<OpenDeskOptions, 'logger'>,
): void {
  for (const problem of problems)
    logger.error({ file: problem.file }, `${formatProblem(problem)} (${fateOf(problem)})`);
  if (updated.length + removed.length > 0)
    logger.info({ updated: updated.map(({ topic }) => topic), removed }, 'knowledge files changed');
}

const fateOf = ({ isServed }: ChangeProblem) =>
  isServed ? 'the last good version is still served' : 'the file is not served until it is mended';
