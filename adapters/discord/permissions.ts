/** The permissions that the bot asks for, and the invite link with exactly those. */
import { ApplicationIntegrationType, OAuth2Scopes, PermissionFlagsBits } from 'discord.js';

/** What each is for: seeing where it was asked, answering there and in threads, and replying to a message. */
const NEEDED_PERMISSIONS = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

/** The link by which a server takes the bot in. */
export function inviteLink(applicationId: string): string {
  const permissions = Object.values(NEEDED_PERMISSIONS).reduce((sum, permission) => sum | permission, 0n);
  return authorizeLink({
    client_id: applicationId,
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
    permissions: String(permissions),
    integration_type: String(ApplicationIntegrationType.GuildInstall),
  });
}

/** The link by which a person takes the commands along to every server. */
export function userInstallLink(applicationId: string): string {
  return authorizeLink({
    client_id: applicationId,
    scope: OAuth2Scopes.ApplicationsCommands,
    integration_type: String(ApplicationIntegrationType.UserInstall),
  });
}

function authorizeLink(query: Readonly<Record<string, string>>): string {
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`;
}
