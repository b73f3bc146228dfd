/** Settings of digests. */
import { expect, test } from 'vitest';
import { readCatchUpMs } from '../../src/digest/settings.ts';

test('the catch-up time is six hours unless set, and refused where it makes no sense', () => {
  expect(readCatchUpMs({})).toBe(6 * 3_600_000);
  expect(readCatchUpMs({ DIGEST_CATCH_UP_HOURS: '2' })).toBe(2 * 3_600_000);
  expect(() => readCatchUpMs({ DIGEST_CATCH_UP_HOURS: 'soon' })).toThrow('DIGEST_CATCH_UP_HOURS');
});
