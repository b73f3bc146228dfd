/** Commands under the names that they have in Slack. */
import type { Command } from '../../../commands/command.ts';

/** `/help` is Slack's own: the desk's help is `/desk`. */
export const commandNames: Readonly<Record<string, string>> = { help: 'desk' };

/** A command and what is typed for it in Slack. */
type SlashCommand = { readonly slash: string; readonly command: Command };

/** Every command as Slack knows it; the app manifest and the listener are made from the same list. */
export function slashCommands(commands: readonly Command[]): readonly SlashCommand[] {
  return commands.map((command) => ({ slash: `/${commandNames[command.name] ?? command.name}`, command }));
}
