/** What a line typed at the terminal means: a command, or a question. */

import type { Command, CommandContext } from '../../commands/command.ts';
import { readInvocation, readMessage, type TypedInvocation } from '../../commands/from-text.ts';
import type { Env } from '../../src/config.ts';
import type { Desk } from '../../src/desk.ts';

/** Who uses this terminal, in which language and zone. Whoever does may manage all that the desk does here. */
export function terminalContext(env: Env): CommandContext {
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

/**
 * "/brief colombia" runs a command, and so does "brief colombia"; anything else is a question. Undefined for an empty
 * line. A command that there is not is left to the runner, which says what there is.
 */
export function readLine(
  line: string,
  desk: Desk,
  commands: readonly Command[],
): TypedInvocation | undefined {
  const words = line.trim();
  if (words === '') return undefined;
  const [, name, rest = ''] = /^\/(\S*)\s*(.*)$/su.exec(words) ?? [];
  if (name === undefined) return readMessage(desk, commands, words);
  const command = commands.find((each) => each.name === name.toLowerCase());
  return command ? readInvocation(desk, command, rest) : { path: name.toLowerCase(), options: {} };
}

/** Words that end the session, as people try them. */
const LEAVING = new Set(['/quit', '/exit', 'exit', 'quit', ':q']);

/** Whether a line ends the session. */
export function isLeaving(line: string): boolean {
  return LEAVING.has(line.trim().toLowerCase());
}
