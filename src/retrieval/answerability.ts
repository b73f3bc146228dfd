/** The chance that the best hit answers the question, from its support. */
import type { Hit } from './knowledge-index.ts';
import type { AnalysedQuestion } from './question.ts';

/** Below this the desk had better say that the file does not tell. */
export const ANSWERABLE_FROM = 0.5;

/** 0..1: how likely the first of the hits (as `search` returns them, best first) answers the question; 0 for no hits. */
export function answerability(_question: AnalysedQuestion, hits: readonly Hit[]): number {
  const support = hits[0]?.support;
  if (!support) return 0;
  const missing = support.unmet.filter(({ term }) => term.role === 'name' || term.role === 'number').length;
  const z = 4 * support.coverage - 1.5 - missing + (support.answerPresent ? 0.5 : -0.5);
  return 1 / (1 + Math.exp(-z));
}
