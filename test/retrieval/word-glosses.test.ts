import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWordGlosses, encodeWordGlosses, openWordGlosses } from '../../src/retrieval/word-glosses.ts';
import { openWordVectors } from '../../src/retrieval/word-vectors.ts';

const vectors = openWordVectors();
const glosses = openWordGlosses();
const explained = (word: string, by: string) => {
  const { words, weights } = glosses.explainedBy(vectors.numberOf(by) ?? -1);
  return weights[words.indexOf(vectors.numberOf(word) ?? -1)] ?? 0;
};

describe('word glosses', () => {
  it('tell by which words a dictionary explains a word, but not the other way round', () => {
    expect(explained('frigate', 'warship')).toBe(100);
    expect(explained('seine', 'river')).toBe(100);
    expect(explained('river', 'seine')).toBe(0);
  });

  it('take any form of the explaining word', () => {
    expect(explained('abbot', 'monks')).toBe(100);
    expect(explained('abbot', 'monk')).toBe(100);
  });

  it('tell nothing of what does not explain a word', () => {
    expect(explained('frigate', 'river')).toBe(0);
  });

  it('come back from their file', () => {
    const explained = fc.record({ word: fc.nat(20), weight: fc.constantFrom(0.49, 0.7, 1) });
    const family = fc.record({ head: fc.nat(20), explains: fc.array(explained, { maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(family, { minLength: 21, maxLength: 21 }), (families) => {
        const read = decodeWordGlosses(encodeWordGlosses(families));
        expect(read.size()).toBe(21);
        families.forEach(({ head }, number) => {
          const { words, weights } = read.explainedBy(number);
          const found = [...words].map((word, n) => ({ word, weight: (weights[n] ?? 0) / 100 }));
          expect(found).toEqual(families[head]?.explains);
        });
      }),
    );
  });
});
