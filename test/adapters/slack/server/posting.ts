/** Messages of a workspace: posted, found, grown, and refused as Slack refuses them. */
import { refuseBlocks } from './blocks.ts';
import { type Channel, type Message, nextTs, type Workspace } from './workspace.ts';

/** A refusal with Slack's error code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(code: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.extra = extra;
  }
}

/** The channel if the bot may write there. @throws Refusal */
export function channelFor(workspace: Workspace, id: string): Channel {
  const known =
    workspace.channels.get(id) ?? (workspace.people.has(id) ? openDirect(workspace, id) : undefined);
  if (!known) throw new Refusal('channel_not_found');
  if (known.archived) throw new Refusal('is_archived');
  if (!known.member) throw new Refusal('not_in_channel');
  return known;
}

/** A post to a person goes to their direct messages. */
function openDirect(workspace: Workspace, user: string): Channel {
  const direct: Channel = { id: `DM-${user}`, member: true, archived: false, messages: [] };
  workspace.channels.set(user, direct);
  return direct;
}

/** Adds a message to a channel. @throws Refusal */
export function post(workspace: Workspace, to: string, message: Omit<Message, 'ts' | 'user'>): Message {
  const channel = channelFor(workspace, to);
  checkBody(message);
  if (message.thread_ts && !/^\d+\.\d{6}$/.test(message.thread_ts)) throw new Refusal('invalid_thread_ts');
  const posted = { ...message, ts: nextTs(), user: workspace.botUser };
  channel.messages.push(posted);
  return posted;
}

/** @throws Refusal for a text or blocks that Slack does not take. */
export function checkBody({
  text,
  blocks: content,
}: {
  readonly text: string;
  readonly blocks: readonly unknown[];
}): void {
  if (text === '' && content.length === 0) throw new Refusal('no_text');
  if (text.length > 40_000) throw new Refusal('msg_too_long');
  const refused = refuseBlocks(content);
  if (refused) throw new Refusal(refused.error, { response_metadata: { messages: refused.messages } });
}

/** A message of the bot's own. @throws Refusal */
export function find(workspace: Workspace, channel: string, id: string): Message {
  const message = channelFor(workspace, channel).messages.find(
    (each) => each.ts === id && each.user === workspace.botUser,
  );
  if (!message) throw new Refusal('message_not_found');
  return message;
}

/** How long a stream takes more, in milliseconds. */
export const STREAM_LIFETIME_MS = 5 * 60 * 1000;
const STREAM_TOTAL = 12_000;

/** Adds Markdown to an open stream. @throws Refusal */
export function grow(workspace: Workspace, channel: string, id: string, markdown: string): Message {
  const stream = workspace.streams.get(id);
  const message = find(workspace, channel, id);
  if (!stream?.open || workspace.now() - stream.startedAt > STREAM_LIFETIME_MS)
    throw new Refusal('message_not_in_streaming_state');
  if (stream.text.length + markdown.length > STREAM_TOTAL) throw new Refusal('msg_too_long');
  stream.text += markdown;
  message.text = stream.text;
  return message;
}
