/** Reads what was typed behind a command, forgivingly: `/brief petro please`, `/quotes topic:colombia speaker:"Petro"`. */
import type { Desk } from '../src/desk.ts';
import type { Command } from './command.ts';
import { describeOptions, type OptionDescription } from './options.ts';

/**
 * `name:value`, the value in quote marks where it has spaces; a comma may have one behind it all the same. A space may
 * stand behind the colon. A name is at most as long as Discord lets one be: a run of hyphens without an end would be
 * tried from each letter in it.
 */
const PAIR =
  /(?<![\p{L}\p{N}])([a-z][a-z-]{0,31}):[^\S\n]?(?:"([^"]*)"|“([^”]*)”|(\S+(?:(?<=\S,)\s+[^\s:]+(?!\S))*))/giu;

/**
 * Options for `command.run` from free text. Pairs whose name is an option go to that option; all other words go to
 * `command.fromText`, or to the option that `takesText`. Never fails: what does not fit is refused by `run`.
 */
export function optionsFromText(
  desk: Desk,
  command: Command,
  words: string,
): Readonly<Record<string, unknown>> {
  const options = describeOptions(command);
  const pairs = new Map<string, unknown>();
  const rest = quoteSpanning(words, options)
    .replace(PAIR, (pair, name: string, ...values: unknown[]) => {
      const option = options.find((each) => each.name === name.toLowerCase());
      // "Question: who called?" is a question, not the one-word value of an option.
      if (!option || (option.takesText && option.required)) return pair;
      pairs.set(option.name, readValue(option, values));
      return ' ';
    })
    .trim();
  const text = options.find(({ takesText }) => takesText);
  const fromRest =
    rest === '' && !text?.required
      ? {}
      : (command.fromText?.(desk, rest) ?? (text ? { [text.name]: rest } : {}));
  return { ...fromRest, ...Object.fromEntries(pairs) };
}

/** Puts the values of options that span words into quote marks. */
function quoteSpanning(words: string, options: readonly OptionDescription[]): string {
  const spanning = options.filter(({ spansWords }) => spansWords).map(({ name }) => name);
  if (spanning.length === 0) return words;
  const next = options.map(({ name }) => name).join('|');
  const value = new RegExp(
    `(?<![\\p{L}\\p{N}])(${spanning.join('|')}):[^\\S\\n]?([^\\s"“][^"“]*?)(?=\\s+(?:${next}):|["“]|$)`,
    'giu',
  );
  return words.replace(value, '$1:"$2"');
}

function readValue({ kind }: OptionDescription, groups: readonly unknown[]): unknown {
  const value = groups.slice(0, 3).find((group) => typeof group === 'string') ?? '';
  if (kind === 'boolean') return /^(true|yes|y|1|on)$/iu.test(String(value));
  return kind === 'integer' ? Number(value) : value;
}

/** What was typed, as an adapter hands it to `Runner`. */
export type TypedInvocation = { readonly path: string; readonly options: Readonly<Record<string, unknown>> };

/**
 * Reads the words behind a command's name. For a group, the first word picks the subcommand, and its beginning is
 * enough where only one fits: `/digest sub colombia`. A group without one is left to `run`, which says what there is.
 */
export function readInvocation(desk: Desk, command: Command, words: string): TypedInvocation {
  if (!command.subcommands) return { path: command.name, options: optionsFromText(desk, command, words) };
  const [first = '', ...rest] = words.trim().split(/\s+/u);
  const chosen = pickSubcommand(command.subcommands, first.toLowerCase());
  if (!chosen) return { path: command.name, options: {} };
  const { path, options } = readInvocation(desk, chosen, rest.join(' '));
  return { path: `${command.name} ${path}`, options };
}

function pickSubcommand(subcommands: readonly Command[], typed: string): Command | undefined {
  const begun = subcommands.filter(({ name }) => typed.length >= 3 && name.startsWith(typed));
  return subcommands.find(({ name }) => name === typed) ?? (begun.length === 1 ? begun[0] : undefined);
}

/** What a message to the desk asks for: help where it has no words, a command in words, and else it is a question. */
export function readMessage(desk: Desk, commands: readonly Command[], words: string): TypedInvocation {
  if (words.trim() === '') return { path: 'help', options: {} };
  return readSpokenCommand(desk, commands, words) ?? { path: 'ask', options: { question: words } };
}

/**
 * Recognises a message that is a command in words, such as "help" or "brief colombia". Undefined for everything
 * else, above all for questions: "who called whom" names no topic behind "who".
 */
export function readSpokenCommand(
  desk: Desk,
  commands: readonly Command[],
  words: string,
): TypedInvocation | undefined {
  const [, name = '', rest = ''] = /^\/?(\p{L}+)\s*(.*)$/su.exec(words.trim()) ?? [];
  const command = commands.find((each) => each.name === name.toLowerCase() && !each.subcommands);
  if (!command) return undefined;
  const options = describeOptions(command);
  if (rest === '')
    return options.some(({ required }) => required) ? undefined : { path: command.name, options: {} };
  const takesTopic = options.some(({ takesText, suggest }) => takesText && suggest === 'topic');
  return takesTopic && desk.findTopic(rest).kind === 'found'
    ? readInvocation(desk, command, rest)
    : undefined;
}
