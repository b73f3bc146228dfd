/** Numbering citations: [2] means the same place in the text and in the source list. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citedIds, numberCitations, numberRuns } from '../../src/reply/citations.ts';
import { cite, type Reply, text } from '../../src/reply/reply.ts';
import { replyArbitrary } from './arbitrary.ts';

const source = { id: 'gazette', headline: 'Ferry stays in port' };
const about = (...ids: readonly string[]): Reply => ({
  blocks: [{ kind: 'paragraph', runs: ids.map(cite) }],
  references: [
    { id: 'a', topic: 'ferry', source, paragraph: 1 },
    { id: 'b', topic: 'ferry', source, paragraph: 1 },
    { id: 'c', topic: 'ferry', source, paragraph: 2 },
    { id: 'd', topic: 'strike', source, paragraph: 2 },
  ],
});

describe('citations', () => {
  test('are numbered in the order in which they are met', () => {
    expect([...numberCitations(about('c', 'a')).numbers]).toEqual([
      ['c', 1],
      ['a', 2],
    ]);
  });

  test('of one paragraph share a number, those of another topic do not', () => {
    const { numbers, places } = numberCitations(about('a', 'b', 'c', 'd'));
    expect([...numbers.values()]).toEqual([1, 1, 2, 3]);
    expect(places.map(({ topic }) => topic)).toEqual(['ferry', 'ferry', 'strike']);
  });

  test('of what is no reference are left out', () => {
    expect(numberCitations(about('nothing')).places).toEqual([]);
    expect(numberRuns([text('A.'), cite('nothing')], new Map())).toEqual([text('A.')]);
  });

  test('behind one sentence are one mark, ascending, each number once', () => {
    const numbers = new Map([
      ['a', 3],
      ['b', 1],
      ['c', 3],
    ]);
    expect(numberRuns([text('A.'), cite('a'), cite('b'), cite('c'), text('B.')], numbers)).toEqual([
      text('A.'),
      { kind: 'mark', numbers: [1, 3] },
      text('B.'),
    ]);
  });
});

test('whatever a reply holds, numbers run from 1 without a gap and lead to the place that was cited', () => {
  fc.assert(
    fc.property(replyArbitrary, (reply) => {
      const { numbers, places } = numberCitations(reply);
      expect(places.map(({ number }) => number)).toEqual(places.map((_, index) => index + 1));
      const cited = new Set(reply.blocks.flatMap(citedIds));
      for (const { id, source: from, topic, paragraph } of reply.references) {
        const place = places[(numbers.get(id) ?? 0) - 1];
        expect(place !== undefined).toBe(cited.has(id));
        if (place)
          expect([place.topic, place.source.id, place.paragraph]).toEqual([topic, from.id, paragraph]);
      }
    }),
  );
});
