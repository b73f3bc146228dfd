/** The folder of knowledge files as a set of topics that follows the folder while it changes. */

import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { oncePer } from '../once-per.ts';
import { formatProblem, KnowledgeError, type Problem } from './problem.ts';
import type { Topic } from './schema.ts';
import { emptyShelves, readShelves, type Shelves } from './shelves.ts';
import { watchFolder } from './watch-folder.ts';

/** What a change of the folder means for those who serve it. */
export type LibraryChange = {
  readonly updated: readonly Topic[];
  /** Slugs of topics that no file has any more. */
  readonly removed: readonly string[];
  /** Problems of the files that changed. */
  readonly problems: readonly ChangeProblem[];
};

/** A problem of a file, and whether an earlier version of the file is served all the same. */
export type ChangeProblem = Problem & { readonly isServed: boolean };

/** The topics of a folder. */
export type Library = {
  readonly topics: () => readonly Topic[];
  /** Problems of all files as they are now. */
  readonly problems: () => readonly Problem[];
  /** Reads the folder again and tells what changed; files whose size, time and inode are the same are not read. */
  readonly refresh: () => Promise<LibraryChange>;
  /** Calls back, soon after a file is saved, with what changed. Returns how to stop. */
  readonly follow: (listener: (change: LibraryChange) => void) => () => void;
};

/** Editors write in several steps: give them this long before reading. Well under the second that is promised. */
const SETTLE_MS = 150;

/** Mounted folders (network, containers) may report no change at all: look at this pace as well. */
const POLL_MS = 10_000;

/**
 * Opens a folder of knowledge files (`*.yaml`, `*.yml`; folders within it too; hidden ones left out).
 * `pollMs` is how often the folder is looked at while no change of it is reported.
 * @throws KnowledgeError when the folder does not exist, or has no file that can be served.
 */
export async function openLibrary(folder: string, { pollMs = POLL_MS } = {}): Promise<Library> {
  let shelves = await readShelves(folder, emptyShelves);
  let queue: Promise<unknown> = Promise.resolve();
  const refresh = () => {
    const turn = queue.then(async () => {
      const before = shelves;
      shelves = await readShelves(folder, before);
      return compare(before, shelves);
    });
    queue = turn.catch(() => undefined);
    return turn;
  };
  const topics = () => topicsOn(shelves);
  const problems = () => [...shelves.files.keys()].flatMap((file) => problemsOf(shelves, file));
  if (topics().length === 0) throw emptyLibrary(folder, problems());
  return { topics, problems, refresh, follow: (listener) => follow({ folder, refresh, pollMs }, listener) };
}

const topicsOn = oncePer(({ served }: Shelves) => [...served.values()].map(({ topic }) => topic));

function emptyLibrary(folder: string, problems: readonly Problem[]): KnowledgeError {
  const said =
    problems.length > 0
      ? `:\n${problems.map(formatProblem).join('\n')}`
      : '; write one, such as colombia.yaml, or set KNOWLEDGE_DIR to another folder';
  return new KnowledgeError(`no knowledge file in ${folder} can be served${said}`, problems);
}

function problemsOf({ files, clashes }: Shelves, file: string): readonly Problem[] {
  const clash = clashes.get(file);
  return [...(files.get(file)?.problems ?? []), ...(clash ? [clash] : [])];
}

function compare(before: Shelves, after: Shelves): LibraryChange {
  const isNew = (file: string) =>
    before.files.get(file)?.stamp !== after.files.get(file)?.stamp ||
    !isDeepStrictEqual(problemsOf(before, file), problemsOf(after, file));
  const served = new Set([...after.served.values()].map(({ file }) => file));
  return {
    updated: [...after.served.values()]
      .map(({ topic }) => topic)
      .filter((topic) => before.served.get(topic.topic)?.topic.hash !== topic.hash),
    removed: [...before.served.keys()].filter((slug) => !after.served.has(slug)),
    problems: [...after.files.keys()]
      .filter(isNew)
      .flatMap((file) =>
        problemsOf(after, file).map((problem) => ({ ...problem, isServed: served.has(file) })),
      ),
  };
}

type Following = {
  readonly folder: string;
  readonly refresh: () => Promise<LibraryChange>;
  readonly pollMs: number;
};

function follow(
  { folder, refresh, pollMs }: Following,
  listener: (change: LibraryChange) => void,
): () => void {
  const stop = new AbortController();
  let waiting = false;
  const look = async () => {
    if (waiting || stop.signal.aborted) return;
    waiting = true;
    await sleep(SETTLE_MS, undefined, { ref: false });
    waiting = false;
    await watcher.catchUp();
    const change = await refreshed();
    if (!stop.signal.aborted && change.updated.length + change.removed.length + change.problems.length > 0)
      listener(change);
  };
  const refreshed = tellOnce(folder, refresh);
  const watcher = watchFolder(folder, () => void look());
  const poll = setInterval(() => void look(), pollMs).unref();
  void look();
  return () => {
    stop.abort();
    clearInterval(poll);
    watcher.close();
  };
}

/** A folder that cannot be read is a problem like that of a file, told once and not at every look. */
function tellOnce(folder: string, refresh: () => Promise<LibraryChange>): () => Promise<LibraryChange> {
  let told = '';
  return async () => {
    try {
      const change = await refresh();
      told = '';
      return change;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const problems =
        message === told ? [] : [{ file: folder, line: 1, column: 1, message, isServed: true }];
      told = message;
      return { updated: [], removed: [], problems };
    }
  };
}
