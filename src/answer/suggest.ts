/** Questions that the file can answer, for those whose own it cannot. */
import type { Found, Sources } from './find.ts';

/** Up to three questions. */
export function suggestQuestions(_found: Found, _sources: Sources): readonly string[] {
  return [];
}
