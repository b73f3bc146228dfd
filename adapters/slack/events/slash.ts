/** Slash commands: `/brief colombia`, and `/desk` for help. */
import type { Command } from '../../../commands/command.ts';
import { readInvocation, type TypedInvocation } from '../../../commands/from-text.ts';
import { describeOptions } from '../../../commands/options.ts';
import type { Desk } from '../../../src/desk.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { apiFor, contextFor, guarded, type Handling, type SlackApp, teamOf } from '../handling.ts';
import { respondWith } from '../posting/post.ts';
import { slashCommands } from '../registration/command-names.ts';
import { decodeWords } from './message.ts';

/** Answers slash commands: acknowledged before anything else, answered through the address that came with them. */
export function listenForCommands(app: SlackApp, handling: Handling): void {
  const { deps } = handling;
  const known = new Map(slashCommands(deps.commands).map(({ slash, command }) => [slash, command]));
  app.command(/^\//, async ({ ack, command: typed, client, context, respond }) => {
    await ack();
    await guarded(handling, 'command', async () => {
      const command = known.get(typed.command);
      if (!command) return;
      const asker = {
        api: apiFor(client, handling),
        team: teamOf(context, typed.team_id),
        user: typed.user_id,
        channel: typed.channel_id,
      };
      const words = decodeWords(typed.text ?? '', { keepChannels: takesChannel(command) });
      const invocation = readTyped(deps.desk, deps.commands, command, words);
      const reply =
        askForWords(typed.command, command, words) ??
        (await deps.run({ ...invocation, context: await contextFor(handling, asker) }));
      const audience = reply.private ? 'asker' : 'channel';
      await respondWith(respond, reply, { audience, logger: deps.logger });
    });
  });
}

/** Whether the command, or one of its subcommands, is told a channel. */
function takesChannel(command: Command): boolean {
  return command.subcommands?.some(takesChannel) ?? Object.hasOwn(command.options.shape, 'channel');
}

/** `/desk brief colombia` is `/brief colombia`, for whoever remembers one name only. */
function readTyped(
  desk: Desk,
  commands: readonly Command[],
  command: Command,
  words: string,
): TypedInvocation {
  const [first = '', ...rest] = words.split(' ');
  const named = command.name === 'help' && commands.find(({ name }) => name === first.toLowerCase());
  return named ? readInvocation(desk, named, rest.join(' ')) : readInvocation(desk, command, words);
}

/** A command that cannot do without words says which, and offers a field for them. */
function askForWords(slash: string, command: Command, words: string): Reply | undefined {
  const wanted = describeOptions(command).find(({ required, takesText }) => required && takesText);
  if (words !== '' || !wanted) return undefined;
  return {
    blocks: [
      {
        kind: 'notice',
        tone: 'info',
        text: `Write the ${wanted.name} behind the command: ${slash} <${wanted.name}>`,
      },
      { kind: 'actions', actions: [{ kind: 'ask', label: 'Ask a question' }] },
    ],
    references: [],
    private: true,
  };
}
