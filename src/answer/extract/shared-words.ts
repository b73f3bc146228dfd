/** How much of a question and of a sentence meet by their words. */
import type { Fact } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import { type Token, tokenise } from '../../retrieval/tokens.ts';
import type { Asked } from './asked.ts';
import { isTelling } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import type { Coverage } from './coverage.ts';
import { kinshipOf } from './kinship.ts';

/** One word alone tells nothing of a subject as a whole. */
export function breadth({ terms }: Asked): number {
  const telling = terms.filter(isTelling).length;
  return telling === 0 ? 0 : 1 - 1 / telling;
}

/** Share of the question's telling words that stand there as they are, the rarer the more. */
export function exactShare({ terms }: Asked, { strengths }: Coverage): number {
  const telling = terms.flatMap((term, at) => (isTelling(term) ? [{ term, met: strengths[at] === 1 }] : []));
  const all = telling.reduce((sum, { term }) => sum + term.rarity, 0);
  return all > 0 ? telling.reduce((sum, { term, met }) => sum + (met ? term.rarity : 0), 0) / all : 0;
}

/** Share of the question's neighbouring words that stand side by side here too. */
export function pairShare({ question: { terms } }: Asked, { reading: { tokens } }: Candidate): number {
  let pairs = 0;
  let met = 0;
  for (const [at, term] of terms.entries()) {
    const next = terms[at + 1];
    if (next?.position !== term.position + 1) continue;
    pairs += 1;
    const isMet = ({ stem }: Token, place: number) =>
      stem === term.stem && tokens[place + 1]?.stem === next.stem;
    if (tokens.some(isMet)) met += 1;
  }
  return pairs > 0 ? met / pairs : 0;
}

/** How much of the sentence the question accounts for: one that says much else is about something else. */
export function accountedShare(asked: Asked, { reading: { words } }: Candidate): number {
  const sum = words.reduce((total, word) => total + asked.accountsFor(word), 0);
  return words.length > 0 ? sum / words.length : 0;
}

/** From this strength on a keyword was given for the question's word. */
const SAME = 0.8;

/** Share of the question's words that the curator thought of. */
export function keyedShare({ terms }: Asked, { fact }: Candidate): number {
  const stems = fact ? keywordStems(fact) : [];
  const telling = stems.length > 0 ? terms.filter(isTelling) : [];
  const strengths = telling.map((term) => Math.max(0, ...stems.map((stem) => kinshipOf(term, { stem }))));
  return (
    strengths.reduce((sum, strength) => sum + (strength >= SAME ? strength : 0), 0) /
    Math.max(1, telling.length)
  );
}

const keywordStems = oncePer(({ keywords }: Fact) =>
  keywords.flatMap((keyword) => tokenise(keyword).map(({ stem }) => stem)),
);

/** What a sentence begins with is what it is about: how near its beginning the question's words stand. */
export function topicality({ terms }: Asked, { reading }: Candidate): number {
  const places = terms
    .filter(isTelling)
    .map(({ stem }) => reading.tokens.findIndex((token) => token.stem === stem))
    .filter((place) => place >= 0);
  return places.length === 0 ? 0 : 1 - Math.min(...places) / reading.tokens.length;
}
