import { describe, expect, it } from 'vitest';
import { createThesaurus } from '../../src/retrieval/thesaurus.ts';
import { openWordNet } from '../../src/retrieval/wordnet.ts';

const wordnet = openWordNet();

describe('WordNet', () => {
  it('lists words of like meaning, of the same family and of opposite meaning', () => {
    expect(wordnet.related('calls')).toContainEqual({
      word: 'phone',
      relation: 'synonym',
      sense: 2,
      pos: 'verb',
    });
    expect(
      wordnet.related('died').some(({ word, relation }) => word === 'death' && relation === 'family'),
    ).toBe(true);
    expect(
      wordnet.related('kill').some(({ word, relation }) => word === 'die' && relation === 'consequence'),
    ).toBe(true);
    expect(
      wordnet.related('large').some(({ word, relation }) => word === 'small' && relation === 'opposite'),
    ).toBe(true);
  });

  it('knows the parts of speech of inflected words', () => {
    expect(wordnet.partsOf('stopped')).toContain('verb');
    expect(wordnet.partsOf('cities')).toEqual(['noun']);
  });

  it('knows what a thing is a kind of', () => {
    const [place = -1] = wordnet.meanings('location');
    expect(wordnet.kinds('wales').has(place)).toBe(true);
    expect(wordnet.kinds('sincerity').has(place)).toBe(false);
  });

  it('says nothing of words that it does not list', () => {
    for (const word of ['', 'zzxqy', '🦑', 'ведро', ' ']) {
      expect(wordnet.related(word)).toEqual([]);
      expect(wordnet.partsOf(word)).toEqual([]);
      expect(wordnet.kinds(word).size).toBe(0);
    }
  });

  it('gives the degrees of an opposite', () => {
    expect([...createThesaurus(wordnet).opposites('largest')]).toEqual(['small', 'smaller', 'smallest']);
  });
});
