/** What the sentences around a candidate add to it: features of the re-ranking. */
import type { Look } from './look.ts';
import type { Sentence } from './sentence.ts';

/** What a term that is met one sentence further away counts. */
const FARTHER = 0.6;

/** The features of what stands around a candidate. */
export function ofSurroundings({ asked: { terms }, context, bm25, best }: Look) {
  const { sentence, before, after, ahead, behind } = context;
  const [nearest] = before;
  const sums = { idf: 0, before: 0, after: 0, betterAfter: 0, around: 0 };
  const names = { before: 0, around: 0 };
  const met = { before: 0, gained: 0 };
  for (let n = 0; n < terms.length; n += 1) {
    const planned = terms[n];
    const own = sentence.strengths[n] ?? 0;
    const behindIt = strengthIn(after, n);
    if (!planned) continue;
    const { idf, term } = planned;
    sums.idf += idf;
    sums.before += idf * Math.max(0, strengthBefore(before, n) - own);
    sums.after += idf * Math.max(0, behindIt - own);
    sums.betterAfter += idf * (behindIt - own);
    sums.around += idf * Math.max(own, strengthIn(before, n), behindIt);
    if (nearest?.matching.matches[n]) met.before += idf;
    met.gained += idf * Math.max(0, FARTHER * (nearest?.strengths[n] ?? 0) - own);
    if (term.role !== 'name' || sentence.matching.matches[n]) continue;
    const isBefore = isMetIn(before, n);
    if (isBefore) names.before += idf;
    if (isBefore || isMetIn(after, n)) names.around += idf;
  }
  const all = sums.idf || 1;
  const opening = sentence.read.words[0]?.folded ?? '';
  return {
    before: sums.before / all,
    after: sums.after / all,
    betterAfter: Math.max(0, sums.betterAfter / all),
    around: sums.around / all,
    namesBefore: names.before / all,
    namesAround: names.around / all,
    pronounBefore: PRONOUN.test(opening) ? met.before / all : 0,
    definiteBefore: DEFINITE.test(opening) ? met.gained / all : 0,
    last: Number(behind === 0),
    depth: ahead / (1 + ahead + behind),
    paragraph: Math.log(1 + ahead + behind),
    bm25: bm25 / (best.bm25 || 1),
    group: context.group / (best.group || 1),
    besideGroup: context.besideGroup / (best.group || 1),
  };
}

function strengthIn(sentences: readonly Sentence[], term: number): number {
  let best = 0;
  for (const { strengths } of sentences) best = Math.max(best, strengths[term] ?? 0);
  return best;
}

/** The nearest sentence comes first. */
function strengthBefore(sentences: readonly Sentence[], term: number): number {
  let best = 0;
  for (let n = 0; n < sentences.length; n += 1)
    best = Math.max(best, FARTHER ** (n + 1) * (sentences[n]?.strengths[term] ?? 0));
  return best;
}

function isMetIn(sentences: readonly Sentence[], term: number): boolean {
  return sentences.some(({ matching }) => matching.matches[term] !== undefined);
}

const PRONOUN = /^(?:he|she|it|they|this|these|his|her|its|their)$/;
const DEFINITE = /^(?:the|this|these|that|such)$/;
