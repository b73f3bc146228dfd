/** The grouped source list. */
import { describe, expect, it } from 'vitest';
import { groupBySource } from '../../src/reply/source-list.ts';

const place = (number: number, id: string, topic = 'colombia') => ({
  number,
  topic,
  source: { id, headline: id },
  paragraph: number * 2,
});

describe('groupBySource', () => {
  it('lists each source once, in order of first mention, with the numbers of its places', () => {
    const listed = groupBySource([place(1, 'a'), place(2, 'b'), place(3, 'a')]);
    expect(listed.map(({ source, places }) => [source.id, places.map((each) => each.number)])).toEqual([
      ['a', [1, 3]],
      ['b', [2]],
    ]);
  });

  it('keeps sources of different topics apart, even under one id', () => {
    expect(groupBySource([place(1, 'a'), place(2, 'a', 'peru')])).toHaveLength(2);
  });

  it('is empty where nothing is cited', () => {
    expect(groupBySource([])).toEqual([]);
  });
});
