/** The channel of somebody's direct messages. */
import { type REST, Routes } from 'discord.js';
import { createdId } from './created-id.ts';

/** Its id; Discord opens it where there is none yet. @throws what REST throws */
export async function openDirectChannel(rest: REST, user: string): Promise<string> {
  return createdId(await rest.post(Routes.userChannels(), { body: { recipient_id: user } }));
}
