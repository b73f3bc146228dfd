/** Refuses the Block Kit that Slack refuses: unknown fields and blocks, empty texts, and everything over a limit. */
import { z } from 'zod';

const wellFormed = (text: string) => text.isWellFormed();
const string = (max: number) => z.string().min(1).max(max).refine(wellFormed, 'lone surrogate');
const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: string(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: string(max), verbatim: z.boolean().optional() });
const textObject = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);
const blockId = { block_id: string(255).optional() };
const actionId = { action_id: string(255) };

const style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial();
const richElement = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: string(40_000), style: style.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url: string(3000).regex(/^https?:\/\//),
    text: string(3000).optional(),
    style: style.optional(),
  }),
  z.strictObject({ type: z.literal('user'), user_id: string(32) }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']) }),
]);
const richSection = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(richElement).min(1),
});
const richBlock = z.strictObject({
  type: z.literal('rich_text'),
  ...blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richSection,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          indent: z.int().min(0).max(8).optional(),
          elements: z.array(richSection).min(1),
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(richElement).min(1) }),
      ]),
    )
    .min(1),
});

const button = z.strictObject({
  type: z.literal('button'),
  ...actionId,
  text: plain(75),
  value: string(2000).optional(),
  url: string(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: string(75).optional(),
});
const option = z.strictObject({ text: plain(75), value: string(75), description: plain(75).optional() });
const select = z.strictObject({
  type: z.literal('static_select'),
  ...actionId,
  placeholder: plain(150).optional(),
  options: z.array(option).min(1).max(100),
});
const feedbackButton = z.strictObject({
  text: plain(75),
  value: string(2000),
  accessibility_label: string(75).optional(),
});
const feedback = z.strictObject({
  type: z.literal('feedback_buttons'),
  ...actionId,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});
const plainInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...actionId,
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
  placeholder: plain(150).optional(),
  initial_value: z.string().max(3000).optional(),
});

const anySurface = [
  z.strictObject({ type: z.literal('header'), ...blockId, text: plain(150) }),
  z.strictObject({ type: z.literal('divider'), ...blockId }),
  z.strictObject({
    type: z.literal('section'),
    ...blockId,
    text: textObject(3000).optional(),
    fields: z.array(textObject(2000)).min(1).max(10).optional(),
    accessory: z.discriminatedUnion('type', [button, select]).optional(),
    expand: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('context'),
    ...blockId,
    elements: z.array(textObject(2000)).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    ...blockId,
    elements: z
      .array(z.discriminatedUnion('type', [button, select]))
      .min(1)
      .max(25),
  }),
  richBlock,
] as const;

const messageBlock = z.discriminatedUnion('type', [
  ...anySurface,
  z.strictObject({
    type: z.literal('context_actions'),
    ...blockId,
    elements: z.array(feedback).min(1).max(5),
  }),
]);
const viewBlock = z.discriminatedUnion('type', [
  ...anySurface,
  z.strictObject({
    type: z.literal('input'),
    ...blockId,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    element: plainInput,
    dispatch_action: z.boolean().optional(),
  }),
]);

const modal = z.strictObject({
  type: z.literal('modal'),
  callback_id: string(255).optional(),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: z.array(viewBlock).min(1).max(100),
});
const home = z.strictObject({
  type: z.literal('home'),
  callback_id: string(255).optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: z.array(viewBlock).min(1).max(100),
});
const view = z.discriminatedUnion('type', [modal, home]);

/** Slack's error code for a message's blocks, with what is wrong with them; undefined where it takes them. */
export function refuseBlocks(
  blocks: unknown,
): { readonly error: string; readonly messages: readonly string[] } | undefined {
  const parsed = z.array(messageBlock).max(50).safeParse(blocks);
  if (!parsed.success) return { error: 'invalid_blocks', messages: problems(parsed.error) };
  if (characters(parsed.data) > HIDDEN_TOTAL)
    return { error: 'msg_blocks_too_long', messages: [`over ${HIDDEN_TOTAL} characters in all`] };
  return repeated(parsed.data);
}

/** The same for a view. */
export function refuseView(
  candidate: unknown,
): { readonly error: string; readonly messages: readonly string[] } | undefined {
  const parsed = view.safeParse(candidate);
  return parsed.success
    ? repeated(parsed.data.blocks)
    : { error: 'invalid_arguments', messages: problems(parsed.error) };
}

/** `msg_blocks_too_long` has been seen from 13,172 characters on; no documentation says how Slack counts. */
const HIDDEN_TOTAL = 13_000;

function characters(blocks: unknown): number {
  return JSON.stringify(blocks).length;
}

function repeated(
  blocks: readonly unknown[],
): { readonly error: string; readonly messages: readonly string[] } | undefined {
  const ids = [...JSON.stringify(blocks).matchAll(/"action_id":("(?:[^"\\]|\\.)*")/g)].map(([, id]) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  return twice.length > 0
    ? { error: 'invalid_blocks', messages: [`action_id ${twice[0]} stands twice`] }
    : undefined;
}

function problems(error: z.ZodError): readonly string[] {
  return error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
}
