/** The budget of invalid requests. */
import { describe, expect, it } from 'vitest';
import { InvalidRequestBudgetError, withinBudget } from '../../../adapters/discord/budget.ts';

const answering =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    Promise.resolve(new Response(null, { status, headers }));

describe('withinBudget', () => {
  it('stops before the ten thousandth refusal in ten minutes, and goes on when there is room again', async () => {
    let now = 0;
    const send = withinBudget(answering(403), () => now);
    let sent = 0;
    const failure = await (async () => {
      for (; sent < 10_000; sent += 1) await send('http://x', {});
    })().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidRequestBudgetError);
    expect(sent).toBeLessThan(10_000);
    now += 10 * 60 * 1000 + 10_000;
    expect((await send('http://x', {})).status).toBe(403);
  });

  it.each([
    ['an answer', 200, {}],
    ['something that is not there', 404, {}],
    ['a limit that others used up', 429, { 'x-ratelimit-scope': 'shared' }],
  ])('does not count %s', async (_what, status, headers) => {
    const send = withinBudget(answering(status, headers), () => 0);
    for (let count = 0; count < 10_001; count += 1) await send('http://x', {});
  });
});
