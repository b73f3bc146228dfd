/** Words that say something of their own, though their stem is that of one that says next to nothing. */
import type { AnalysedQuestion, QuestionTerm } from '../../retrieval/question.ts';

/** "Pleased" shares its stem with "please", "like" with "likely". */
const OWN_WORD =
  /^(?:liked|likes|pleased|pleasing|pleasure|issued|issuing|questioned|questioning|rights|useful|backed|backing)$/;

/** Whether a word of a question is such a one. */
export function isOwnWord({ folded, position }: QuestionTerm, { tokens }: AnalysedQuestion): boolean {
  const isVerb =
    folded === 'like' &&
    tokens.slice(0, position).some((token) => /^(?:do|does|did|dont|didnt|doesnt|to)$/.test(token.folded));
  const isBacking =
    folded === 'back' &&
    /^(?:do|does|did|will|would|to)$/.test(tokens[0]?.folded ?? '') &&
    /^(?:the|an?|his|her|their|its|this|that)$/.test(tokens[position + 1]?.folded ?? '');
  return isVerb || isBacking || OWN_WORD.test(folded);
}
