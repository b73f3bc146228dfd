/** The prompt on a terminal: commands and questions with completion and history, until the user leaves. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { type Command, type CommandContext, offeredOn } from '../../commands/command.ts';
import type { Runner } from '../../commands/run.ts';
import type { Env } from '../../src/config.ts';
import type { Desk } from '../../src/desk.ts';
import { writeGrowing } from './growing.ts';
import { isLeaving, readLine } from './line.ts';
import { styleFor } from './screen.ts';

/** What answering the lines of a terminal takes. */
export type TerminalDeps = {
  readonly desk: Desk;
  readonly commands: readonly Command[];
  readonly run: Runner;
  readonly context: CommandContext;
  readonly env: Env;
};

/** Lines of history kept between sessions. */
const HISTORY = 500;

/** Runs until the user leaves: Ctrl-D, Ctrl-C or /quit. `historyFile` keeps what was typed. */
export async function runPrompt(deps: TerminalDeps, historyFile: string): Promise<void> {
  const { stdin, stdout } = process;
  const terminal = createInterface({
    input: stdin,
    output: stdout,
    history: await readHistory(historyFile),
    historySize: HISTORY,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, deps),
    prompt: styleFor(stdout, deps.env).colour ? '\u001b[1m›\u001b[0m ' : '› ',
  });
  let history: readonly string[] = [];
  terminal.on('history', (lines: string[]) => {
    history = [...lines];
  });
  const closing = new AbortController();
  terminal.once('close', () => closing.abort());
  terminal.prompt();
  for await (const line of terminal) {
    if (isLeaving(line)) break;
    await answerLine(line, deps);
    // Ctrl-D may come while the answer is being looked for: a closed prompt must not be shown again.
    if (!closing.signal.aborted) terminal.prompt();
  }
  terminal.close();
  if (history.length > 0) await keepHistory(historyFile, history);
}

async function answerLine(line: string, { desk, commands, run, context, env }: TerminalDeps): Promise<void> {
  const invocation = readLine(line, desk, commands);
  if (!invocation) return;
  const { stdout } = process;
  stdout.write('\n');
  await writeGrowing((onPartial) => run({ ...invocation, context: { ...context, onPartial } }), {
    style: styleFor(stdout, env),
    print: (text) => stdout.write(text),
  });
  stdout.write('\n\n');
}

/** Completes command names behind "/", and topics behind a command that takes one. */
export function complete(
  line: string,
  { desk, commands }: Pick<TerminalDeps, 'desk' | 'commands'>,
): [string[], string] {
  const [, name, partial] = /^\/(\S*)\s+(.*)$/u.exec(line) ?? [];
  if (name === undefined || partial === undefined) {
    const names = offeredOn('terminal', commands).map(({ name: each }) => `/${each} `);
    return [line.startsWith('/') || line === '' ? names.filter((each) => each.startsWith(line)) : [], line];
  }
  const takesTopic = commands.some((command) => command.name === name && 'topic' in command.options.shape);
  const slugs = takesTopic ? desk.topics().map(({ topic }) => topic) : [];
  return [slugs.filter((slug) => slug.startsWith(partial.toLowerCase())), partial];
}

async function readHistory(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, HISTORY);
}

/** A history that cannot be kept is no reason to end with an error. */
async function keepHistory(file: string, lines: readonly string[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
    .then(() => writeFile(file, lines.slice(0, HISTORY).join('\n'), { mode: 0o600 }))
    .catch(() => undefined);
}
