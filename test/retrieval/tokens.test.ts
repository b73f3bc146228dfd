import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemOf, tokenise } from '../../src/retrieval/tokens.ts';
import { anyString } from './topics.ts';

const folded = (text: string) => tokenise(text).map((token) => token.folded);

describe('tokens', () => {
  it('drop accents, dots of abbreviations and possessive endings', () => {
    expect(folded("Bogotá's U.S. embassy didn’t open")).toEqual(['bogota', 'us', 'embassy', 'didn', 'open']);
  });

  it('keep numbers whole', () => {
    expect(folded('1,000 boats, 4.5 per cent, the 1990s')).toEqual([
      '1000',
      'boats',
      '4.5',
      'per',
      'cent',
      'the',
      '1990s',
    ]);
  });

  it('share a stem with their irregular and inflected forms', () => {
    expect(stemOf('fought')).toBe(stemOf('fights'));
    expect(stemOf('women')).toBe(stemOf('woman'));
    expect(stemOf('thirty')).toBe(stemOf('30'));
  });

  it('stand in the text where they say', () => {
    fc.assert(
      fc.property(anyString(200), (text) => {
        for (const { surface, start } of tokenise(text)) expect(text.startsWith(surface, start)).toBe(true);
      }),
    );
  });
});
