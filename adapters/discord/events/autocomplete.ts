/** Completes options while they are typed. */
import type { AutocompleteInteraction } from 'discord.js';
import { describeOptions } from '../../../commands/options.ts';
import { findCommand } from '../../../commands/run.ts';
import { suggestZones } from '../../../src/digest/calendar/zones.ts';
import type { Suggestion } from '../../../src/suggestion.ts';
import type { AdapterDeps } from '../../adapter.ts';
import { limits } from '../limits.ts';
import { clip } from '../render/actions.ts';

/** Offers at most 25 completions, best first. */
export async function complete(deps: AdapterDeps, interaction: AutocompleteInteraction): Promise<void> {
  const suggestions = suggest(deps, interaction);
  await interaction.respond(
    suggestions
      .filter(({ value }) => value !== '' && value.length <= limits.choiceText)
      .slice(0, limits.choices)
      .map(({ label, value }) => ({ name: clip(label, limits.choiceText), value })),
  );
}

function suggest(
  { desk, commands }: AdapterDeps,
  interaction: AutocompleteInteraction,
): readonly Suggestion[] {
  const { name, value } = interaction.options.getFocused(true);
  const path = [
    interaction.commandName,
    interaction.options.getSubcommandGroup(false),
    interaction.options.getSubcommand(false),
  ];
  const command = findCommand(commands, path.filter((part) => part !== null).join(' '));
  const option = describeOptions(command).find((each) => each.name === name);
  if (option?.choices) return startingWith(option.choices, value);
  const kind = option?.suggest;
  switch (kind) {
    case 'topic':
    case 'person':
      return desk.suggest(kind, value, limits.choices);
    case 'zone':
      return suggestZones(value, { limit: limits.choices });
    case undefined:
      return [];
    default:
      return kind satisfies never;
  }
}

function startingWith(choices: readonly string[], typed: string): readonly Suggestion[] {
  return choices
    .filter((choice) => choice.toLowerCase().startsWith(typed.toLowerCase()))
    .map((choice) => ({ label: choice, value: choice }));
}
