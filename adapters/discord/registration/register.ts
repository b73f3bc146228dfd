/** Registers the slash commands, only where they differ from what Discord has. */
import { ApplicationCommandType, type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Command } from '../../../commands/command.ts';
import { commandBodies, type Scope } from './command-bodies.ts';

/** Whose commands are registered, and where. */
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
