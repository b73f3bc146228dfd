/** The port that a platform implements so that digests can be posted there. */
import type { Reply } from '../reply/reply.ts';

/** Platforms that channels can be subscribed on. */
export const DIGEST_PLATFORMS = ['discord', 'slack'] as const;
/** A platform that channels can be subscribed on. */
export type DigestPlatform = (typeof DIGEST_PLATFORMS)[number];

/** A channel as its platform names it; `workspace` is the Discord guild or Slack team. */
export type DigestChannel = { readonly channel: string; readonly workspace?: string };

/** One message to one channel. */
export type DigestPost = DigestChannel & {
  /**
   * The same for every attempt at the same digest, 24 characters of A–Z a–z 0–9 _ -, so that it fits Discord's nonce
   * (at most 25). A platform that recognises repeats gets it with the message.
   */
  readonly key: string;
  /** Aborts when the attempt takes too long; the outcome is then `unsure`. */
  readonly signal: AbortSignal;
};

/** What became of an attempt. Only `posted` and `unsure` may have left a message in the channel. */
export type PostResult =
  | { readonly kind: 'posted'; readonly message: string }
  /** Refused for now (a rate limit, an overloaded platform): nothing was posted. */
  | { readonly kind: 'retry'; readonly reason: string; readonly retryAfterMs?: number }
  /** The answer was lost (a timeout, a reset connection, a 5xx): it may have been posted. */
  | { readonly kind: 'unsure'; readonly reason: string; readonly retryAfterMs?: number }
  /** The channel does not exist any more, or the bot is not in it any more. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** `missing` names the permission or scope in the platform's words, such as "Send Messages". */
  | { readonly kind: 'forbidden'; readonly missing: string }
  /** The platform will never take this message (it is malformed, too long): not tried again. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Whether a digest could be posted; `missing` is a clause for the user, such as "the permission Send Messages". */
export type Readiness = { readonly ok: true } | { readonly ok: false; readonly missing: string };

/** Whether an earlier attempt is in the channel. `unknown`: could not look (no scope, no answer). */
export type Lookup =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** How fast a platform takes messages; delivery keeps below both. */
export type PostingLimits = {
  /** Messages a second in all, over all channels. */
  readonly perSecond: number;
  /** Milliseconds between two messages to the same channel. */
  readonly channelGapMs: number;
};

/** A platform that digests can be posted to. None of its functions rejects: failures are results. */
export type DigestPoster = {
  readonly platform: DigestPlatform;
  readonly limits: PostingLimits;
  /**
   * For how long after a post the platform itself answers a repeat with the same key by the first message instead of
   * posting again, in milliseconds (Discord's enforced nonce). 0 where it never does: `findPosted` is asked first.
   */
  readonly recognisesRepeatsMs: number;
  /** Asked before a subscription is accepted. */
  readonly canPost: (channel: DigestChannel) => Promise<Readiness>;
  /** Renders a digest once; the function that it gives back posts it to one channel and is called for each. */
  readonly prepare: (reply: Reply) => (post: DigestPost) => Promise<PostResult>;
  /** Looks for a message with this key that was posted at or after `since` (epoch milliseconds). */
  readonly findPosted?: (
    channel: DigestChannel,
    sought: { readonly key: string; readonly since: number; readonly signal: AbortSignal },
  ) => Promise<Lookup>;
  /** Sends a private message to the person who subscribed a channel, such as "it was paused because …". */
  readonly tell?: (
    person: { readonly user: string; readonly workspace?: string },
    reply: Reply,
  ) => Promise<PostResult>;
};
