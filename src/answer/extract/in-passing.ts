/** Words that a question says in passing, and that an answer need not hold. */
import type { AnalysedQuestion, QuestionTerm } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import type { Kin } from './kinship.ts';
import type { QuestionReading } from './term-part.ts';

/** From this strength on the file tells of it in other words. */
const TOLD = 0.8;

/** "Where was he taken after he was seized?": when it was, where the file tells of that at all. */
export function isInPassing(
  { position }: QuestionTerm,
  { tokens }: AnalysedQuestion,
  { kin, dossier }: { readonly kin: Kin; readonly dossier: Dossier },
): boolean {
  const isBehind = tokens.some(
    ({ folded }, at) =>
      at > 1 &&
      at + 1 < position &&
      /^(?:after|once|before)$/.test(folded) &&
      /^(?:he|she|they|it)$/.test(tokens[at + 1]?.folded ?? ''),
  );
  return isBehind && [...kin.words].some(([stem, strength]) => strength >= TOLD && dossier.stems.has(stem));
}

/** Tokens between a name and the "or" beside it: "the Grand Hotel or the White House". */
const CHOICE = 4;

/** "Rome or Oslo?" where the file knows Oslo: the other name need not be met. */
export function isAlternative(
  { role, position }: QuestionTerm,
  { tokens }: AnalysedQuestion,
  { covered }: QuestionReading,
): boolean {
  const or = tokens.findIndex(({ folded }, at) => folded === 'or' && Math.abs(at - position) <= CHOICE);
  if (role !== 'name' || or < 0) return false;
  const [from, to] = or > position ? [or + 1, or + CHOICE] : [or - CHOICE, or];
  return tokens.some((_, at) => at >= from && at < to && covered(at));
}
