/** Discord's slash commands, derived from `commands/`, and registered only when they differ from what Discord has. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { Command, Localised } from '../../commands/command.ts';
import { describeOptions, type OptionDescription } from '../../commands/options.ts';
import { limits } from './limits.ts';

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

/** The bodies of all commands, for one server or for all. */
export function commandBodies(
  commands: readonly Command[],
  scope: 'guild' | 'global',
): readonly CommandBody[] {
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

type Scope = 'guild' | 'global';

export type Registration = {
  readonly rest: REST;
  readonly applicationId: string;
  readonly guildId: string | undefined;
};

/** Registers the commands unless Discord has them already. @throws what REST throws */
export async function registerCommands(
  { rest, applicationId, guildId }: Registration,
  commands: readonly Command[],
): Promise<'registered' | 'unchanged'> {
  const route = guildId
    ? Routes.applicationGuildCommands(applicationId, guildId)
    : Routes.applicationCommands(applicationId);
  const scope = guildId ? 'guild' : 'global';
  const bodies = commandBodies(commands, scope);
  const existing = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (fingerprint(existing, scope) === fingerprint(bodies, scope)) return 'unchanged';
  await rest.put(route, { body: bodies });
  return 'registered';
}

/** Discord fills in defaults and leaves out what is empty: both sides are read into one form before they are compared. */
const optionForm: z.ZodType = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  description_localizations: z.record(z.string(), z.string()).nullish().transform(sortedEntries),
  required: z.boolean().nullish().transform(Boolean),
  autocomplete: z.boolean().nullish().transform(Boolean),
  choices: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .nullish()
    .transform((list) => list ?? []),
  max_length: z
    .number()
    .nullish()
    .transform((length) => length ?? null),
  get options() {
    return z
      .array(optionForm)
      .nullish()
      .transform((list) => list ?? []);
  },
});

const commandForm = z.object({
  type: z
    .number()
    .nullish()
    .transform((type) => type ?? ApplicationCommandType.ChatInput),
  name: z.string(),
  description: z.string(),
  description_localizations: z.record(z.string(), z.string()).nullish().transform(sortedEntries),
  options: z
    .array(optionForm)
    .nullish()
    .transform((list) => list ?? []),
  default_member_permissions: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((bits) => (bits == null ? null : String(bits))),
  contexts: z.array(z.number()).nullish().transform(sortedNumbers),
  integration_types: z.array(z.number()).nullish().transform(sortedNumbers),
});

/** Commands of one server come back with where they work, though it cannot be said; it is left out on both sides. */
function fingerprint(commands: unknown, scope: Scope): string | undefined {
  const parsed = z.array(commandForm).safeParse(commands);
  if (!parsed.success) return undefined;
  const compared = parsed.data.map(({ contexts, integration_types, ...command }) =>
    scope === 'global' ? { ...command, contexts, integration_types } : command,
  );
  return JSON.stringify(compared.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
}

function sortedEntries(
  record: Readonly<Record<string, string>> | null | undefined,
): readonly (readonly string[])[] {
  return Object.entries(record ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function sortedNumbers(numbers: readonly number[] | null | undefined): readonly number[] {
  return (numbers ?? []).toSorted((a, b) => a - b);
}
