/** /help: what can be asked of the desk; made from the commands themselves. */
import { z } from 'zod';
import type { Reply } from '../src/reply/reply.ts';
import { type Command, defineCommand, offeredOn } from './command.ts';
import { describeOptions } from './options.ts';

/** Help for the given commands and for itself. */
export function createHelp(commands: readonly Command[]): Command {
  const help: Command = defineCommand({
    name: 'help',
    description: {
      en: 'What this desk can do',
      es: 'Qué puede hacer esta mesa',
      pt: 'O que esta mesa pode fazer',
    },
    options: z.object({}),
    run: (_desk, _options, { commandNames, platform }) =>
      helpReply(
        offeredOn(platform, [...commands, help]).map((each) => ({
          ...each,
          name: commandNames?.[each.name] ?? each.name,
        })),
      ),
  });
  return help;
}

function helpReply(commands: readonly Command[]): Reply {
  const listed = commands.flatMap(
    (command) =>
      command.subcommands?.map((sub) => ({ ...sub, name: `${command.name} ${sub.name}` })) ?? [command],
  );
  return {
    blocks: [
      { kind: 'heading', level: 1, text: 'Briefdesk' },
      {
        kind: 'paragraph',
        runs: [
          {
            kind: 'text',
            text: 'Ask a question in your own words, or use a command. Every sentence names its source; what the files do not say, the desk says that it does not know.',
          },
        ],
      },
      {
        kind: 'list',
        items: listed.map((command) => [
          { kind: 'text', text: usage(command), style: 'bold' },
          { kind: 'text', text: `  ${command.description.en}` },
        ]),
      },
    ],
    references: [],
    data: {
      schema: 1,
      commands: listed.map((command) => ({
        name: command.name,
        description: command.description,
        options: describeOptions(command),
      })),
    },
  };
}

/** `/ask question [topic]` */
export function usage(command: Command): string {
  const options = describeOptions(command).map(({ name, required }) => (required ? name : `[${name}]`));
  return [`/${command.name}`, ...options].join(' ');
}
