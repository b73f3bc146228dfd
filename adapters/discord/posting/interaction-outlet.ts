/** Shows replies to interactions: slash commands, buttons, menus and modals. */
import { ApplicationIntegrationType, MessageFlags, type RepliableInteraction } from 'discord.js';
import { explain } from '../failure.ts';
import { limits } from '../limits.ts';
import type { DiscordMessage } from '../render/render.ts';
import type { Outlet } from './deliver.ts';

/** An outlet for an interaction; private: only the asker sees the reply. */
export function interactionOutlet(interaction: RepliableInteraction, isPrivate: boolean): Outlet {
  let privately = isPrivate;
  /** The public acknowledgement is gone, and a private follow-up takes its place. */
  let withdrawn = false;
  const flags = () => (privately ? MessageFlags.Ephemeral : 0);
  return {
    ...(isBroughtAlong(interaction) ? { mostFurther: limits.userAppFollowUps } : {}),
    acknowledge: () =>
      acceptRepeat(interaction, () =>
        interaction.deferReply(privately ? { flags: MessageFlags.Ephemeral } : {}),
      ),
    makePrivate: async () => {
      privately = true;
      if (!interaction.deferred && !interaction.replied) return;
      await interaction.deleteReply();
      withdrawn = true;
    },
    show: async (message) => {
      if (withdrawn) await interaction.followUp(options(message, flags()));
      else if (interaction.deferred || interaction.replied) await interaction.editReply(options(message, 0));
      else await reply(interaction, message, flags());
    },
    add: async (message) => {
      await interaction.followUp(options(message, flags()));
    },
  };
}

/** Whether the app is there with its user only, and not in the server itself. */
function isBroughtAlong({ authorizingIntegrationOwners: owners, guildId }: RepliableInteraction): boolean {
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  return guildId !== null && !owners[GuildInstall] && Boolean(owners[UserInstall]);
}

/**
 * After a lost answer of Discord's, discord.js tries again and hears that the interaction is acknowledged. That was
 * ourselves: what is shown is then changed instead.
 */
async function reply(
  interaction: RepliableInteraction,
  message: DiscordMessage,
  flags: number,
): Promise<void> {
  await acceptRepeat(interaction, () => interaction.reply(options(message, flags)));
  if (interaction.deferred) await interaction.editReply(options(message, 0));
}

async function acceptRepeat(interaction: RepliableInteraction, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (explain(error).kind !== 'acknowledged') throw error;
    interaction.deferred = true;
  }
}

function options({ components, flags, allowed_mentions }: DiscordMessage, more: number) {
  return {
    // As they are: discord.js would go through every key of what it takes for its own notation.
    components: components.map((container) => ({ toJSON: () => container })),
    flags: flags | more,
    allowedMentions: { parse: allowed_mentions.parse, repliedUser: allowed_mentions.replied_user },
  };
}
