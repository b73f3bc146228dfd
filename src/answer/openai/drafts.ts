/** What the model is asked to return, and how its claims are read while they stream in. */
import { z } from 'zod';
import { type Claim, claimSchema } from '../answer.ts';
import { ModelFailure } from './failure.ts';
import { parseJson } from './read-whole.ts';

/** The structured output: claims with ids, or "the file does not say". */
export const draftSchema = z.object({
  status: z.enum(['answered', 'file_does_not_say']),
  claims: z.array(
    z.object({
      text: z.string().describe('one sentence of the answer, in plain text'),
      citations: z.array(z.string()).describe('ids of the facts and quotes that bear it out, best first'),
    }),
  ),
});

/** More claims than an answer can need; what comes after is not read. */
const MOST_CLAIMS = 12;
/** A longer sentence is no sentence. In UTF-16 units. */
const LONGEST_CLAIM = 1200;

/** Reads a draft as its text comes in, and yields each claim when it is complete. @throws ModelFailure */
export async function* readClaims(pieces: AsyncIterable<string>): AsyncGenerator<Claim, void, undefined> {
  let text = '';
  let seen = 0;
  let yielded = 0;
  for await (const piece of pieces) {
    text += piece;
    const complete = completeClaims(text);
    for (const json of complete.slice(seen)) {
      seen += 1;
      const claim = parseClaim(json);
      if (claim && yielded < MOST_CLAIMS) {
        yielded += 1;
        yield claim;
      }
    }
  }
  finish(text, yielded);
}

/** Checks the whole draft once it is there. */
function finish(text: string, yielded: number): void {
  const draft = draftSchema.safeParse(parseJson(text));
  if (!draft.success) throw new ModelFailure('invalid');
  if (draft.data.status === 'answered' && yielded === 0) throw new ModelFailure('empty');
}

/** A claim without text or ids is nothing to show; the verifier would drop it. */
function parseClaim(json: string): Claim | undefined {
  const parsed = claimSchema.safeParse(parseJson(json));
  return parsed.success && parsed.data.text.length <= LONGEST_CLAIM ? parsed.data : undefined;
}

/** The objects of the array "claims" that are complete so far, as JSON. */
function completeClaims(text: string): readonly string[] {
  const opening = /"claims"\s*:\s*\[/.exec(text);
  if (!opening) return [];
  const found: string[] = [];
  let depth = 0;
  let start = -1;
  let inString = false;
  for (let at = opening.index + opening[0].length; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' && depth++ === 0) start = at;
    else if (char === '}' && --depth === 0) found.push(text.slice(start, at + 1));
    else if (char === ']' && depth === 0) break;
  }
  return found;
}
