/** The folder of knowledge files as a set of topics that follows the folder while it changes. */
import { type FSWatcher, watch } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MAX_FILE_BYTES, type ParseResult, parseTopicFile } from './parse.ts';
import { formatProblem, KnowledgeError, type Problem } from './problem.ts';
import type { Topic } from './schema.ts';

/** What a change of the folder means for those who serve it. */
export type LibraryChange = {
  readonly updated: readonly Topic[];
  /** Slugs of topics whose file is gone. */
  readonly removed: readonly string[];
  /** Problems of the files that changed; the last good version of each is still served. */
  readonly problems: readonly Problem[];
};

export type Library = {
  readonly topics: () => readonly Topic[];
  /** Problems of all files as they are now. */
  readonly problems: () => readonly Problem[];
  /** Reads the folder again and tells what changed; files whose size and time are the same are not read. */
  readonly refresh: () => Promise<LibraryChange>;
  /** Calls back, soon after a file is saved, with what changed. Returns how to stop. */
  readonly follow: (listener: (change: LibraryChange) => void) => () => void;
};

/** Editors write in several steps: wait for the last before reading. Well under the second that is promised. */
const SETTLE_MS = 150;

/** Mounted folders (network, containers) may report no change at all: look at this pace as well. */
const POLL_MS = 10_000;

type Shelves = Map<string, Shelf>;
type Shelf = {
  readonly stamp: string;
  readonly topic: Topic | undefined;
  readonly problems: readonly Problem[];
};

/**
 * Opens a folder of knowledge files (`*.yaml`, `*.yml`; folders within it too).
 * @throws KnowledgeError when the folder does not exist, or has no file that can be served.
 */
export async function openLibrary(folder: string): Promise<Library> {
  const shelves: Shelves = new Map();
  let queue: Promise<unknown> = Promise.resolve();
  const refresh = () => {
    const turn = queue.then(() => refreshShelves(folder, shelves));
    queue = turn.catch(() => undefined);
    return turn;
  };
  await refresh();
  const topics = () => [...shelves.values()].flatMap(({ topic }) => (topic ? [topic] : []));
  const problems = () => [...shelves.values()].flatMap((shelf) => shelf.problems);
  if (topics().length === 0) throw emptyLibrary(folder, problems());
  return { topics, problems, refresh, follow: (listener) => follow(folder, refresh, listener) };
}

function emptyLibrary(folder: string, problems: readonly Problem[]): KnowledgeError {
  const said =
    problems.length > 0
      ? `:\n${problems.map(formatProblem).join('\n')}`
      : '; write one, such as colombia.yaml, or set KNOWLEDGE_DIR to another folder';
  return new KnowledgeError(`no knowledge file in ${folder} can be served${said}`, problems);
}

async function refreshShelves(folder: string, shelves: Shelves): Promise<LibraryChange> {
  const files = new Set(await listFiles(folder));
  const gone = [...shelves].filter(([file]) => !files.has(file));
  for (const [file] of gone) shelves.delete(file);
  const owners = new Map(
    [...shelves].flatMap(([file, { topic }]) => (topic ? [[topic.topic, file] as const] : [])),
  );
  const changed: Shelf[] = [];
  const renamed: string[] = [];
  for (const file of files) {
    const before = shelves.get(file);
    const shelf = await readShelf(join(folder, file), file, { before, owners });
    if (shelf === before) continue;
    if (before?.topic) {
      owners.delete(before.topic.topic);
      renamed.push(before.topic.topic);
    }
    if (shelf.topic) owners.set(shelf.topic.topic, file);
    shelves.set(file, shelf);
    changed.push(shelf);
  }
  return {
    updated: changed.flatMap(({ topic, problems }) => (topic && problems.length === 0 ? [topic] : [])),
    removed: [...gone.flatMap(([, { topic }]) => topic?.topic ?? []), ...renamed].filter(
      (slug) => !owners.has(slug),
    ),
    problems: changed.flatMap(({ problems }) => problems),
  };
}

/** The knowledge files of a folder, as paths that begin with it. @throws KnowledgeError when it cannot be read */
export async function listTopicFiles(folder: string): Promise<readonly string[]> {
  return (await listFiles(folder)).map((file) => join(folder, file));
}

