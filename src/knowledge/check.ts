/** Checks knowledge files for curators: what keeps a file from being served, and what deserves a look. */
import { readFile } from 'node:fs/promises';
import {
  checkAgainstArticle,
  type Finding,
  findCopiedProse,
  findUnmarkedQuotes,
  findUnquotedPassages,
} from './article.ts';
import { parseTopicFile } from './parse.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { codeOf, readTopicText } from './read-file.ts';
import type { Topic } from './schema.ts';

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

/** Checks one file. @throws KnowledgeError when the article cannot be read. */
export async function checkFile(file: string, article?: ArticleCheck): Promise<FileReport> {
  const written = await readTopicText(file);
  if (!written.ok) return { file, errors: [written.problem], warnings: [] };
  const result = parseTopicFile(written.text, file);
  if (!result.ok) return { file, errors: result.problems, warnings: [] };
  const { topic, locate } = result;
  const place = ({ path, message }: Finding) => locate(path, message);
  const text = article && (await readArticle(article.path));
  const { differences, doubts } = text === undefined ? nothing : holdAgainst(topic, text, article?.source);
  return {
    file,
    topic: { topic: topic.topic, facts: topic.facts.length, quotes: topic.quotes.length },
    errors: differences.map(place),
    warnings: [...findUnquotedPassages(topic), ...doubts].map(place),
  };
}

const nothing = { differences: [], doubts: [] };

function holdAgainst(topic: Topic, article: string, source: string | undefined) {
  if (source !== undefined && !topic.sources.some(({ id }) => id === source))
    return {
      differences: [{ path: ['sources'], message: `there is no source "${source}" here` }],
      doubts: [],
    };
  return {
    differences: checkAgainstArticle(topic, article, source),
    doubts: [...findCopiedProse(topic, article, source), ...findUnmarkedQuotes(topic, article, source)],
  };
}

async function readArticle(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new KnowledgeError(`the article ${path} cannot be read (${codeOf(error)}); name a text file`);
  }
}
