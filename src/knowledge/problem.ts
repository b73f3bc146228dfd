/** What is wrong with a knowledge file, where, and how to mend it. */

/** Line and column count from 1, as editors do. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

/** The way curators read a problem: `knowledge/colombia.yaml:12:5: what is wrong and how to mend it`. */
export function formatProblem({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** A knowledge folder that cannot be used at all; `message` says which and what to do. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}
