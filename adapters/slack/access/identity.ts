/** Who the bot is in the one workspace of a token, and whether it was given all that it needs. */
import { type Authorize, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Metrics } from '../../../src/metrics.ts';
import { adviseOperator } from '../failure.ts';
import { neededScopes } from '../registration/features.ts';
import { clientOptions, createSlackApi } from '../web-api.ts';

type Identity = { readonly botToken: string; readonly botId?: string; readonly botUserId?: string };

/** Slack did not say who the bot is; `message` says what to do. */
class IdentityError extends Error {
  override readonly name = 'IdentityError';
}

/** Finds out who the bot is. */
export type IdentitySource = {
  /** Asks Slack, once it has answered no more. @throws IdentityError */
  readonly check: () => Promise<Identity>;
  /** For Bolt. */
  readonly authorize: Authorize<boolean>;
};

/** For a single bot token. */
export function createIdentity(
  botToken: string,
  {
    apiUrl,
    logger,
    metrics,
  }: { readonly apiUrl: string; readonly logger: Logger; readonly metrics: Metrics },
): IdentitySource {
  const api = createSlackApi(new webApi.WebClient(botToken, clientOptions(apiUrl, logger)), {
    logger,
    metrics,
    patienceMs: 3000,
  });
  let known: Identity | undefined;
  const check = async (): Promise<Identity> => {
    if (known) return known;
    const called = await api.authTest();
    if (!called.ok) throw new IdentityError(adviseOperator(called.failure));
    const { bot_id, user_id, response_metadata } = called.value;
    warnOfScopes(response_metadata?.scopes, logger);
    known = { botToken, ...(bot_id ? { botId: bot_id } : {}), ...(user_id ? { botUserId: user_id } : {}) };
    return known;
  };
  return { check, authorize: async () => ({ ...(await check()) }) };
}

function warnOfScopes(granted: readonly string[] | undefined, logger: Logger): void {
  if (granted === undefined) return;
  const missing = neededScopes().filter((scope) => !granted.includes(scope));
  if (missing.length > 0)
    logger.warn(
      { missing },
      'the Slack app lacks scopes: paste the manifest of “npm run desk -- slack manifest” into its settings and reinstall it',
    );
}
