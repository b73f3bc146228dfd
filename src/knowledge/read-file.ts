/** Reads the text of a knowledge file, or says why it cannot be read. */
import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import type { Problem } from './problem.ts';

/** Beyond this size a file is refused: one topic is a dossier, not an archive, and parsing would block the desk. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** The text of a file, or why there is none. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

/** The text of a file in UTF-8, without a byte order mark. Never rejects. */
export async function readTopicText(path: string): Promise<FileText> {
  const refuse = (message: string, line = 1, column = 1): FileText => ({
    ok: false,
    problem: { file: path, line, column, message },
  });
  try {
    const found = await stat(path);
    // A pipe or a device may be waited for without end, or have no end.
    if (!found.isFile()) return refuse('this is not a file that can be read whole; put a plain file here');
    const { size } = found;
    if (size > MAX_FILE_BYTES) return refuse(tooLarge(size));
    const bytes = await readFile(path);
    if (isUtf8(bytes)) return { ok: true, text: new TextDecoder().decode(bytes) };
    const { line, column } = firstBadByte(bytes);
    return refuse('this is not UTF-8 text; save the file with the encoding UTF-8', line, column);
  } catch (error) {
    return refuse(`the file cannot be read (${codeOf(error)}); check that it exists and its permissions`);
  }
}

/** The system's code for a failure, such as ENOENT: what an operator searches for. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function tooLarge(size: number): string {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  return `the file has ${megabytes(size)} MB, more than the ${megabytes(MAX_FILE_BYTES)} MB that are read; split it into topics`;
}

const LINE_FEED = 0x0a;

/** A line feed is never part of a longer UTF-8 character, so that each line can be looked at by itself. */
function firstBadByte(bytes: Buffer): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed;
    const words = bytes.subarray(start, end);
    if (!isUtf8(words)) return { line, column: Math.max(1, words.toString('utf8').indexOf('\ufffd') + 1) };
    line += 1;
    start = end + 1;
  }
  return { line: 1, column: 1 };
}
