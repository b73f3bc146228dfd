/** Extraction from plain sentences: files without people, where only the ranking tells what answers. */
import { answerability } from '../../retrieval/answerability.ts';
import type { SearchResult } from '../../retrieval/knowledge-index.ts';
import { claimOf, quoteClaim } from '../claims.ts';
import type { Dossier } from '../dossier.ts';
import type { Extraction } from './extract.ts';

/** The right sentence is among the first three far more often than first; background is shown with its context. */
const MAX_CLAIMS = 3;

/**
 * From this answerability on, plain sentences are shown. On the public set it turns away 4% of the questions that can
 * be answered, and an abstention of what is off the subject is right in 85% (F1); 0.2 would turn away nine in ten off the subject but 13% of the answerable, 0.5 would be right most
 * often where half of the questions are traps, at the price of 58% of the answerable (`test/eval/squad.ts`).
 */
const SHOWN_FROM = 0.1;

/** The best-ranked sentences, or none where an answer is unlikely. */
export function plainClaims({ question, hits }: SearchResult, dossier: Dossier): Extraction {
  const confidence = answerability(question, hits);
  const near = hits.map(({ id }) => id);
  if (confidence < SHOWN_FROM) return { claims: [], confidence, near };
  const claims = hits.slice(0, MAX_CLAIMS).flatMap(({ id }) => {
    const fact = dossier.facts.get(id);
    const quote = dossier.quotes.get(id);
    return fact ? [claimOf(dossier.topic, fact)] : quote ? [quoteClaim(quote, dossier)] : [];
  });
  return { claims, confidence, near };
}
