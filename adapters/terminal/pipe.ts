/** Answers standard input line by line, for pipes and scripts. */
import type { Readable } from 'node:stream';
import { writeGrowing } from './growing.ts';
import { isLeaving, readLine } from './line.ts';
import type { TerminalDeps } from './prompt.ts';
import { styleFor } from './screen.ts';

/** Writes the reply to each line, a blank line between replies, and ends where the input ends or a line leaves. */
export async function answerPipe(
  input: Readable,
  { desk, commands, run, context, env }: TerminalDeps,
): Promise<void> {
  for await (const line of linesOf(input)) {
    if (isLeaving(line)) return;
    const invocation = readLine(line, desk, commands);
    if (!invocation) continue;
    await writeGrowing((onPartial) => run({ ...invocation, context: { ...context, onPartial } }), {
      style: styleFor(process.stdout, env),
      print: write,
    });
    await write('\n\n');
  }
}

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
