/** Pairs of claims about one thing: one that has to pass and one that may not. */
import { describe, expect, test } from 'vitest';
import { verifyClaims } from '../../../src/answer/verify/verify.ts';
import { readTopic } from '../../eval/claims/corpus.ts';

/** A way of telling, a topic's file, the ids that are cited, a right claim and a wrong one. */
export type Pair = readonly [way: string, topic: string, ids: string, right: string, wrong: string];

/** Tests each pair. */
export const testPairs = (pairs: readonly Pair[]) =>
  describe('keeps to the fact', () => {
    const passes = (topic: string, ids: string, text: string) =>
      verifyClaims([{ text, citations: ids.split(' ') }], { topic: readTopic(`${topic}.yaml`) }).kept
        .length === 1;

    test.each(pairs)('in telling %s', (_way, topic, ids, right, wrong) => {
      expect([passes(topic, ids, right), passes(topic, ids, wrong)]).toEqual([true, false]);
    });
  });
