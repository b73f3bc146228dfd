/** Claims read out of a draft while it comes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClaims } from '../../../src/answer/openai/drafts.ts';
import { draftOf } from './stand-in.ts';

test('claims are the same however the text of a draft is cut', async () => {
  const text = fc.string({ minLength: 1 }).filter((value) => value.length > 0);
  const claims = fc.array(fc.record({ text, citations: fc.array(text, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(claims, fc.integer({ min: 1, max: 30 }), async (drafted, size) => {
      const whole = draftOf(drafted);
      const pieces = async function* () {
        for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size);
      };
      const read = [];
      for await (const claim of readClaims(pieces())) read.push(claim);
      expect(read).toEqual(drafted);
    }),
  );
});
