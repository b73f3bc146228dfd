/** An answer of the model that is of use only when it is whole. */
import type { z } from 'zod';
import { ModelFailure } from './failure.ts';
import type { ModelRequest, Transport } from './transport.ts';

/** Asks the model and reads what it says by the schema. Fails with ModelFailure. */
export async function askForWhole<Schema extends z.ZodType>(
  transport: Transport,
  request: ModelRequest & { readonly schema: Schema },
): Promise<z.output<Schema>> {
  let text = '';
  for await (const piece of transport.stream(request)) text += piece;
  const read = request.schema.safeParse(parseJson(text));
  if (!read.success) throw new ModelFailure('invalid');
  return read.data;
}

/** @throws ModelFailure */
export function parseJson(text: string): unknown {
  if (text.trim() === '') throw new ModelFailure('empty');
  try {
    return JSON.parse(text);
  } catch {
    throw new ModelFailure('invalid');
  }
}
