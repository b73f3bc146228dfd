/** Answers by extraction: the facts that answer best, in the desk's own sentences. */
import type { Topic } from '../../knowledge/schema.ts';
import type { Hit, SearchResult } from '../../retrieval/knowledge-index.ts';
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import type { Claim } from '../answer.ts';
import { type Dossier, dossierOf } from '../dossier.ts';
import { type Asked, readAgainst } from './asked.ts';
import { type Assessment, assess, refine } from './assess.ts';
import { candidatesOf } from './candidate.ts';
import { asksForOverview, overviewClaims } from './overview.ts';
import { plainClaims } from './plain.ts';
import { claimsOf } from './select.ts';

/** Claims that answer, best first, and how sure the engine is of the first, 0..1; no claims where none answers. */
export type Extraction = {
  readonly claims: readonly Claim[];
  readonly confidence: number;
  /** Ids of the facts and quotes nearest to the question, best first. */
  readonly near: readonly string[];
};

type Means = {
  readonly wordnet: WordNet;
  /** The part of the question that was typed, where the rest was filled in from the conversation: it must be met too. */
  readonly own?: AnalysedQuestion;
};

/** The answer of one topic to a question, from the hits of that topic. */
export function extractClaims({ question, hits }: SearchResult, topic: Topic, means: Means): Extraction {
  const dossier = dossierOf(topic);
  if (!dossier.curated) return plainClaims({ question, hits }, dossier);
  const { wordnet, own } = means;
  const asked = readAgainst(question, { dossier, wordnet });
  if (asksForOverview(asked, dossier))
    return { claims: overviewClaims(dossier), confidence: OVERVIEW, near: [] };
  const ranked = assessAll(asked, hits, dossier);
  const near = ranked.slice(0, NEAR).map(({ candidate }) => candidate.id);
  const nothing = { claims: [], confidence: 0, near };
  const best = ranked.find(({ blocked }) => !blocked) ?? standout(ranked);
  if (!best || contradicted(best, ranked)) return nothing;
  if (own && !meetsOwn(readAgainst(own, { dossier, wordnet }), best, dossier)) return nothing;
  return {
    claims: claimsOf(best, ranked, { asked, dossier }),
    confidence: Math.min(1, best.coverage.share),
    near,
  };
}

/** An overview answers any topic's question: one that something particular answers goes before it. */
const OVERVIEW = 0.5;
/** Ids told of as near. */
const NEAR = 8;

function meetsOwn(own: Asked, { candidate }: Assessment, dossier: Dossier): boolean {
  const hasContent =
    own.mentions.length > 0 || own.terms.some(({ part }) => part !== 'generic' && part !== 'type');
  return !hasContent || !assess(own, candidate, dossier).faults.includes('thin');
}

/** A fact that alone shares the telling words of a question answers it in other words. */
const ALONE = 0.3;
const ENOUGH_ALONE = 0.4;

function standout(ranked: readonly Assessment[]): Assessment | undefined {
  const [first, second] = [...ranked].sort((a, b) => b.coverage.share - a.coverage.share);
  if (!first || first.coverage.share < ENOUGH_ALONE) return undefined;
  if (first.coverage.share - (second?.coverage.share ?? 0) < ALONE) return undefined;
  const literal = first.coverage.strengths.some((strength) => strength === 1);
  return literal && first.faults.every((fault) => fault === 'thin') ? first : undefined;
}

/** How much better another fact may fit before it shows that the question got who or how many wrong. */
const BETTER = 0.15;

/** Where the fact that fits best says something else, a worse one must not be given to agree with the question. */
function contradicted(best: Assessment, ranked: readonly Assessment[]): boolean {
  return ranked.some(
    ({ coverage, faults }) =>
      coverage.share >= best.coverage.share + BETTER &&
      faults.length > 0 &&
      faults.every((fault) => fault === 'role' || fault === 'person' || fault === 'number'),
  );
}

/** Candidates whose sentences are read for who does what: only those near the top can be the answer. */
const READ_CLOSELY = 10;

/** Every candidate judged, best first. */
function assessAll(asked: Asked, hits: readonly Hit[], dossier: Dossier): readonly Assessment[] {
  const byScore = (a: Assessment, b: Assessment) => b.score - a.score;
  const judged = candidatesOf(hits, dossier)
    .map((candidate) => assess(asked, candidate, dossier))
    .sort(byScore);
  const close = judged.slice(0, READ_CLOSELY).map((assessment) => refine(assessment, asked, dossier));
  return [...close, ...judged.slice(READ_CLOSELY)].sort(byScore);
}
