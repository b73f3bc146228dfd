/** What Discord answers to whoever has made something. */
import { z } from 'zod';

const createdSchema = z.object({ id: z.string() });

/** The id of the message, thread or channel that was made. @throws ZodError for an answer without one */
export function createdId(response: unknown): string {
  return createdSchema.parse(response).id;
}
