/** What Slack refuses, in one table: every renderer takes its numbers from here. */

/**
 * Slack's limits. Characters are UTF-16 units, which Slack counts at most so many of; the documentation's page is
 * named where a group begins, and what Slack does not document is marked.
 */
export const limits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksPerMessage: 50,
  blocksPerView: 100,
  headerText: 150,
  sectionText: 3000,
  contextElements: 10,
  contextText: 2000,
  actionsElements: 25,
  contextActionsElements: 5,
  blockId: 255,
  /** https://docs.slack.dev/reference/block-kit/block-elements */
  actionId: 255,
  buttonText: 75,
  buttonValue: 2000,
  placeholder: 150,
  selectOptions: 100,
  inputText: 3000,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionText: 75,
  optionValue: 75,
  optionDescription: 75,
  /** Slack allows 3,000; this leaves a context element room for the headline. */
  linkUrl: 1200,
  /** Not documented for rich text: a section's limit, which no client has been seen to refuse. */
  richText: 3000,
  /**
   * Not documented: `msg_blocks_too_long` was seen from 13,172 characters over all blocks (slackapi/bolt-js#2509).
   * Counted here over the blocks' JSON, which is the strictest reading.
   */
  blocksTotal: 12_800,
  /** chat.postMessage cuts `text` at 40,000 and advises 4,000; a screen reader gets as much as the blocks say. */
  messageText: 10_000,
  /** https://docs.slack.dev/surfaces/modals */
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  /** Replies to one `response_url`, which also dies after 30 minutes. */
  responses: 5,
  /** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
  suggestedPrompts: 4,
  /** https://docs.slack.dev/reference/methods/chat.appendStream: a call's Markdown. */
  streamCall: 12_000,
  /** Not documented: a stream as a whole is cut near 12,000 characters (vercel/chat#637); some are kept in hand. */
  streamTotal: 11_000,
  /** Not documented: a stream dies about 5 minutes after it began (node-slack-sdk#2418); milliseconds. */
  streamLifetimeMs: 4 * 60 * 1000,
  /** https://docs.slack.dev/apis/web-api/rate-limits: chat.postMessage, messages a second and channel. */
  postsPerChannelSecond: 1,
} as const;
