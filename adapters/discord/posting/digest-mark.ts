/** The mark by which a digest is known again among the messages of a channel: a number on its container. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DiscordMessage } from '../render/render.ts';

/** The message with the mark of a digest's key on its container; Discord gives the number back. */
export function marked(message: DiscordMessage, key: string): DiscordMessage {
  const id = markOf(key);
  const components = message.components.map((container, at) => (at === 0 ? { ...container, id } : container));
  return { ...message, components };
}

/** What a mark is read from. */
export const markedSchema = z.object({
  components: z.array(z.object({ id: z.number().optional() })).default([]),
});

/** Whether a message has the mark of the key. */
export function hasMark({ components }: z.infer<typeof markedSchema>, key: string): boolean {
  const mark = markOf(key);
  return components.some(({ id }) => id === mark);
}

/** A number that Discord takes for a component, from 1 to 2³¹ - 1. */
function markOf(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) >>> 1 || 1;
}
