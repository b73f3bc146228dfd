/** Answers interactions: each is parsed here, run like a command, and shown by an outlet. */
import type { AutocompleteInteraction, ChatInputCommandInteraction, Interaction } from 'discord.js';
import { PRIVATE_OPTION } from '../registration/command-bodies.ts';
import { guarded, type Serving } from '../serving.ts';
import { answer } from './answer-interaction.ts';
import { complete } from './autocomplete.ts';
import { press } from './press.ts';
import { submit } from './submit.ts';

/** Answers one interaction, once. */
export function handleInteraction(serving: Serving, interaction: Interaction): void {
  guarded(serving, 'interaction', async () => {
    // Completions are asked for with every key, cost nothing, and are no worse for coming twice.
    if (interaction.isAutocomplete()) return complete(serving.deps, interaction);
    if (!(await serving.once(`discord:${interaction.id}`))) return;
    await route(serving, interaction);
  });
}

function route(serving: Serving, interaction: Exclude<Interaction, AutocompleteInteraction>): Promise<void> {
  if (interaction.isChatInputCommand()) return runSlashCommand(serving, interaction);
  if (interaction.isButton() || interaction.isStringSelectMenu()) return press(serving, interaction);
  if (interaction.isModalSubmit()) return submit(serving, interaction);
  return Promise.resolve();
}

async function runSlashCommand(serving: Serving, interaction: ChatInputCommandInteraction): Promise<void> {
  const group = interaction.options.getSubcommandGroup(false);
  const subcommand = interaction.options.getSubcommand(false);
  const path = [interaction.commandName, group, subcommand].filter((name) => name !== null).join(' ');
  const given = subcommand === null ? interaction.options.data : leafOptions(interaction);
  const options = Object.fromEntries(
    given.flatMap(({ name, value }) =>
      name === PRIVATE_OPTION || value === undefined ? [] : [[name, value]],
    ),
  );
  const isPrivate = interaction.options.getBoolean(PRIVATE_OPTION) ?? false;
  await answer(serving, interaction, { path, options, isPrivate });
}

function leafOptions({ options: { data } }: ChatInputCommandInteraction) {
  const [first] = data;
  return first?.options?.[0]?.options ?? first?.options ?? [];
}
