/** Reads what was typed behind a command, forgivingly: `/brief petro please`, `/quotes topic:colombia speaker:"Petro"`. */
import type { Desk } from '../src/desk.ts';
import type { Command } from './command.ts';
import { describeOptions, type OptionDescription } from './options.ts';

/** `name:value`, the value in quote marks where it has spaces. A space may stand behind the colon. */
const PAIR = /(?<![\p{L}\p{N}])([a-z][a-z-]*):[^\S\n]?(?:"([^"]*)"|“([^”]*)”|(\S+))/giu;

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
  const rest = words
    .replace(PAIR, (pair, name: string, ...values: unknown[]) => {
      const option = options.find((each) => each.name === name.toLowerCase());
      if (!option) return pair;
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

function readValue({ kind }: OptionDescription, groups: readonly unknown[]): unknown {
  const value = groups.slice(0, 3).find((group) => typeof group === 'string') ?? '';
  if (kind === 'boolean') return /^(true|yes|y|1|on)$/iu.test(String(value));
  return kind === 'integer' ? Number(value) : value;
}
