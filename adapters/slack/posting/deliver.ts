/** Shows the reply to a press or a modal where that came from. */
import { z } from 'zod';
import type { Reply } from '../../../src/reply/reply.ts';
import { type Asker, contextFor, type Handling } from '../handling.ts';
import { postReply, respondTo, respondWith } from './post.ts';

/** Schema of an origin, which a modal carries as text. */
export const originSchema = z
  .object({
    channel: z.string(),
    thread: z.string().optional(),
    /** The `response_url` of the press, for channels that the bot is not in. */
    respondTo: z.url().optional(),
    /** True where only the asker saw the message that was pressed. */
    ephemeral: z.boolean(),
  })
  .readonly();

/** Where a press came from, and an answer goes. */
export type Origin = z.infer<typeof originSchema>;

/** Runs a command for a press or a modal, and shows its reply where that came from. */
export async function runAndDeliver(
  handling: Handling,
  asker: Asker,
  what: {
    readonly origin: Origin;
    readonly path: string;
    readonly options: unknown;
    readonly chosen?: boolean;
  },
): Promise<void> {
  const context = await contextFor(handling, asker);
  const reply = await handling.deps.run({ path: what.path, options: what.options, context });
  await deliver(handling, asker, { origin: what.origin, reply, chosen: what.chosen ?? false });
}

/**
 * In a thread or direct messages the reply is posted for all to read; under a message in a channel it is shown to the
 * one who pressed. A menu that only the asker saw is gone once used, and its answer is for the channel.
 */
export async function deliver(
  { deps }: Handling,
  { api, user }: Pick<Asker, 'api' | 'user'>,
  {
    origin,
    reply,
    chosen = false,
  }: { readonly origin: Origin; readonly reply: Reply; readonly chosen?: boolean },
): Promise<void> {
  const { channel, thread, respondTo: url, ephemeral } = origin;
  const isShared = thread !== undefined || /^[DUW]/.test(channel);
  if (isShared && !ephemeral && !reply.private) {
    const posted = await postReply(api, { channel, ...(thread ? { thread } : {}) }, reply);
    if (posted.ok) return;
  }
  if (url === undefined) return void (await postReply(api, { channel: user }, reply));
  const audience = !reply.private && (chosen || isShared) ? 'channel' : 'asker';
  const replaces = chosen && ephemeral;
  await respondWith(respondTo(url), reply, {
    audience,
    replaces,
    logger: deps.logger,
    ...(thread ? { thread } : {}),
  });
}
