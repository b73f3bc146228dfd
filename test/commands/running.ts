/** Running commands as an adapter does, for their tests. */
import { pino } from 'pino';
import type { Command, CommandContext } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { createRunner } from '../../commands/run.ts';
import { createDesk, type Desk } from '../../src/desk.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import type { Reply } from '../../src/reply/reply.ts';

/** Somebody in a channel of Slack who does not manage it. */
export const context: CommandContext = {
  platform: 'slack',
  user: 'u',
  channel: 'c',
  locale: 'en',
  canManage: false,
};

/** A desk with these topics, which nobody asks questions of. */
export function deskOf(...topics: readonly Topic[]): Desk {
  return createDesk({
    topics: () => topics,
    ask: () => Promise.reject(new Error('no')),
    vote: () => Promise.resolve(),
  });
}

/** Runs commands on a desk; `log` gets each line. */
export function runnerOn(
  desk: Desk,
  { extra = [], log = [] }: { readonly extra?: readonly Command[]; readonly log?: string[] } = {},
) {
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  return createRunner(desk, [...extra, ...commands], logger);
}

/** Runs one command on a desk to its reply. */
export function runOn(
  desk: Desk,
  path: string,
  options: unknown = {},
  more: Partial<CommandContext> = {},
): Promise<Reply> {
  return runnerOn(desk)({ path, options, context: { ...context, ...more } });
}

/** What a reply says that is no more than a notice. */
export function noticeOf({ blocks }: Reply): string {
  return blocks.flatMap((block) => (block.kind === 'notice' ? [block.text] : [])).join(' ');
}
