/** What the Web API methods do to a workspace, and what Slack refuses. */
import { z } from 'zod';
import { refuseBlocks, refuseView } from './blocks.ts';
import { channelFor, checkBody, find, grow, post, Refusal, STREAM_LIFETIME_MS } from './posting.ts';
import { type Message, nextTs, type Workspace } from './workspace.ts';

type Result = Readonly<Record<string, unknown>>;
type Method = {
  readonly scopes: readonly string[];
  readonly run: (workspace: Workspace, args: unknown) => Result;
};

const flag = z.stringbool();
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
const blocks = json(z.array(z.unknown()));
const quiet = {
  unfurl_links: flag.optional(),
  unfurl_media: flag.optional(),
  parse: z.enum(['none', 'full']).optional(),
  link_names: flag.optional(),
};
const ts = z.string().regex(/^\d+\.\d{6}$/);
const metadata = json(
  z.strictObject({
    event_type: z.string().min(1).max(255),
    event_payload: z.record(z.string(), z.unknown()),
  }),
);

function method<T extends z.ZodType>(
  scopes: readonly string[],
  schema: T,
  run: (workspace: Workspace, args: z.output<T>) => Result,
): Method {
  return {
    scopes,
    run: (workspace, args) => {
      const parsed = schema.safeParse(args);
      if (!parsed.success)
        throw new Refusal('invalid_arguments', {
          response_metadata: {
            messages: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
          },
        });
      return run(workspace, parsed.data);
    },
  };
}

const markdown = z.string().min(1).max(12_000);
const show = (message: Message) => ({ ts: message.ts, message });

