/** The command line `desk`: every command of commands/, printed for people or, with --json, for programs. */
import type { Command as Program } from 'commander';
import { type Command, type CommandContext, UsageError } from '../../commands/command.ts';
import { optionsFromText } from '../../commands/from-text.ts';
import { describeOptions, type OptionDescription } from '../../commands/options.ts';
import type { Desk } from '../../src/desk.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { linesOf, write } from './pipe.ts';
import { renderForTerminal } from './render.ts';
import { styleFor } from './screen.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** What the command line needs; the desk is opened only by what asks of it. */
export type CliDeps = {
  readonly openDesk: () => Promise<Desk>;
  readonly context: CommandContext;
  readonly env: Env;
};

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
  for (const option of options) if (option !== text) sub.option(flagOf(option), option.description.en);
  sub.option('--json', 'print JSON for programs');
  if (text) sub.option('--batch', 'read the words from standard input, one run for each line');
  sub.action(async (...given: unknown[]) => {
    const { json = false, batch, ...flags } = sub.opts<{ json?: boolean; batch?: boolean }>();
    const desk = await deps.openDesk();
    const runOnce = async (words: string) => {
      const reply = await command.run(
        desk,
        { ...optionsFromText(desk, command, words), ...flags },
        deps.context,
      );
      await printReply(reply, { json, env: deps.env });
    };
    if (batch) return runLines(runOnce, json);
    await runOnce(Array.isArray(given[0]) ? given[0].join(' ') : '');
  });
}

/** A line that cannot be run is answered too, so that output and input stay in step. */
async function runLines(runOnce: (words: string) => Promise<void>, json: boolean): Promise<void> {
  for await (const line of linesOf(process.stdin)) {
    await runOnce(line).catch(async (error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      await write(`${json ? JSON.stringify({ schema: 1, error: error.message }) : error.message}\n`);
    });
  }
}

function flagOf({ name, kind }: OptionDescription): string {
  return kind === 'boolean' ? `--${name}` : `--${name} <${kind === 'integer' ? 'number' : name}>`;
}

/** Prints a reply for people, or its data as one line of JSON. */
export async function printReply(
  reply: Reply,
  { json, env }: { readonly json: boolean; readonly env: Env },
): Promise<void> {
  const lines = json
    ? JSON.stringify(reply.data ?? { schema: 1, notice: noticeOf(reply) })
    : renderForTerminal(reply, styleFor(process.stdout, env));
  await write(`${lines}\n`);
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
  try {
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (isCommanderError(error)) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
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
