/** What happens to the app itself: a workspace removes it, or its tokens end. */
import { guarded, type Handling, type SlackApp } from '../handling.ts';

/** Forgets workspaces that removed the app. */
export function listenForRemoval(app: SlackApp, handling: Handling): void {
  const forget = (team: string, what: string) =>
    guarded(handling, 'removal', async () => {
      await handling.forgetWorkspace(team);
      handling.deps.logger.warn(
        { team },
        `${what}: nothing can be posted there until the workspace installs the app again`,
      );
    });
  app.event('app_uninstalled', ({ body }) => forget(body.team_id, 'a workspace has removed the app'));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0)
      await forget(body.team_id, 'a workspace has revoked the bot token');
  });
}
