/** Checks knowledge files for curators: what keeps a file from being served, and what deserves a look. */
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { parseTopicFile } from '../knowledge/parse.ts';
import { KnowledgeError, type Problem } from '../knowledge/problem.ts';
import { codeOf, readTopicText } from '../knowledge/read-file.ts';
import type { Topic } from '../knowledge/schema.ts';
import { listTopicFiles, sayTaken } from '../knowledge/shelves.ts';
import { checkAgainstArticle, findCopiedProse, findUnmarkedQuotes } from './article.ts';
import type { Finding } from './finding.ts';
import { findUnquotedPassages } from './unquoted.ts';

/** What checking one file found. */
export type FileReport = {
  readonly file: string;
  /** Slug and counts of a file that can be served. */
  readonly topic?: { readonly topic: string; readonly facts: number; readonly quotes: number };
  /** What keeps the file from being served, or differs from the article. */
  readonly errors: readonly Problem[];
  /** What a curator should look at; the file is served all the same. */
  readonly warnings: readonly Problem[];
};

/** The article to hold a file against, and the id of the source that it is (the file's first where none is given). */
export type ArticleCheck = { readonly path: string; readonly source?: string };

/**
 * Checks files, and that no two of them are the same topic: of files that have the same, serving takes one. A file
 * within `folder` is held against the others there as well. @throws KnowledgeError when the article cannot be read.
 */
export async function checkFiles(
  files: readonly string[],
  folder: string,
  article?: ArticleCheck,
): Promise<readonly FileReport[]> {
  const isServed = (file: string) => !relative(folder, file).startsWith('..');
  const served = files.some(isServed) ? await topicsBeside(files, folder) : new Map<string, string>();
  const given = new Map<string, string>();
  const reports: FileReport[] = [];
  for (const file of files) {
    const ownerOf = (topic: string) => given.get(topic) ?? (isServed(file) ? served.get(topic) : undefined);
    const report = await checkFile(file, { ownerOf, ...(article ? { article } : {}) });
    if (report.topic) given.set(report.topic.topic, file);
    reports.push(report);
  }
  return reports;
}

/** The topics of the other files in the folder, as they say themselves: what else those say is not checked here. */
async function topicsBeside(files: readonly string[], folder: string): Promise<ReadonlyMap<string, string>> {
  const given = new Set(files.map((file) => resolve(file)));
  const topics = new Map<string, string>();
  for (const file of await listTopicFiles(folder)) {
    const read = given.has(resolve(file)) ? undefined : await readTopicText(file);
    const [, topic] = (read?.ok && /^topic:\s*["']?([^\s"'#]+)/mu.exec(read.text)) || [];
    if (topic !== undefined) topics.set(topic, file);
  }
  return topics;
}

type Against = {
  readonly article?: ArticleCheck;
  /** The file that has this topic already. */
  readonly ownerOf?: (topic: string) => string | undefined;
};

/** Checks one file. @throws KnowledgeError when the article cannot be read. */
export async function checkFile(file: string, { article, ownerOf }: Against = {}): Promise<FileReport> {
  const written = await readTopicText(file);
  if (!written.ok) return { file, errors: [written.problem], warnings: [] };
  const result = parseTopicFile(written.text, file);
  if (!result.ok) return { file, errors: result.problems, warnings: [] };
  const { topic, locate } = result;
  const place = ({ path, message }: Finding) => locate(path, message);
  const text = article && (await readArticle(article.path));
  const { differences, doubts } =
    text === undefined ? nothing : await holdAgainst(topic, text, article?.source);
  const owner = ownerOf?.(topic.topic);
  const clash = owner === undefined ? [] : [{ path: ['topic'], message: sayTaken(topic.topic, owner) }];
  return {
    file,
    topic: { topic: topic.topic, facts: topic.facts.length, quotes: topic.quotes.length },
    errors: [...clash, ...differences].map(place),
    warnings: [...findUnquotedPassages(topic), ...doubts].map(place),
  };
}

const nothing = { differences: [], doubts: [] };

async function holdAgainst(topic: Topic, article: string, source: string | undefined) {
  if (source !== undefined && !topic.sources.some(({ id }) => id === source))
    return {
      differences: [{ path: ['sources'], message: `there is no source "${source}" here` }],
      doubts: [],
    };
  // Reading numbers takes the tagger, which is not loaded for a check without an article.
  const { findStrayFigures } = await import('./article-figures.ts');
  return {
    differences: checkAgainstArticle(topic, article, source),
    doubts: [
      ...findCopiedProse(topic, article, source),
      ...findUnmarkedQuotes(topic, article, source),
      ...findStrayFigures(topic, article, source),
    ],
  };
}

async function readArticle(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new KnowledgeError(`the article ${path} cannot be read (${codeOf(error)}); name a text file`);
  }
}
