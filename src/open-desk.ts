/** Opens the desk on a folder of knowledge files and keeps it up to date while they change. */
import type { Logger } from 'pino';
import { createAsk } from './answer/ask.ts';
import { createDesk, type Desk } from './desk.ts';
import { keepVote } from './feedback/feedback.ts';
import { openLibrary } from './knowledge/library.ts';
import { formatProblem } from './knowledge/problem.ts';
import type { Metrics } from './metrics.ts';
import { createKnowledgeIndex, type KnowledgeIndex } from './retrieval/knowledge-index.ts';
import type { Storage } from './storage/open-storage.ts';

export type OpenDeskOptions = {
  readonly knowledgeDir: string;
  readonly storage: Storage;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Follows changes of the folder until closed; without it the folder is read once. */
  readonly follow: boolean;
};

export type OpenDesk = { readonly desk: Desk; readonly index: KnowledgeIndex; readonly close: () => void };

/** @throws KnowledgeError when there is no file that can be served; files with errors are logged and left out. */
export async function openDesk({
  knowledgeDir,
  storage,
  logger,
  metrics,
  follow,
}: OpenDeskOptions): Promise<OpenDesk> {
  const library = await openLibrary(knowledgeDir);
  for (const problem of library.problems()) logger.error({ file: problem.file }, formatProblem(problem));
  const index = createKnowledgeIndex(library.topics());
  const votes = storage.store('votes');
  const desk = createDesk({
    topics: index.topics,
    ask: createAsk({ index, threads: storage.store('threads') }),
    vote: (vote) => keepVote(votes, vote),
  });
  const close = follow
    ? library.follow(({ updated, removed, problems }) => {
        for (const slug of removed) index.removeTopic(slug);
        for (const topic of updated) index.putTopic(topic);
        for (const problem of problems)
          logger.error(
            { file: problem.file },
            `${formatProblem(problem)} (the last good version is still served)`,
          );
        if (updated.length + removed.length > 0)
          logger.info({ updated: updated.map(({ topic }) => topic), removed }, 'knowledge files changed');
        metrics.gauge('topics', index.topics().length);
      })
    : () => undefined;
  metrics.gauge('topics', index.topics().length);
  return { desk, index, close };
}
