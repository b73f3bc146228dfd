/** The command line `desk`: every command of commands/, printed for people or, with --json, for programs. */

import type { Command as Program } from 'commander';
import { type Command, type CommandContext, UsageError } from '../../commands/command.ts';
import { optionsFromText } from '../../commands/from-text.ts';
import { describeOptions, type OptionDescription } from '../../commands/options.ts';
import type { Env } from '../../src/config.ts';
import type { Desk } from '../../src/desk.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { visible, visibleLines } from '../../src/visible.ts';
import { messageOf, orError, printError } from './failure.ts';
import { writeGrowing } from './growing.ts';
import { styleFor } from './screen.ts';
import { linesOf, write } from './standard-io.ts';

/** What the command line needs; the desk is opened only by what asks of it. */
export type CliDeps = {
  /** `warm`: many questions may follow. */
  readonly openDesk: (options: { readonly warm: boolean }) => Promise<Desk>;
  readonly context: CommandContext;
  readonly env: Env;
};

type Flags = { readonly json?: boolean; readonly batch?: boolean };

/** Adds a subcommand of the program for each command. */
export function addCommands(program: Program, commands: readonly Command[], deps: CliDeps): void {
  for (const command of commands)
    if (command.name !== 'help' && !command.subcommands) addCommand(program, command, deps);
}

function addCommand(program: Program, command: Command, deps: CliDeps): void {
  const options = describeOptions(command);
  const text = options.find(({ takesText }) => takesText);
  const sub = program.command(command.name).description(command.description.en);
  if (text ?? command.fromText) sub.argument('[words...]', text?.description.en ?? 'what it is about');
  for (const option of options) sub.option(flagOf(option), option.description.en);
  sub.option('--json', 'print JSON for programs');
  if (text) sub.option('--batch', 'read the words from standard input, one run for each line');
  const act = async (given: readonly unknown[]) => {
    const { json = false, batch = false, ...flags } = sub.opts<Flags>();
    const typed: readonly string[] = Array.isArray(given[0]) ? given[0] : [];
    if (text?.required && !batch && typed.length === 0 && !(text.name in flags))
      throw new UsageError(`Write the words behind it: desk ${command.name} "…"`);
    const desk = await deps.openDesk({ warm: batch });
    const runOnce = async (words: string) => {
      const options = { ...optionsFromWords(desk, command, words), ...flags };
      const run = (onPartial?: (reply: Reply) => void) =>
        command.run(desk, options, { ...deps.context, ...(onPartial ? { onPartial } : {}) });
      if (json) await printData(await run());
      else await printGrowing(run, deps.env);
    };
    if (batch) return runLines(runOnce, json);
    await runOnce(typed.join(' '));
  };
  sub.action((...given: unknown[]) => {
    const { json, batch } = sub.opts<Flags>();
    // Each line of a batch has had its object already.
    return orError(json && !batch, () => act(given));
  });
}

/** The command line has flags for options, so that words of an option that takes text are taken as they are. */
function optionsFromWords(desk: Desk, command: Command, words: string): Readonly<Record<string, unknown>> {
  const text = command.fromText ? undefined : describeOptions(command).find(({ takesText }) => takesText);
  if (!text) return optionsFromText(desk, command, words);
  return words === '' && !text.required ? {} : { [text.name]: words };
}

/**
 * A line that cannot be run is answered too, so that output and input stay in step; people see each line above its
 * answer.
 * @throws at the end, where a line failed for another reason than misuse
 */
async function runLines(runOnce: (words: string) => Promise<void>, json: boolean): Promise<void> {
  let failed = 0;
  for await (const line of linesOf(process.stdin)) {
    if (!json) await write(`› ${visible(line)}\n\n`);
    await runOnce(line).catch(async (error: unknown) => {
      if (!(error instanceof UsageError)) failed += 1;
      await (json ? printError(error) : write(`${visibleLines(messageOf(error))}\n`));
    });
    if (!json) await write('\n');
  }
  if (failed > 0) throw new Error(`${failed} lines could not be answered.`);
}

function flagOf({ name, kind }: OptionDescription): string {
  return kind === 'boolean' ? `--${name}` : `--${name} <${kind === 'integer' ? 'number' : name}>`;
}

/** Prints the reply of a run for people, as it comes. */
async function printGrowing(
  run: (onPartial: (reply: Reply) => void) => Promise<Reply>,
  env: Env,
): Promise<void> {
  await writeGrowing(run, { style: styleFor(process.stdout, env), print: write });
  await write('\n');
}

/** Prints a reply's data as one line of JSON. */
function printData(reply: Reply): Promise<void> {
  return write(`${JSON.stringify(reply.data ?? { schema: 1, notice: noticeOf(reply) })}\n`);
}

function noticeOf({ blocks }: Reply): string {
  return blocks.flatMap((block) => (block.kind === 'notice' ? [block.text] : [])).join(' ');
}

/**
 * Parses the arguments and runs. Exit codes: 0 done (an abstention too: its status says so), 1 failure, 2 bad usage.
 * Failures are printed to standard error as a sentence, never as a stack trace.
 */
export async function runCli(program: Program, args: readonly string[]): Promise<number> {
  const quiet = (each: Program): void => {
    each.exitOverride().configureOutput({ outputError: (text, print) => print(text) });
    for (const sub of each.commands) quiet(sub);
  };
  quiet(program);
  refuseUnknown(program);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    return exitCodeOf(error);
  }
}

/** The program serves without a command, so that commander would take an unknown one for an argument of that. */
function refuseUnknown(program: Program): void {
  program.helpCommand(true).allowExcessArguments();
  program.hook('preAction', (root, running) => {
    const [word] = root === running ? root.args : [];
    const names = root.commands.map((each) => each.name()).join(', ');
    if (word !== undefined) throw new UsageError(`There is no command “${word}”. There are: ${names}.`);
  });
}

function exitCodeOf(error: unknown): number {
  if (isCommanderError(error)) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${visibleLines(messageOf(error))}\n`);
  return error instanceof UsageError ? 2 : 1;
}

/** Commander has said what is wrong already. */
function isCommanderError(error: unknown): error is { readonly exitCode: number } {
  return (
    error instanceof Error &&
    'code' in error &&
    String(error.code).startsWith('commander.') &&
    'exitCode' in error
  );
}
