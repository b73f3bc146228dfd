/** /ask shows an answer while it grows. */
import { expect, test } from 'vitest';
import type { Reply } from '../../src/reply/reply.ts';
import { realDesk } from '../adapters/terminal/desk.ts';
import { runOn } from './running.ts';

test('an answer grows claim by claim, and ends as it grew', async () => {
  const grown: Reply[] = [];
  const options = { question: 'how long was the call?' };
  const onPartial = (reply: Reply) => void grown.push(reply);
  const reply = await runOn(await realDesk(), 'ask', options, { onPartial });
  expect(grown.length).toBeGreaterThan(0);
  expect(reply.blocks[0]).toEqual(grown.at(-1)?.blocks[0]);
});
