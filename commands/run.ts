/** Runs a command for an adapter: every failure becomes a Reply that the user can read. */
import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Desk } from '../src/desk.ts';
import { type Action, noticeReply, type Reply } from '../src/reply/reply.ts';
import { type Command, type CommandContext, offeredOn, UsageError } from './command.ts';
import { UnknownTopicError } from './topic-option.ts';

/** A command that an adapter parsed: `path` is "brief" or "digest subscribe". */
export type Invocation = {
  readonly path: string;
  readonly options: unknown;
  readonly context: CommandContext;
};

/** Runs a command to its reply; never rejects. */
export type Runner = (invocation: Invocation) => Promise<Reply>;

/**
 * Gives adapters the one function that they call for every command, button and question. It never rejects: misuse
 * is answered with what to write instead, a fault with a short error id that also stands in the log.
 */
export function createRunner(desk: Desk, commands: readonly Command[], logger: Logger): Runner {
  return async ({ path, options, context }) => {
    try {
      const command = findCommand(commands, path, offeredOn(context.platform, commands));
      if (command.access === 'manager' && !context.canManage)
        return noticeReply('error', `You need the right to manage this channel for /${path}.`);
      return await command.run(desk, options, context);
    } catch (error) {
      if (error instanceof UnknownTopicError) return offerNearest(error, path, options);
      return error instanceof UsageError
        ? noticeReply('error', error.message)
        : faultReply(error, path, logger);
    }
  };
}

/** Finds "brief" or "digest subscribe". @throws UsageError with the commands that are offered. */
export function findCommand(
  commands: readonly Command[],
  path: string,
  offered: readonly Command[] = commands,
): Command {
  const [name, ...rest] = path.split(' ');
  const command = commands.find((candidate) => candidate.name === name);
  if (!command)
    throw new UsageError(
      `There is no command /${name}. There are: ${offered.map((each) => `/${each.name}`).join(', ')}.`,
    );
  return rest.length > 0 && command.subcommands ? findCommand(command.subcommands, rest.join(' ')) : command;
}

/** The nearest topics as buttons that run the same command on them. */
function offerNearest({ message, nearest }: UnknownTopicError, command: string, options: unknown): Reply {
  const rest = z.record(z.string(), z.string()).catch({}).parse(options);
  const actions = nearest.map(
    ({ title, topic }): Action => ({ kind: 'run', label: title, command, options: { ...rest, topic } }),
  );
  const notice = noticeReply('error', message);
  return actions.length === 0
    ? notice
    : { ...notice, blocks: [...notice.blocks, { kind: 'actions', actions }] };
}

function faultReply(error: unknown, path: string, logger: Logger): Reply {
  const errorId = randomBytes(4).toString('hex');
  logger.error({ err: error, errorId, command: path }, 'a command failed');
  return noticeReply(
    'error',
    `Something went wrong here. Please try again; if it goes on, tell whoever runs this desk the error id ${errorId}.`,
  );
}
