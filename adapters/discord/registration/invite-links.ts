/** The links by which the bot comes into a server, or along with a person. */
import { ApplicationIntegrationType, OAuth2Scopes } from 'discord.js';
import { PERMISSIONS } from './permissions.ts';

/** The link by which a server takes the bot in, with the permissions that it needs and no others. */
export function inviteLink(applicationId: string): string {
  const permissions = Object.values(PERMISSIONS).reduce((sum, permission) => sum | permission, 0n);
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
