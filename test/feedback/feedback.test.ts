/** Votes on answers: one for each person, changeable, without names. */
import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { answerId, keepVote } from '../../src/feedback/feedback.ts';
import { openStorage } from '../../src/storage/open-storage.ts';

const answer: Answer = {
  schema: 1,
  question: 'Who called?',
  status: 'abstained',
  engine: 'extractive',
  claims: [],
  sources: [],
  suggestions: [],
};

test('the same answer to the same question has the same short id', () => {
  expect(answerId({ ...answer })).toBe(answerId(answer));
  expect(answerId({ ...answer, question: 'Who rang?' })).not.toBe(answerId(answer));
  expect(answerId(answer)).toMatch(/^[\w-]{16}$/);
});

test('a second vote of the same person replaces the first; another person’s stands beside it', async () => {
  const storage = await openStorage({ memory: true });
  const votes = storage.store('votes');
  const kept = new Map<string, unknown>();
  const set = votes.set.bind(votes);
  votes.set = (key: string, value: unknown, ttl?: number) => {
    kept.set(key, value);
    return set(key, value, ttl);
  };
  await keepVote(votes, { answer: 'a', voter: 'discord:42', helpful: true });
  await keepVote(votes, { answer: 'a', voter: 'discord:42', helpful: false, reason: 'x'.repeat(5000) });
  await keepVote(votes, { answer: 'a', voter: 'slack:42', helpful: true });
  expect([...kept.values()]).toEqual([{ helpful: false, reason: 'x'.repeat(1000) }, { helpful: true }]);
  for (const [key, value] of kept) expect(await votes.get(key)).toEqual(value);
  expect([...kept.keys()].join()).not.toContain('discord:42');
});
