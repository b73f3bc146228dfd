/** Questions in channels, threads and direct messages. */

import type { AllMiddlewareArgs } from '@slack/bolt';
import { readMessage } from '../../../commands/from-text.ts';
import type { Reply } from '../../../src/reply/reply.ts';
import {
  type Asker,
  apiFor,
  contextFor,
  guarded,
  type Handling,
  type SlackApp,
  teamOf,
} from '../handling.ts';
import { postPrivately, postReply, tellFailure } from '../posting/post.ts';
import { openStream } from '../posting/stream.ts';
import { threadKey } from '../threads.ts';
import { type Heard, hear, messageEventSchema } from './message.ts';

type Asked = Extract<Heard, { kind: 'asked' }>;

/** Listens to mentions and messages. Bolt has acknowledged an event before a listener hears of it. */
export function listenForQuestions(app: SlackApp, handling: Handling): void {
  app.event('app_mention', (heard) => listen(handling, heard));
  app.event('message', (heard) => listen(handling, heard));
}

/** What both events have in common. */
type MessageArgs = Pick<AllMiddlewareArgs, 'client' | 'context'> & {
  readonly event: unknown;
  readonly body: { readonly team_id: string; readonly event_id: string };
};

async function listen(handling: Handling, { event, client, context, body }: MessageArgs): Promise<void> {
  await guarded(handling, 'message', async () => {
    const parsed = messageEventSchema.safeParse(event);
    if (!parsed.success) return;
    const heard = hear(parsed.data, {
      ...(context.botUserId ? { userId: context.botUserId } : {}),
      ...(context.botId ? { botId: context.botId } : {}),
    });
    if (heard.kind === 'ignored') return;
    const team = teamOf(context, body.team_id);
    await answerOnce(handling, heard, { api: apiFor(client, handling), team, eventId: body.event_id });
  });
}

type Where = { readonly api: Asker['api']; readonly team: string; readonly eventId: string };

/**
 * A mention comes as two events with one `ts`, a repeat as the same event again: both the message and the event are
 * claimed. Whether a thread is followed is looked up first, so that talk that is not for the desk claims nothing.
 */
async function answerOnce(handling: Handling, asked: Asked, { api, team, eventId }: Where): Promise<void> {
  const { channel, thread, user, how } = asked;
  const key = threadKey({ team, channel, thread });
  if (how === 'thread' && !(await handling.threads.isFollowed(key))) return;
  if (!(await handling.once(`slack:event:${team}:${eventId}`))) return;
  if (!(await handling.once(`slack:message:${team}:${channel}:${asked.ts}`))) return;
  handling.deps.metrics.count('slack_questions', { how });
  if (how !== 'direct') await handling.threads.follow(key);
  await answer(handling, asked, { api, team, user, channel, thread });
}

async function answer(
  handling: Handling,
  asked: Asked,
  asker: Asker & { readonly thread: string },
): Promise<void> {
  const { api, channel, thread } = asker;
  const context = await contextFor(handling, asker);
  const invocation = readMessage(handling.deps.desk, handling.deps.commands, asked.words);
  if (asked.how !== 'direct') return deliver(asker, await handling.deps.run({ ...invocation, context }));
  void api.setStatus({ channel_id: channel, thread_ts: thread, status: 'is checking the file…' });
  const stream = openStream(api, asker);
  const reply = await handling.deps.run({ ...invocation, context: { ...context, onPartial: stream.show } });
  await stream.finish(reply);
}

/** Answers in the thread; refusals are shown to the asker alone, and what cannot be posted is told to them. */
async function deliver({ api, channel, thread, user }: Asker, reply: Reply): Promise<void> {
  const place = { channel, ...(thread ? { thread } : {}) };
  const posted = reply.private
    ? await postPrivately(api, { ...place, user }, reply)
    : await postReply(api, place, reply);
  if (!posted.ok) await tellFailure(api, user, posted.failure);
}
