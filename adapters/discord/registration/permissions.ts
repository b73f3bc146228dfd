/** The permissions that the bot asks for, under the names that Discord shows. */
import { PermissionFlagsBits } from 'discord.js';

/** Seeing where it was asked, answering there and in threads, and replying to a message. */
export const PERMISSIONS = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;
