/** What is known of each file of a knowledge folder, and which topics are served from it. */
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseTopicFile } from './parse.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { codeOf, readTopicText } from './read-file.ts';
import type { Topic } from './schema.ts';

/** One file: the last version of it that was good, and what is wrong with the file as it is now. */
type Shelf = {
  /** Size, time and inode: while they stay the same, the file is not read again. */
  readonly stamp: string;
  readonly topic: Topic | undefined;
  readonly problems: readonly Problem[];
};

/** The folder at one moment. Files are named by their path within the folder. */
export type Shelves = {
  readonly files: ReadonlyMap<string, Shelf>;
  /** By slug: the topic that is served, and the file that it is from. */
  readonly served: ReadonlyMap<string, Placed>;
  /** By file: the topic of the file is served from another one already. */
  readonly clashes: ReadonlyMap<string, Problem>;
};
type Placed = { readonly file: string; readonly topic: Topic };

/** The shelves before anything is read. */
export const emptyShelves: Shelves = { files: new Map(), served: new Map(), clashes: new Map() };

/** Files looked at side by side: reading waits mostly for the disk. */
const AT_ONCE = 32;

/** Reads what changed since `before`. @throws KnowledgeError when the folder cannot be read */
export async function readShelves(folder: string, before: Shelves): Promise<Shelves> {
  const names = await listFiles(folder);
  const files = new Map<string, Shelf>();
  for (let start = 0; start < names.length; start += AT_ONCE) {
    const batch = names.slice(start, start + AT_ONCE);
    const shelves = await Promise.all(
      batch.map((name) => readShelf(join(folder, name), before.files.get(name))),
    );
    for (const [index, shelf] of shelves.entries()) files.set(batch[index] ?? '', shelf);
  }
  const served = placeTopics(files, before.served);
  return { files, served, clashes: findClashes(folder, files, served) };
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
      .filter((file) => !isHidden(file))
      .sort();
  } catch (error) {
    throw new KnowledgeError(
      `cannot read the knowledge folder ${folder} (${codeOf(error)}): create it, or set KNOWLEDGE_DIR to where your knowledge files are`,
    );
  }
}

/** Editors lock and systems mount behind a leading dot; what stands there is not, or not yet, a curator's file. */
export function isHidden(path: string): boolean {
  return path.split(/[\\/]/u).some((part) => part.startsWith('.'));
}

async function readShelf(path: string, before: Shelf | undefined): Promise<Shelf> {
  const stamp = await stampOf(path);
  if (before?.stamp === stamp) return before;
  const found = await readTopicText(path);
  const result = found.ok
    ? parseTopicFile(found.text, path)
    : { ok: false as const, problems: [found.problem] };
  return result.ok
    ? { stamp, topic: result.topic, problems: [] }
    : { stamp, topic: before?.topic, problems: result.problems };
}

/** Taken before the file is read: a save in between changes it, and the file is read again. */
async function stampOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return `${size}:${mtimeMs}:${ino}`;
  } catch (error) {
    return `unreadable:${codeOf(error)}`;
  }
}

/**
 * One file is one topic. A file keeps the slug that it has; a free slug goes to the first file that asks for it; a
 * file whose new slug is taken goes on being served as it was.
 */
function placeTopics(files: Shelves['files'], before: Shelves['served']): Shelves['served'] {
  const served = new Map<string, Placed>();
  const place = (placed: Placed) => {
    if (!served.has(placed.topic.topic)) served.set(placed.topic.topic, placed);
  };
  for (const [slug, { file }] of before) {
    const topic = files.get(file)?.topic;
    if (topic?.topic === slug) place({ file, topic });
  }
  for (const [file, { topic }] of files) if (topic) place({ file, topic });
  for (const earlier of before.values())
    if (files.has(earlier.file) && !isPlaced(served, earlier.file, files)) place(earlier);
  return served;
}

function isPlaced(served: Shelves['served'], file: string, files: Shelves['files']): boolean {
  const slug = files.get(file)?.topic?.topic;
  return slug !== undefined && served.get(slug)?.file === file;
}

/** What is wrong with a file whose topic another one has. */
export function sayTaken(topic: string, owner: string): string {
  return `topic: "${topic}" is the topic of ${owner} already; rename one of the two`;
}

function findClashes(
  folder: string,
  files: Shelves['files'],
  served: Shelves['served'],
): ReadonlyMap<string, Problem> {
  return new Map(
    [...files].flatMap(([file, { topic }]): [string, Problem][] => {
      const owner = topic && served.get(topic.topic)?.file;
      if (owner === undefined || owner === file) return [];
      const message = sayTaken(topic?.topic ?? '', join(folder, owner));
      return [[file, { file: join(folder, file), line: 1, column: 1, message }]];
    }),
  );
}
