/** Extraction from plain sentences: files without people, where only the ranking tells what answers. */
import { answerability, ON_SUBJECT_FROM, onSubject } from '../../retrieval/answerability.ts';
import type { SearchResult } from '../../retrieval/knowledge-index.ts';
import { claimOf, quoteClaim } from '../claims.ts';
import type { Dossier } from '../dossier.ts';
import type { Extraction } from './extract.ts';

/** The right sentence is among the first three far more often than first; background is shown with its context. */
const MAX_CLAIMS = 3;

/** The best-ranked sentences, or none where the question is off the subject. */
export function plainClaims({ question, hits }: SearchResult, dossier: Dossier): Extraction {
  const confidence = answerability(question, hits);
  const near = hits.map(({ id }) => id);
  if (onSubject(hits) < ON_SUBJECT_FROM) return { claims: [], confidence, near };
  const claims = hits.slice(0, MAX_CLAIMS).flatMap(({ id }) => {
    const fact = dossier.facts.get(id);
    const quote = dossier.quotes.get(id);
    return fact ? [claimOf(dossier.topic, fact)] : quote ? [quoteClaim(quote, dossier)] : [];
  });
  return { claims, confidence, near };
}
