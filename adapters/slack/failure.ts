/** What went wrong with a call to Slack: as a kind to act on, a sentence for the user, and advice for the operator. */
import { webApi } from '@slack/bolt';
import { z } from 'zod';

/** A call that Slack did not carry out, or that nobody knows the outcome of. */
export type SlackFailure =
  | { readonly kind: 'not-in-channel'; readonly code: string }
  | { readonly kind: 'channel-gone'; readonly code: string }
  | { readonly kind: 'bad-token'; readonly code: string }
  | { readonly kind: 'missing-scope'; readonly code: string; readonly needed: string }
  | { readonly kind: 'refused-blocks'; readonly code: string; readonly details: readonly string[] }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number }
  /** `maybeDone`: the request may have reached Slack before the connection failed. */
  | { readonly kind: 'unreachable'; readonly reason: string; readonly maybeDone: boolean };

const NOT_IN_CHANNEL = new Set([
  'not_in_channel',
  'cant_post_message',
  'restricted_action',
  'restricted_action_read_only_channel',
]);
const CHANNEL_GONE = new Set(['channel_not_found', 'is_archived', 'channel_is_archived', 'thread_not_found']);
const BAD_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'team_access_not_granted',
  'org_login_required',
  'no_permission',
]);
const REFUSED_BLOCKS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
  'invalid_chunks',
]);

/** Codes of connections that were never made, so that nothing can have been done. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

const metadata = z.object({
  needed: z.string().optional(),
  response_metadata: z
    .object({ messages: z.array(z.string()) })
    .partial()
    .optional(),
});

/** Reads any error of a Slack call. */
export function explainFailure(error: unknown): SlackFailure {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'rate-limited', retryAfterMs: error.retryAfter * 1000 };
  if (error instanceof webApi.WebAPIPlatformError) return explainCode(error.data.error, error.data);
  if (error instanceof webApi.WebAPIHTTPError)
    return { kind: 'unreachable', reason: `HTTP ${error.statusCode}`, maybeDone: true };
  const code = innermostCode(error);
  const reason = code ?? (error instanceof Error ? error.name : 'unknown error');
  return { kind: 'unreachable', reason, maybeDone: code === undefined || !NEVER_SENT.has(code) };
}

/** The same for an error code that came in a response. */
function explainCode(code: string, data: unknown = {}): SlackFailure {
  const extra = metadata.safeParse(data).data;
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'rate-limited', retryAfterMs: 1000 };
  if (code === 'missing_scope') return { kind: 'missing-scope', code, needed: extra?.needed ?? 'unknown' };
  if (NOT_IN_CHANNEL.has(code)) return { kind: 'not-in-channel', code };
  if (CHANNEL_GONE.has(code)) return { kind: 'channel-gone', code };
  if (BAD_TOKEN.has(code)) return { kind: 'bad-token', code };
  if (REFUSED_BLOCKS.has(code))
    return { kind: 'refused-blocks', code, details: extra?.response_metadata?.messages ?? [] };
  return { kind: 'refused', code };
}

/** What the operator has to do; for the log. */
export function adviseOperator(failure: SlackFailure): string {
  switch (failure.kind) {
    case 'not-in-channel':
      return `Slack answered ${failure.code}: invite the bot to the channel with /invite, or allow it to post there.`;
    case 'channel-gone':
      return `Slack answered ${failure.code}: the channel was deleted or archived, or is private and the bot was never invited.`;
    case 'bad-token':
      return `Slack answered ${failure.code}: reinstall the app (OAuth & Permissions > Reinstall) and set the new token, or have the workspace install it again.`;
    case 'missing-scope':
      return `Slack misses the scope ${failure.needed}: paste the manifest of “npm run desk -- slack manifest” into the app's settings and reinstall it.`;
    case 'refused-blocks':
      return `Slack answered ${failure.code}: ${failure.details.join('; ') || 'it did not say what is wrong'}. The plain text was sent instead; please report this.`;
    case 'refused':
      return `Slack answered ${failure.code}: see the error list of the method in Slack's documentation.`;
    case 'rate-limited':
      return `Slack's rate limit was reached; it asks to wait ${Math.ceil(failure.retryAfterMs / 1000)} s.`;
    case 'unreachable':
      return `Slack could not be reached (${failure.reason}): check the network, a proxy, and https://slack-status.com.`;
    default:
      return failure satisfies never;
  }
}

/** What the user reads who asked for something that could not be posted. */
export function tellUser(failure: SlackFailure): string {
  switch (failure.kind) {
    case 'not-in-channel':
      return 'I cannot post in that channel. Invite me with /invite and ask again.';
    case 'channel-gone':
      return 'I cannot find that channel or thread any more. If it is private, invite me with /invite and ask again.';
    case 'bad-token':
      return 'My access to this workspace has ended. A workspace admin has to install me again.';
    case 'missing-scope':
      return `I am not allowed to do that here: the permission ${failure.needed} is missing. A workspace admin can grant it by installing me again.`;
    case 'rate-limited':
      return 'Slack asks me to slow down. Please try again in a minute.';
    case 'refused-blocks':
    case 'refused':
    case 'unreachable':
      return 'Slack did not take my answer. Please try again in a moment.';
    default:
      return failure satisfies never;
  }
}

function innermostCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const inner = error instanceof webApi.WebAPIRequestError ? error.original : error.cause;
  const own = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return innermostCode(inner) ?? (own?.startsWith('slack_') ? undefined : own);
}
