/**
 * Messages that Discord does not take now: an app that a person brought along may add five to an answer. The others wait
 * behind a button, whose press is an interaction of its own.
 */
import { type APIContainerComponent, ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import type { Keyv } from 'keyv';
import { z } from 'zod';
import { longTextKey } from '../custom-id.ts';
import type { DiscordMessage } from '../render/render.ts';

/** How long the rest of an answer can be called up, in milliseconds. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** What the custom id of the button begins with. */
const MARK = '+';

/** The messages that can be shown now, the last of them a button for the rest where there is one. */
export async function holdBack(
  messages: readonly DiscordMessage[],
  mostFurther: number | undefined,
  kept: Keyv,
): Promise<readonly DiscordMessage[]> {
  if (mostFurther === undefined || messages.length <= mostFurther + 1) return messages;
  const rest = JSON.stringify(messages.slice(mostFurther));
  const id = MARK + longTextKey(rest);
  await kept.set(id, rest, KEPT_MS);
  return [...messages.slice(0, mostFurther), button(id)];
}

function button(id: string): DiscordMessage {
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Show the rest', custom_id: id },
        ],
      },
    ],
  };
  return {
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    components: [container],
    allowed_mentions: { parse: [], replied_user: false },
  };
}

/** Written by `holdBack` alone; the shape is checked so that nothing else in the store is ever sent. */
const heldSchema = z.array(
  z.object({
    flags: z.number(),
    components: z.array(z.custom<APIContainerComponent>((value) => isContainer(value))),
  }),
);

function isContainer(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === ComponentType.Container
  );
}

/** The messages behind a button of `holdBack`. Undefined where it is none, or they are not kept any more. */
export async function readHeldBack(
  customId: string,
  kept: Keyv,
): Promise<readonly DiscordMessage[] | undefined> {
  if (!customId.startsWith(MARK)) return undefined;
  const stored: unknown = await kept.get(customId);
  if (typeof stored !== 'string') return undefined;
  return heldSchema
    .parse(JSON.parse(stored))
    .map((message) => ({ ...message, allowed_mentions: { parse: [], replied_user: false } }));
}
