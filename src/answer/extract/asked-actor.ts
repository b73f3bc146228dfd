/** Who does it, asked for by what they are. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import { stemOf } from '../../retrieval/tokens.ts';
import type { AskedTerm } from './asked-terms.ts';
import { PERSON_NOUNS } from './vocabulary.ts';

/** Where the word for them stands: "which country", "what officials"; -1 where nobody is asked for so. */
export function askedActor(
  terms: readonly AskedTerm[],
  { kind, tokens }: Pick<AnalysedQuestion, 'kind' | 'tokens'>,
): number {
  const wh = tokens.findIndex(({ folded }) => /^(?:which|what)$/.test(folded));
  const actor = terms.find(({ position }) => position > wh && position <= wh + 2);
  return /^(?:which|what)$/.test(kind) && actor && isActing(actor) ? actor.position : -1;
}

const isActing = ({ part, sort, stem }: AskedTerm) =>
  (part === 'focus' && sort?.people !== undefined) || PERSON_NOUNS.has(stem) || stem === COUNTRY;
const COUNTRY = stemOf('country');
