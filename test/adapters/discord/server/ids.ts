/** Snowflakes and fixed ids of the loopback Discord. */

const EPOCH_MS = 1_420_070_400_000;
let increment = 0;

/** A new id whose time is now. */
export function snowflake(): string {
  increment = (increment + 1) % 4096;
  return String((BigInt(Date.now() - EPOCH_MS) << 22n) | BigInt(increment));
}

/** The bot, its application and a world around it. */
export const ids = {
  bot: '900000000000000001',
  guild: '800000000000000001',
  channel: '700000000000000001',
  thread: '700000000000000002',
  forum: '700000000000000003',
  direct: '700000000000000004',
  user: '600000000000000001',
  otherUser: '600000000000000002',
} as const;

/** The bot as the API gives a user. */
export const botUser = {
  id: ids.bot,
  username: 'briefdesk',
  discriminator: '0',
  avatar: null,
  bot: true,
  global_name: null,
} as const;

export const TOKEN = 'OTAwMDAwMDAwMDAwMDAwMDAx.loopback.token';
