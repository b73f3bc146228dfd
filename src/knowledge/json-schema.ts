/** The knowledge file's schema as JSON Schema, so that editors complete and check what curators write. */
import { z } from 'zod';
import { topicFileSchema } from './schema.ts';

/** JSON Schema (2020-12) of what may be written in a knowledge file. */
export function topicJsonSchema(): object {
  return z.toJSONSchema(topicFileSchema, { io: 'input', unrepresentable: 'any' });
}
