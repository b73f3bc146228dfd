/** What a line typed at the terminal means: a command, or a question. */
import type { Command, CommandContext } from '../../commands/command.ts';
import { optionsFromText } from '../../commands/from-text.ts';
import type { Invocation } from '../../commands/run.ts';
import type { Desk } from '../../src/desk.ts';

/** The conversation of this terminal: follow-up questions belong to it. */
export function terminalContext(env: Readonly<Record<string, string | undefined>>): CommandContext {
  return {
    platform: 'terminal',
    user: 'terminal',
    channel: 'terminal',
    locale:
      (env.LC_ALL || env.LANG || 'en')
        .split('.')[0]
        ?.replace('_', '-')
        .replace(/^(C|POSIX)$/u, 'en') || 'en',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    canManage: true,
  };
}

/** "/brief colombia" runs a command; anything else is a question. Undefined for an empty line. */
export function readLine(
  line: string,
  desk: Desk,
  commands: readonly Command[],
): Omit<Invocation, 'context'> | undefined {
  const words = line.trim();
  if (words === '') return undefined;
  if (!words.startsWith('/')) return { path: 'ask', options: { question: words } };
  const [name = '', ...rest] = words.slice(1).split(/\s+/u);
  const group = commands.find((command) => command.name === name.toLowerCase());
  const sub = group?.subcommands?.find((command) => command.name === rest[0]?.toLowerCase());
  const command = sub ?? group;
  const path = [name.toLowerCase(), ...(sub ? [sub.name] : [])].join(' ');
  const argument = (sub ? rest.slice(1) : rest).join(' ');
  return { path, options: command ? optionsFromText(desk, command, argument) : {} };
}
