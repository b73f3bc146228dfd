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
    locale: localeOf(env.LC_ALL || env.LANG || ''),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    canManage: true,
  };
}

/** "es_CO.UTF-8" → "es-CO"; English for what is no language, such as "C". */
function localeOf(variable: string): string {
  const tag = variable.split(/[.@]/u)[0]?.replaceAll('_', '-') ?? '';
  try {
    return /^(C|POSIX|)$/u.test(tag) ? 'en' : (Intl.getCanonicalLocales(tag)[0] ?? 'en');
  } catch {
    return 'en';
  }
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
