/** Discord's slash commands, derived from `commands/`. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command, Localised } from '../../../commands/command.ts';
import { describeOptions, type OptionDescription } from '../../../commands/options.ts';
import { limits } from '../limits.ts';

/** Name of the option that every command has here: only the asker sees the answer. */
export const PRIVATE_OPTION = 'private';

const privateDescription: Localised = {
  en: 'Show the answer to me alone',
  es: 'Mostrar la respuesta solo a mí',
  pt: 'Mostrar a resposta só para mim',
};

type OptionBody = {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>>;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly max_length?: number;
  readonly options?: readonly OptionBody[];
};

/** A command as it is sent to Discord. */
export type CommandBody = {
  readonly type: ApplicationCommandType.ChatInput;
  readonly name: string;
  readonly description: string;
  readonly description_localizations: Readonly<Record<string, string>>;
  readonly options: readonly OptionBody[];
  /** Discord's specification has a number here, though it answers with a string. */
  readonly default_member_permissions: number | null;
  readonly contexts?: readonly InteractionContextType[];
  readonly integration_types?: readonly ApplicationIntegrationType[];
};

/** Where commands work; a command of one server works in that server only, and Discord takes neither field for it. */
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
} as const;

/** What managers alone may use has no place in an app that a person brings along. */
const WHERE_INSTALLED = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
} as const;

/** Commands of one server, or of all. */
export type Scope = 'guild' | 'global';

/** The bodies of all commands. */
export function commandBodies(commands: readonly Command[], scope: Scope): readonly CommandBody[] {
  return commands.map((command) => {
    const managed = isForManagers(command);
    return {
      type: ApplicationCommandType.ChatInput,
      name: command.name,
      ...localised(command.description),
      options: command.subcommands?.map(subcommandBody) ?? optionBodies(command),
      default_member_permissions: managed ? Number(PermissionFlagsBits.ManageGuild) : null,
      ...(scope === 'guild' ? {} : managed ? WHERE_INSTALLED : EVERYWHERE),
    };
  });
}

/** Discord shows or hides a group as a whole: one subcommand for managers decides for all; servers can change it. */
function isForManagers({ access, subcommands }: Command): boolean {
  return access === 'manager' || (subcommands?.some(isForManagers) ?? false);
}

function subcommandBody(command: Command): OptionBody {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name,
    ...localised(command.description),
    options: optionBodies(command),
  };
}

function optionBodies(command: Command): readonly OptionBody[] {
  const options = describeOptions(command)
    .map(optionBody)
    .slice(0, limits.commandOptions - 1);
  if (options.some(({ name }) => name === PRIVATE_OPTION)) return options;
  return [
    ...options,
    { type: ApplicationCommandOptionType.Boolean, name: PRIVATE_OPTION, ...localised(privateDescription) },
  ];
}

const optionTypes = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  boolean: ApplicationCommandOptionType.Boolean,
} as const;

function optionBody(option: OptionDescription): OptionBody {
  const { name, kind, required, description, choices, maxLength } = option;
  const offered = choices && choices.length <= limits.choices;
  return {
    type: optionTypes[kind],
    name,
    ...localised(description),
    ...(required ? { required } : {}),
    ...(isCompleted(option) ? { autocomplete: true } : {}),
    ...(offered ? { choices: choices.map((choice) => ({ name: choice, value: choice })) } : {}),
    ...(kind === 'string' && !offered && maxLength
      ? { max_length: Math.min(maxLength, limits.optionLength) }
      : {}),
  };
}

/** Whether Discord asks for completions while the option is typed. */
function isCompleted({ choices, suggest }: OptionDescription): boolean {
  return choices ? choices.length > limits.choices : suggest !== undefined;
}

function localised({ en, es, pt }: Localised) {
  return { description: en, description_localizations: { 'es-ES': es, 'es-419': es, 'pt-BR': pt } };
}
