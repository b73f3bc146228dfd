/** Posts digests to Slack channels, and finds out whether one is there already before a retry. */
import type {
  DigestChannel,
  DigestPost,
  DigestPoster,
  Lookup,
  PostResult,
  Readiness,
} from '../../../src/digest/delivery-port.ts';
import { type SlackFailure, tellUser } from '../failure.ts';
import { limits } from '../limits.ts';
import type { SlackMessage } from '../render/pack.ts';
import { renderReply } from '../render/render.ts';
import type { SlackApi } from '../web-api.ts';
import { postMessages, postReply } from './post.ts';

/** Name of the metadata that a digest carries; what it is found again by. */
const DIGEST_EVENT = 'briefdesk_digest';

/** The calls for a workspace. @throws Error when it has not installed the app */
export type ApiOf = (workspace: string | undefined) => Promise<SlackApi>;

/** A poster over the workspaces that `apiOf` knows. None of its functions rejects. */
export function createDigestPoster(apiOf: ApiOf): DigestPoster {
  return {
    platform: 'slack',
    // A workspace takes several hundred posts a minute in all; a channel one a second.
    limits: { perSecond: 5, channelGapMs: 1100 / limits.postsPerChannelSecond },
    recognisesRepeatsMs: 0,
    canPost: (channel) => withApi(apiOf, channel, (api) => readiness(api, channel), unready),
    prepare: (reply) => {
      const messages = renderReply(reply);
      return (post) => withApi(apiOf, post, (api) => postDigest(api, post, messages), gone);
    },
    findPosted: (channel, sought) =>
      withApi(
        apiOf,
        channel,
        (api) => find(api, channel, sought),
        (reason): Lookup => ({ kind: 'unknown', reason }),
      ),
    tell: ({ user, workspace }, reply) =>
      withApi(
        apiOf,
        { channel: user, ...(workspace ? { workspace } : {}) },
        async (api) => resultOf(await postReply(api, { channel: user }, reply)),
        gone,
      ),
  };
}

const unready = (reason: string): Readiness => ({ ok: false, missing: reason });
const gone = (reason: string): PostResult => ({ kind: 'gone', reason });

async function withApi<T>(
  apiOf: ApiOf,
  { workspace }: DigestChannel,
  work: (api: SlackApi) => Promise<T>,
  refuse: (reason: string) => T,
): Promise<T> {
  try {
    return await work(await apiOf(workspace));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'the workspace is not known');
  }
}

async function readiness(api: SlackApi, { channel }: DigestChannel): Promise<Readiness> {
  // Direct messages are always open to the bot, and have no members to be one of.
  if (channel.startsWith('D')) return { ok: true };
  const called = await api.channelInfo({ channel });
  if (!called.ok) return { ok: false, missing: missingIn(called.failure) };
  const { is_member, is_archived } = called.value.channel ?? {};
  if (is_archived) return { ok: false, missing: 'a channel that is not archived' };
  return is_member ? { ok: true } : { ok: false, missing: AN_INVITATION };
}

const AN_INVITATION = 'an invitation to the channel: type /invite and my name there';

function missingIn(failure: SlackFailure): string {
  switch (failure.kind) {
    case 'missing-scope':
      return `the permission ${failure.needed}`;
    case 'not-in-channel':
    case 'channel-gone':
      return AN_INVITATION;
    default:
      return `Slack's answer (${tellUser(failure)})`;
  }
}

/** The first message is the digest and carries its key; what does not fit into it goes into its thread. */
async function postDigest(
  api: SlackApi,
  post: DigestPost,
  messages: readonly SlackMessage[],
): Promise<PostResult> {
  const [first, ...rest] = messages;
  if (!first) return { kind: 'failed', reason: 'the digest is empty' };
  const posted = await api.postMessage(
    {
      channel: post.channel,
      text: first.text,
      blocks: [...first.blocks],
      metadata: { event_type: DIGEST_EVENT, event_payload: { key: post.key } },
      unfurl_links: false,
      unfurl_media: false,
    },
    { patienceMs: 0, signal: post.signal },
  );
  if (!posted.ok) return resultOf(posted);
  const ts = posted.value.ts ?? '';
  if (rest.length > 0) await postMessages(api, { channel: post.channel, thread: ts }, rest);
  return { kind: 'posted', message: ts };
}

function resultOf(posted: Awaited<ReturnType<typeof postReply>>): PostResult {
  if (posted.ok) return { kind: 'posted', message: posted.value };
  const { failure } = posted;
  switch (failure.kind) {
    case 'rate-limited':
      return { kind: 'retry', reason: 'rate limit', retryAfterMs: failure.retryAfterMs };
    case 'unreachable':
      return failure.maybeDone
        ? { kind: 'unsure', reason: failure.reason }
        : { kind: 'retry', reason: failure.reason };
    case 'channel-gone':
      return { kind: 'gone', reason: failure.code };
    case 'bad-token':
      return { kind: 'forbidden', missing: 'access to the workspace: install the app again' };
    case 'not-in-channel':
      return { kind: 'forbidden', missing: AN_INVITATION };
    case 'missing-scope':
      return { kind: 'forbidden', missing: failure.needed };
    case 'refused-blocks':
    case 'refused':
      return { kind: 'failed', reason: failure.code };
    default:
      return failure satisfies never;
  }
}

/** Digests are looked for among this many messages after `since`. */
const LOOKED_THROUGH = 200;

async function find(
  api: SlackApi,
  { channel }: DigestChannel,
  { key, since, signal }: { readonly key: string; readonly since: number; readonly signal: AbortSignal },
): Promise<Lookup> {
  const called = await api.history(
    {
      channel,
      oldest: String(Math.floor(since / 1000)),
      inclusive: true,
      limit: LOOKED_THROUGH,
      include_all_metadata: true,
    },
    { signal },
  );
  if (!called.ok) return { kind: 'unknown', reason: called.failure.kind };
  const found = (called.value.messages ?? []).find(
    ({ metadata }) => metadata?.event_type === DIGEST_EVENT && keyOf(metadata.event_payload) === key,
  );
  if (found?.ts) return { kind: 'found', message: found.ts };
  return called.value.has_more ? { kind: 'unknown', reason: 'too many messages since' } : { kind: 'absent' };
}

function keyOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined;
}
