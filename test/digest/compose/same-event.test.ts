/** When two facts are one event. */
import { describe, expect, test } from 'vitest';
import { tellOnce, tellsSameEvent } from '../../../src/digest/compose/same-event.ts';
import type { Fact } from '../../../src/knowledge/schema.ts';
import { makeTopic } from '../topic.ts';

const event = (text: string, date?: string): Fact => {
  const [fact] = makeTopic({
    facts: [{ id: 'f', kind: 'event', text, ...(date ? { date } : {}) }],
    summary: [],
  }).facts;
  if (!fact) throw new Error('no fact');
  return fact;
};
const voiced = (kind: 'statement' | 'denial', attributedTo: string, text: string): Fact => {
  const [fact] = makeTopic({ facts: [{ id: 'f', kind, attributedTo, text }], summary: [] }).facts;
  if (!fact) throw new Error('no fact');
  return fact;
};

describe('two facts are one event', () => {
  test.each([
    [
      'the same words in another order',
      'The court fined the bank on Monday.',
      'On Monday the bank was fined by the court.',
    ],
    [
      'one says more',
      'The court fined the bank over money laundering.',
      'The court fined the bank 3 million euros over money laundering.',
    ],
  ])('%s', (_title, one, other) => {
    expect(tellsSameEvent(event(one), event(other))).toBe(true);
  });
});

describe('two facts are two events', () => {
  test.each([
    ['other numbers', 'The strike hit 30 boats at sea.', 'The strike hit 31 boats at sea.'],
    ['one denies', 'The bank paid the fine in full.', 'The bank has not paid the fine in full.'],
    ['other things', 'The court fined the bank on Monday.', 'The mayor opened the bridge on Monday.'],
    ['few words', 'A ship left.', 'A ship sank.'],
  ])('%s', (_title, one, other) => {
    expect(tellsSameEvent(event(one), event(other))).toBe(false);
  });

  test('other days', () => {
    const text = 'The volcano threw ash over the valley.';
    expect(tellsSameEvent(event(text, '2026-01-05'), event(text, '2026-01-06'))).toBe(false);
    expect(tellsSameEvent(event(text, '2026-01'), event(text, '2026-01-06'))).toBe(true);
  });

  test('other voices', () => {
    const text = 'The new law will lower the price of bread.';
    expect(tellsSameEvent(voiced('statement', 'union', text), voiced('statement', 'mayor', text))).toBe(
      false,
    );
    expect(tellsSameEvent(voiced('statement', 'union', text), event(text))).toBe(false);
  });
});

test('the fullest telling is printed in the place of the first', () => {
  const [short, long, other] = [
    event('The court fined the bank over money laundering.'),
    event('The court in Oslo fined the bank over money laundering.'),
    event('The mayor opened the new bridge.'),
  ].map((fact) => ({ fact }));
  const told = tellOnce([short, other, long].flatMap((each) => each ?? []));
  expect(told.map((each) => each.told)).toEqual([long, other]);
  expect(told[0]?.all).toHaveLength(2);
});
