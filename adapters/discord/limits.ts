/**
 * Discord's limits; everything that is sent keeps to this table. Lengths are in UTF-16 units, which never count less
 * than Discord does. From https://docs.discord.com/developers unless marked.
 */
export const limits = {
  /** All text displays of a message together. [not documented; the API answers with it] */
  messageText: 4000,
  /** All components of a message, nested ones counted. */
  messageComponents: 40,
  rowButtons: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectText: 100,
  selectPlaceholder: 150,
  choices: 25,
  choiceText: 100,
  modalTitle: 45,
  inputLabel: 45,
  inputPlaceholder: 100,
  threadName: 100,
  /** A longer string option cannot be typed. */
  optionLength: 6000,
  commandOptions: 25,
  description: 100,
  /** Follow-ups to one interaction of a user-installed app in a server that the app is not in. */
  userAppFollowUps: 5,
  /** An interaction that is not acknowledged by then is lost, in milliseconds. */
  ackMs: 3000,
  /** How long an interaction's token can be used, in milliseconds. */
  tokenMs: 15 * 60 * 1000,
  /** Answers of 401, 403 or 429 in ten minutes, after which Discord bans the address. */
  invalidRequests: 10_000,
  invalidWindowMs: 10 * 60 * 1000,
} as const;