/** The methods that the server speaks, by Slack's names. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': method([], z.strictObject({}), (w) => ({
    url: 'https://x.slack.com/',
    team: w.team,
    team_id: w.team,
    user: 'briefdesk',
    user_id: w.botUser,
    bot_id: w.botId,
  })),
  'chat.postMessage': method(
    ['chat:write'],
    z.strictObject({
      channel: z.string(),
      text: z.string().default(''),
      blocks: blocks.default([]),
      thread_ts: ts.optional(),
      metadata: metadata.optional(),
      ...quiet,
    }),
    (w, { channel, text, blocks: content, thread_ts, metadata: meta }) => {
      const posted = post(w, channel, {
        text,
        blocks: content,
        ...(thread_ts ? { thread_ts } : {}),
        ...(meta ? { metadata: meta } : {}),
      });
      return { channel, ...show(posted) };
    },
  ),
  'chat.postEphemeral': method(
    ['chat:write'],
    z.strictObject({
      channel: z.string(),
      user: z.string(),
      text: z.string().default(''),
      blocks: blocks.default([]),
      thread_ts: ts.optional(),
    }),
    (w, { channel, user, text, blocks: content, thread_ts }) => ({
      message_ts: post(w, channel, {
        text,
        blocks: content,
        ephemeralTo: user,
        ...(thread_ts ? { thread_ts } : {}),
      }).ts,
    }),
  ),
  'chat.update': method(
    ['chat:write'],
    z.strictObject({ channel: z.string(), ts, text: z.string().default(''), blocks: blocks.default([]) }),
    (w, { channel, ts: id, text, blocks: content }) => {
      const message = find(w, channel, id);
      if (w.streams.get(id)?.open && w.now() - (w.streams.get(id)?.startedAt ?? 0) <= STREAM_LIFETIME_MS)
        throw new Refusal('streaming_state_conflict');
      checkBody({ text, blocks: content });
      Object.assign(message, { text, blocks: content });
      return { channel, ...show(message) };
    },
  ),
  'chat.delete': method(
    ['chat:write'],
    z.strictObject({ channel: z.string(), ts }),
    (w, { channel, ts: id }) => {
      const { messages } = channelFor(w, channel);
      messages.splice(messages.indexOf(find(w, channel, id)), 1);
      return { channel, ts: id };
    },
  ),
  'chat.startStream': method(
    ['chat:write'],
    z.strictObject({
      channel: z.string(),
      thread_ts: ts,
      recipient_user_id: z.string(),
      recipient_team_id: z.string(),
      markdown_text: markdown.optional(),
    }),
    (w, { channel, thread_ts, markdown_text = '' }) => {
      const message: Message = { ts: nextTs(), thread_ts, user: w.botUser, text: markdown_text, blocks: [] };
      channelFor(w, channel).messages.push(message);
      w.streams.set(message.ts, { channel, startedAt: w.now(), text: markdown_text, open: true });
      return { channel, ts: message.ts };
    },
  ),
  'chat.appendStream': method(
    ['chat:write'],
    z.strictObject({ channel: z.string(), ts, markdown_text: markdown }),
    (w, { channel, ts: id, markdown_text }) => ({ channel, ts: grow(w, channel, id, markdown_text).ts }),
  ),
  'chat.stopStream': method(
    ['chat:write'],
    z.strictObject({
      channel: z.string(),
      ts,
      markdown_text: markdown.optional(),
      blocks: blocks.default([]),
    }),
    (w, { channel, ts: id, markdown_text = '', blocks: content }) => {
      const refused = refuseBlocks(content);
      if (refused) throw new Refusal(refused.error, { response_metadata: { messages: refused.messages } });
      const message = grow(w, channel, id, markdown_text);
      message.blocks = content;
      const stream = w.streams.get(id);
      if (stream) stream.open = false;
      return { channel, ...show(message) };
    },
  ),
  'assistant.threads.setStatus': method(
    ['chat:write'],
    z.strictObject({ channel_id: z.string(), thread_ts: ts, status: z.string().max(100) }),
    () => ({}),
  ),
  'assistant.threads.setSuggestedPrompts': method(
    ['assistant:write'],
    z.strictObject({
      channel_id: z.string(),
      title: z.string().optional(),
      prompts: json(
        z
          .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
          .min(1)
          .max(4),
      ),
    }),
    (w, { prompts }) => {
      w.prompts.push(prompts);
      return {};
    },
  ),
  'users.info': method(
    ['users:read'],
    z.strictObject({ user: z.string(), include_locale: flag.optional() }),
    (w, { user, include_locale }) => {
      const person = w.people.get(user);
      if (!person) throw new Refusal('user_not_found');
      const { locale, ...rest } = person;
      return { user: { ...rest, ...(include_locale && locale ? { locale } : {}) } };
    },
  ),
  'views.open': method(
    [],
    z.strictObject({ trigger_id: z.string(), view: json(z.unknown()) }),
    (w, { view }) => {
      checkView(view, 'modal');
      w.modals.push(view);
      return { view };
    },
  ),
  'views.publish': method(
    [],
    z.strictObject({ user_id: z.string(), view: json(z.unknown()) }),
    (w, { user_id, view }) => {
      checkView(view, 'home');
      w.homes.set(user_id, view);
      return { view };
    },
  ),
  'conversations.info': method(
    ['channels:read', 'groups:read'],
    z.strictObject({ channel: z.string() }),
    (w, { channel }) => {
      const known = w.channels.get(channel);
      if (!known) throw new Refusal('channel_not_found');
      return { channel: { id: known.id, is_member: known.member, is_archived: known.archived } };
    },
  ),
  'conversations.history': method(
    ['channels:history', 'groups:history'],
    z.strictObject({
      channel: z.string(),
      oldest: z.coerce.number().optional(),
      inclusive: flag.optional(),
      limit: z.coerce.number().int().min(1).max(999),
      include_all_metadata: flag.optional(),
    }),
    (w, { channel, oldest = 0, limit, include_all_metadata }) => {
      const all = channelFor(w, channel).messages.filter(
        (message) => Number(message.ts) >= oldest && !message.thread_ts,
      );
      const page = all.toReversed().slice(0, limit);
      return {
        messages: page.map(({ metadata: meta, ...rest }) =>
          include_all_metadata ? { ...rest, metadata: meta } : rest,
        ),
        has_more: all.length > limit,
      };
    },
  ),
};

function checkView(view: unknown, type: 'modal' | 'home'): void {
  const refused = refuseView(view);
  if (refused) throw new Refusal(refused.error, { response_metadata: { messages: refused.messages } });
  if (!(typeof view === 'object' && view !== null && 'type' in view && view.type === type))
    throw new Refusal('invalid_arguments');
}
