/** Shows replies to messages: as a reply to the message, in its channel, thread or forum post. */
import { type REST, Routes } from 'discord.js';
import type { DiscordMessage } from '../render/render.ts';
import { createdId } from './created-id.ts';
import type { Outlet } from './deliver.ts';

/** The message that is answered, and where it stands. */
export type MessagePlace = {
  readonly rest: REST;
  readonly channel: string;
  /** The message that is answered. */
  readonly message: string;
  /** Hears the id of each message of the answer. */
  readonly onSent: (id: string) => Promise<void>;
};

/** An outlet below a message. A message that is sent twice, by two replicas or after a lost answer, stands there once. */
export function messageOutlet({ rest, channel, message, onSent }: MessagePlace): Outlet {
  let first: string | undefined;
  let sent = 0;
  const send = async (body: DiscordMessage): Promise<string> => {
    const response = await rest.post(Routes.channelMessages(channel), {
      body: {
        ...body,
        message_reference: { message_id: message, fail_if_not_exists: false },
        nonce: `${message}.${sent}`,
        enforce_nonce: true,
      },
    });
    sent += 1;
    const id = createdId(response);
    await onSent(id);
    return id;
  };
  return {
    acknowledge: async () => {
      await rest.post(Routes.channelTyping(channel));
    },
    makePrivate: () => Promise.resolve(),
    show: async (body) => {
      if (first === undefined) first = await send(body);
      else await rest.patch(Routes.channelMessage(channel, first), { body });
    },
    add: async (body) => {
      await send(body);
    },
  };
}
