/** Standard input line by line, and standard output at the pace of its reader. */
import type { Readable } from 'node:stream';

/** No command takes as much: of a line that has no end, what is refused as too long is enough. */
const MOST_READ = 1_000_000;

/**
 * The lines of a stream, split at line feeds only: other characters that Unicode counts as line ends may stand in a
 * question. What stands in a line far beyond a million characters is left out.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    // Only what is new is searched: a line may come in thousands of chunks.
    const [first = '', ...others] = String(chunk).split('\n');
    rest = rest.length > MOST_READ ? rest : rest + first;
    for (const next of others) {
      yield rest.replace(/\r$/u, '');
      rest = next;
    }
  }
  if (rest !== '') yield rest;
}

/** Writes to standard output and waits where the reader is slower. */
export function write(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}
