/** Answers standard input line by line, for pipes and scripts. */
import type { Readable } from 'node:stream';
import { writeGrowing } from './growing.ts';
import { isLeaving, readLine } from './line.ts';
import type { TerminalDeps } from './prompt.ts';
import { styleFor } from './screen.ts';
import { linesOf, write } from './standard-io.ts';

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
