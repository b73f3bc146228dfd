/** Answers by extraction: the facts that answer best, in the desk's own sentences. */
import type { Topic } from '../../knowledge/schema.ts';
import type { SearchResult } from '../../retrieval/knowledge-index.ts';
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { Claim } from '../answer.ts';
import { type Dossier, dossierOf } from '../dossier.ts';
import { hasAmount } from './amounts.ts';
import { ANSWERED_FROM, answerability, ownVoicesFirst } from './answerable.ts';
import { type Asked, readAgainst } from './asked.ts';
import { type Assessment, assessAll } from './assess.ts';
import type { Candidate } from './candidate.ts';
import { coverageOf } from './coverage.ts';
import { isThin } from './faults.ts';
import type { Dictionaries, QuestionMeans } from './means.ts';
import { asksForOverview, overviewClaims } from './overview.ts';
import { plainClaims } from './plain.ts';
import { claimsOf } from './select.ts';
import { slotFill } from './slots.ts';

/** Claims that answer, best first, and how sure the engine is of the first, 0..1; no claims where none answers. */
export type Extraction = {
  readonly claims: readonly Claim[];
  readonly confidence: number;
  /** How much of what was typed the first claim meets, 0..1. */
  readonly met?: number;
  /** Ids of the facts and quotes nearest to the question, best first. */
  readonly near: readonly string[];
};

type Words = Dictionaries & {
  /** The part of the question that was typed, where the rest was filled in from the conversation: it must be met too. */
  readonly own?: AnalysedQuestion;
  /** What was typed of it, where the rest was filled in. */
  readonly typed?: AnalysedQuestion;
  /** A question whose sort of answer is wanted too. */
  readonly sort?: AnalysedQuestion;
  /** Ids of what was told in the conversation, and cannot answer again. */
  readonly without?: ReadonlySet<string> | undefined;
};

/** An overview answers any topic's question: one that something particular answers goes before it. */
const OVERVIEW = 0.5;
/** Ids told of as near. */
const NEAR = 8;

/** The answer of one topic to a question, from the hits of that topic. */
export function extractClaims({ question, hits }: SearchResult, topic: Topic, words: Words): Extraction {
  const dossier = dossierOf(topic);
  if (!dossier.curated) return plainClaims({ question, hits }, dossier);
  const means = { dossier, vectors: words.vectors };
  const asked = readAgainst(question, { dossier, ...words });
  if (asksForOverview(asked, dossier))
    return { claims: overviewClaims(dossier), confidence: OVERVIEW, near: [] };
  const ranked = ownVoicesFirst(assessAll(asked, hits, means), asked, dossier).filter(
    ({ candidate }) => !isTold(candidate, words.without),
  );
  const near = ranked.slice(0, NEAR).map(({ candidate }) => candidate.id);
  const confidence = answerability(asked, ranked, dossier);
  const [best] = ranked;
  if (!best || confidence < ANSWERED_FROM) return { claims: [], confidence: 0, near };
  if (words.own && !meetsOwn(readAgainst(words.own, { dossier, ...words }), best, dossier))
    return { claims: [], confidence: 0, near };
  if (words.sort && !holdsSort(readAgainst(words.sort, { dossier, ...words }), best, dossier))
    return { claims: [], confidence: 0, near };
  const met = words.typed ? shareMet(words.typed, best, { dossier, ...words }) : 0;
  return { claims: claimsOf(best, ranked, { asked, dossier }), confidence, near, met };
}

/** A quote is told with a fact of it. */
function isTold({ id, quote }: Candidate, told: Words['without']): boolean {
  return told !== undefined && (told.has(id) || (quote?.facts.some((fact) => told.has(fact)) ?? false));
}

function shareMet(typed: AnalysedQuestion, { candidate }: Assessment, means: QuestionMeans): number {
  return coverageOf(readAgainst(typed, means), candidate, means.dossier).share;
}

function meetsOwn(own: Asked, { candidate }: Assessment, dossier: Dossier): boolean {
  const hasContent =
    own.mentions.length > 0 || own.terms.some(({ part }) => part !== 'generic' && part !== 'type');
  return !hasContent || !isThin(coverageOf(own, candidate, dossier));
}

/** A date, a place, an amount: what any answer to the question has to hold. */
function holdsSort(asked: Asked, { candidate }: Assessment, dossier: Dossier): boolean {
  if (asked.slot === 'how-many')
    return candidate.fact?.kind === 'unknown' || hasAmount(candidate.reading.tokens);
  return (
    !/^(?:when|clock|where|money|measure|how-long)$/.test(asked.slot) ||
    slotFill(asked, candidate, dossier) > 0
  );
}
