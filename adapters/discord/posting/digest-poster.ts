/** Discord as a platform that digests are posted to: every call with a session, every failure a result. */
import { type Client, Routes } from 'discord.js';
import type {
  DigestChannel,
  DigestPoster,
  Lookup,
  PostResult,
  Readiness,
} from '../../../src/digest/delivery-port.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import { explain } from '../failure.ts';
import { renderReply } from '../render/render.ts';
import type { Serving } from '../serving.ts';
import { createdId } from './created-id.ts';
import { keep } from './deliver.ts';
import { openDirectChannel } from './direct-channel.ts';
import { findDigest } from './find-digest.ts';
import { missingPermissions } from './missing-permissions.ts';
import { postDigest } from './post-digest.ts';

/** What posting needs of a session. */
type Posting = Pick<Serving, 'client' | 'kept'>;

/** The session, or undefined while there is none. */
type SessionOf = () => Posting | undefined;

const NO_SESSION = 'Discord is not connected';

/** A poster for the current session. None of its functions rejects. */
export function createDigestPoster(sessionOf: SessionOf): DigestPoster {
  return {
    platform: 'discord',
    // Fifty requests a second are the bot's in all, answers included; a channel takes five messages in five seconds.
    limits: { perSecond: 25, channelGapMs: 1100 },
    // Nonces are recognised for some minutes and not in forums: `findPosted` is surer.
    recognisesRepeatsMs: 0,
    canPost: (channel) => canPost(sessionOf()?.client, channel),
    prepare: (reply) => {
      const { messages, stored } = renderReply(reply);
      const title = titleOf(reply);
      return (post) =>
        attempt(sessionOf(), async ({ client, kept }) => {
          await keep(stored, kept);
          return postDigest(client.rest, post, { messages, title });
        });
    },
    findPosted: (channel, sought) => find(sessionOf()?.client, channel, sought),
    tell: ({ user }, reply) => attempt(sessionOf(), (session) => tell(session, user, reply)),
  };
}

function titleOf({ blocks }: Reply): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading?.text ?? 'Digest';
}

async function canPost(
  client: Client<true> | undefined,
  { channel, workspace }: DigestChannel,
): Promise<Readiness> {
  if (!client) return { ok: false, missing: `a connection (${NO_SESSION})` };
  try {
    const missing = await missingPermissions(client, channel, workspace);
    if (missing === 'elsewhere') return { ok: false, missing: 'a channel of this server' };
    return missing.length === 0
      ? { ok: true }
      : { ok: false, missing: `the permission ${missing.join(', ')}` };
  } catch (error) {
    const { kind } = explain(error);
    return {
      ok: false,
      missing:
        kind === 'forbidden' || kind === 'gone' ? 'the permission View Channel' : 'an answer from Discord',
    };
  }
}

async function find(
  client: Client<true> | undefined,
  { channel }: DigestChannel,
  sought: Parameters<typeof findDigest>[2],
): Promise<Lookup> {
  if (!client) return { kind: 'unknown', reason: NO_SESSION };
  try {
    return await findDigest(client, channel, sought);
  } catch (error) {
    return { kind: 'unknown', reason: explain(error).kind };
  }
}

async function attempt(
  session: Posting | undefined,
  work: (session: Posting) => Promise<PostResult>,
): Promise<PostResult> {
  if (!session) return { kind: 'retry', reason: NO_SESSION };
  try {
    return await work(session);
  } catch (error) {
    return resultOf(error);
  }
}

function resultOf(error: unknown): PostResult {
  const { kind, code, advice } = explain(error);
  const reason = code === undefined ? kind : `${kind} ${code}`;
  switch (kind) {
    case 'forbidden':
      return { kind: 'forbidden', missing: 'View Channel, Send Messages' };
    case 'gone':
      return { kind: 'gone', reason };
    case 'malformed':
      return { kind: 'failed', reason: `${reason}: ${advice}` };
    case 'limited':
    case 'token':
    case 'setup':
      return { kind: 'retry', reason };
    default:
      return { kind: 'unsure', reason };
  }
}

async function tell({ client: { rest }, kept }: Posting, user: string, reply: Reply): Promise<PostResult> {
  const { messages, stored } = renderReply(reply);
  await keep(stored, kept);
  const direct = await openDirectChannel(rest, user);
  const ids: string[] = [];
  for (const body of messages) ids.push(createdId(await rest.post(Routes.channelMessages(direct), { body })));
  const [first] = ids;
  return first ? { kind: 'posted', message: first } : { kind: 'failed', reason: 'the message is empty' };
}
