/** What went wrong, for people and for programs. */
import { UnknownTopicError } from '../../commands/topic-option.ts';
import { write } from './standard-io.ts';

/** The sentence of an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Prints what went wrong, and the nearest topics where there is none of that name, as one line of JSON. */
export function printError(error: unknown): Promise<void> {
  const nearest = error instanceof UnknownTopicError ? error.nearest.map(({ topic }) => topic) : undefined;
  return write(
    `${JSON.stringify({ schema: 1, error: messageOf(error), ...(nearest ? { nearest } : {}) })}\n`,
  );
}

/** Does work whose failure is printed for programs where they read. @throws what the work throws */
export async function orError<T>(json: boolean | undefined, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (json) await printError(error);
    throw error;
  }
}
