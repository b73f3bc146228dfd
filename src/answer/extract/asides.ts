/** What a sentence says only in passing: "after the phone call" in a sentence about talks. */
import { oncePer } from '../../once-per.ts';
import type { Asked } from './asked.ts';
import { isTelling } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import { type Coverage, isMetBy, MET } from './coverage.ts';

const OPENS_ASIDE =
  /^(?:after|before|since|during|while|when|until|amid|despite|following|although|though|if|once|because|as)$/;

/** Share of the question's met words that stand in an adjunct of time, cause or condition alone, 0..1. */
export function asideShare({ terms }: Asked, candidate: Candidate, { strengths }: Coverage): number {
  const { tokens } = candidate.reading;
  const inAside = asidesOf(candidate);
  let met = 0;
  let aside = 0;
  for (const [at, term] of terms.entries()) {
    if (!isTelling(term) || (strengths[at] ?? 0) < MET) continue;
    met += term.rarity;
    const places = tokens.flatMap((token, place) => (isMetBy(term, token) ? [place] : []));
    if (places.length > 0 && places.every((place) => inAside[place])) aside += term.rarity;
  }
  return met > 0 ? aside / met : 0;
}

/** For each token whether it stands in an adjunct, which ends at a comma. */
const asidesOf = oncePer(({ fact, quote, reading }: Candidate): readonly boolean[] => {
  const { text } = fact ?? quote ?? { text: '' };
  let isInside = false;
  return reading.tokens.map(({ folded, start }, at) => {
    const before = reading.tokens[at - 1];
    const between = before ? text.slice(before.start + before.surface.length, start) : '';
    if (/[,;:.]/.test(between)) isInside = false;
    if (OPENS_ASIDE.test(folded)) isInside = true;
    return isInside;
  });
});
