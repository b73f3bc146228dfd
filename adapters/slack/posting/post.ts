/** Posts replies: into a channel or thread, to one person, or to the address that Slack gives with a command. */
import type { RespondFn } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Reply } from '../../../src/reply/reply.ts';
import { adviseOperator, explainFailure, type SlackFailure, tellUser } from '../failure.ts';
import { limits } from '../limits.ts';
import type { SlackMessage } from '../render/pack.ts';
import { renderReply } from '../render/render.ts';
import type { Called, SlackApi } from '../web-api.ts';

/** Where a reply goes. */
export type Place = { readonly channel: string; readonly thread?: string };

/** No link is followed, no name is looked for in the text, whatever stands in it. */
const QUIET = { unfurl_links: false, unfurl_media: false, parse: 'none', link_names: false } as const;

/** Posts the reply, in as many messages as it takes. The value is the `ts` of the first. Never rejects. */
export async function postReply(api: SlackApi, place: Place, reply: Reply): Promise<Called<string>> {
  return postMessages(api, place, renderReply(reply));
}

/** The same for messages that are rendered already. Stops at the first that Slack does not take. */
export async function postMessages(
  api: SlackApi,
  place: Place,
  messages: readonly SlackMessage[],
): Promise<Called<string>> {
  let first: Called<string> | undefined;
  for (const message of messages) {
    const posted = await postMessage(api, place, message);
    if (!posted.ok) return posted;
    first ??= posted;
  }
  return first ?? { ok: false, failure: { kind: 'refused', code: 'no_text' } };
}

async function postMessage(
  api: SlackApi,
  { channel, thread }: Place,
  message: SlackMessage,
): Promise<Called<string>> {
  const target = { channel, ...(thread ? { thread_ts: thread } : {}), ...QUIET };
  const posted = await api.postMessage({ ...target, ...withBlocks(message) });
  if (posted.ok) return { ok: true, value: posted.value.ts ?? '' };
  // A workspace may refuse a block that is newer than its plan; its words are better than nothing.
  if (posted.failure.kind !== 'refused-blocks') return posted;
  const plain = await api.postMessage({ ...target, text: message.text });
  return plain.ok ? { ok: true, value: plain.value.ts ?? '' } : plain;
}

/** Shows the reply to one person in the channel; in the channel for all where Slack cannot show it to one. */
export async function postPrivately(
  api: SlackApi,
  place: Place & { readonly user: string },
  reply: Reply,
): Promise<Called<string>> {
  const { channel, thread, user } = place;
  for (const message of renderReply(reply)) {
    const target = { channel, user, ...(thread ? { thread_ts: thread } : {}) };
    const shown = await api.postEphemeral({ ...target, ...withBlocks(message) });
    if (!shown.ok) return postReply(api, place, reply);
  }
  return { ok: true, value: '' };
}

/** Tells a person in their direct messages why an answer could not be posted where they asked. Never rejects. */
export async function tellFailure(api: SlackApi, user: string, failure: SlackFailure): Promise<void> {
  if (failure.kind === 'bad-token' || failure.kind === 'unreachable') return;
  await api.postMessage({ channel: user, text: tellUser(failure), ...QUIET });
}

/** Answers to a `response_url` that outlived the event it came with. @throws Error when Slack does not take one */
export function respondTo(url: string): RespondFn {
  return async (message) => {
    const body = JSON.stringify(typeof message === 'string' ? { text: message } : message);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`Slack answered ${response.status} to a response_url`);
    return response;
  };
}

/** How a reply to a command or button is shown. */
export type Answering = {
  /** Public replies are shown to the channel, private ones to the asker alone. */
  readonly audience: 'channel' | 'asker';
  readonly thread?: string;
  /** Deletes the message whose button was pressed, such as a menu that has been used. */
  readonly replaces?: boolean;
};

/** Answers through a `response_url`, which works in channels that the bot is not in. Never rejects. */
export async function respondWith(
  respond: RespondFn,
  reply: Reply,
  options: Answering & { readonly logger: Logger },
): Promise<boolean> {
  const { logger, replaces = false } = options;
  const messages = withinResponses(renderReply(reply), limits.responses - 1);
  try {
    for (const message of messages) await respond({ ...responseBase(options), ...withBlocks(message) });
    if (replaces) await respond({ delete_original: true });
    return true;
  } catch (error) {
    logger.warn(
      { ...describe(error) },
      'Slack did not take the answer to a command; its address lives for 30 minutes and 5 answers',
    );
    return false;
  }
}

function responseBase({ audience, thread }: Answering) {
  return {
    response_type: audience === 'channel' ? ('in_channel' as const) : ('ephemeral' as const),
    replace_original: false,
    unfurl_links: false,
    unfurl_media: false,
    ...(thread ? { thread_ts: thread } : {}),
  };
}

/** Slack takes five answers to a command; a reply that is longer says so instead of ending in the middle. */
function withinResponses(messages: readonly SlackMessage[], most: number): readonly SlackMessage[] {
  if (messages.length <= most) return messages;
  const text = 'The rest is longer than Slack lets a command show. Ask me about a part of it.';
  return [...messages.slice(0, most - 1), { text, blocks: [] }];
}

function withBlocks({ text, blocks }: SlackMessage) {
  return blocks.length > 0 ? { text, blocks: [...blocks] } : { text };
}

function describe(error: unknown) {
  const failure = explainFailure(error);
  return { kind: failure.kind, advice: adviseOperator(failure) };
}
