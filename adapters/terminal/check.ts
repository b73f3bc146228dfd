/** `desk check`: prints what curators have to mend in their knowledge files. */

import { UsageError } from '../../commands/command.ts';
import { checkFiles, type FileReport } from '../../src/curate/check.ts';
import { formatProblem, KnowledgeError } from '../../src/knowledge/problem.ts';
import { listTopicFiles } from '../../src/knowledge/shelves.ts';
import { visible } from '../../src/visible.ts';
import { orError } from './failure.ts';
import { write } from './standard-io.ts';

/** The flags of `desk check`. */
export type CheckOptions = { readonly json?: boolean; readonly article?: string; readonly source?: string };

/**
 * Checks the files, or all of the folder where none is named, and prints `file:line:column: message` for each problem.
 * @throws KnowledgeError when a file has an error, UsageError when it is not clear which file the article belongs to.
 */
export async function checkKnowledge(
  files: readonly string[],
  folder: string,
  options: CheckOptions,
): Promise<void> {
  const reports = await orError(options.json, () => report(files, folder, options));
  await write(
    options.json ? `${JSON.stringify({ schema: 1, files: reports })}\n` : reports.map(printReport).join(''),
  );
  const broken = reports.filter(({ errors }) => errors.length > 0).length;
  if (broken > 0)
    throw new KnowledgeError(
      `${broken} of ${reports.length} knowledge files ${broken === 1 ? 'needs' : 'need'} mending.`,
    );
}

async function report(
  files: readonly string[],
  folder: string,
  options: CheckOptions,
): Promise<readonly FileReport[]> {
  const paths = files.length > 0 ? files : await listTopicFiles(folder);
  if (options.article !== undefined && paths.length !== 1)
    throw new UsageError(
      'Name the one knowledge file that the article belongs to: desk check knowledge/colombia.yaml --article article.txt',
    );
  const article =
    options.article === undefined
      ? undefined
      : { path: options.article, ...(options.source ? { source: options.source } : {}) };
  return checkFiles(paths, folder, article);
}

function printReport({ file, topic, errors, warnings }: FileReport): string {
  const lines = [
    ...errors.map((problem) => `${formatProblem(problem)}`),
    ...warnings.map((problem) => `${formatProblem(problem)} (warning)`),
    ...(topic && errors.length === 0
      ? [`${file}: good: ${topic.topic}, ${topic.facts} facts, ${topic.quotes} quotes`]
      : []),
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}