async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && /\.ya?ml$/iu.test(entry.name))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort();
  } catch (error) {
    throw new KnowledgeError(
      `cannot read the knowledge folder ${folder} (${codeOf(error)}): create it, or set KNOWLEDGE_DIR to where your knowledge files are`,
    );
  }
}

type Known = { readonly before: Shelf | undefined; readonly owners: ReadonlyMap<string, string> };

async function readShelf(path: string, file: string, { before, owners }: Known): Promise<Shelf> {
  const found = await readStamped(path, before?.stamp);
  if (found.kind === 'same' && before) return before;
  const result =
    found.kind === 'read'
      ? claimSlug(parseTopicFile(found.text, path), { path, file, owners })
      : refuse(path, found.kind === 'refused' ? found.message : '');
  return result.ok
    ? { stamp: found.stamp, topic: result.topic, problems: [] }
    : { stamp: found.stamp, topic: before?.topic, problems: result.problems };
}

type Found =
  | { readonly kind: 'same'; readonly stamp: string }
  | { readonly kind: 'read'; readonly stamp: string; readonly text: string }
  | { readonly kind: 'refused'; readonly stamp: string; readonly message: string };

async function readStamped(path: string, known: string | undefined): Promise<Found> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    const stamp = `${size}:${mtimeMs}:${ino}`;
    if (stamp === known) return { kind: 'same', stamp };
    if (size > MAX_FILE_BYTES) return { kind: 'refused', stamp, message: tooLarge(size) };
    return { kind: 'read', stamp, text: await readFile(path, 'utf8') };
  } catch (error) {
    const stamp = `unreadable:${codeOf(error)}`;
    if (stamp === known) return { kind: 'same', stamp };
    return {
      kind: 'refused',
      stamp,
      message: `the file cannot be read (${codeOf(error)}); check that it exists and its permissions`,
    };
  }
}

function tooLarge(size: number): string {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  return `the file has ${megabytes(size)} MB, more than the ${megabytes(MAX_FILE_BYTES)} MB that are read; split it into topics`;
}

function refuse(file: string, message: string): ParseResult {
  return { ok: false, problems: [{ file, line: 1, column: 1, message }] };
}

type Claim = { readonly path: string; readonly file: string; readonly owners: ReadonlyMap<string, string> };

/** One file is one topic: the first file to have a slug keeps it. */
function claimSlug(result: ParseResult, { path, file, owners }: Claim): ParseResult {
  const owner = result.ok ? owners.get(result.topic.topic) : undefined;
  return !result.ok || owner === undefined || owner === file
    ? result
    : refuse(path, `the topic "${result.topic.topic}" is already in ${owner}; rename one of the two`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function follow(
  folder: string,
  refresh: () => Promise<LibraryChange>,
  listener: (change: LibraryChange) => void,
): () => void {
  const stop = new AbortController();
  let waiting = false;
  const look = async () => {
    if (waiting || stop.signal.aborted) return;
    waiting = true;
    await sleep(SETTLE_MS, undefined, { ref: false });
    waiting = false;
    const change = await refresh().catch((error: unknown) => ({
      updated: [],
      removed: [],
      problems: [folderProblem(folder, error)],
    }));
    if (!stop.signal.aborted && change.updated.length + change.removed.length + change.problems.length > 0)
      listener(change);
  };
  const poll = setInterval(() => void look(), POLL_MS).unref();
  const watcher = startWatching(folder, () => void look());
  return () => {
    stop.abort();
    clearInterval(poll);
    watcher?.close();
  };
}

function folderProblem(file: string, error: unknown): Problem {
  return { file, line: 1, column: 1, message: error instanceof Error ? error.message : String(error) };
}

/** Where the system cannot watch (inotify limits, some network folders) polling alone must do. */
function startWatching(folder: string, onEvent: () => void): FSWatcher | undefined {
  try {
    return watch(folder, { recursive: true, persistent: false }, onEvent).on('error', onEvent);
  } catch {
    return undefined;
  }
}
