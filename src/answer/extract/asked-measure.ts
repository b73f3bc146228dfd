/** What a measure that is asked for has to look like. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import type { Mention } from './mentions.ts';
import { MEASURES, OF_AGE } from './vocabulary.ts';

/** What a measure has to look like where one is asked for: metres for "how tall". */
export function measureOf(
  question: AnalysedQuestion,
  mentions: readonly Mention[],
  { people }: Dossier,
): RegExp | undefined {
  const how = howWord(question);
  const isPerson = mentions.some(({ ids }) => ids.some((id) => people.get(id)?.kind === 'person'));
  return how === 'old' && isPerson ? OF_AGE : MEASURES.get(how);
}

/** The word behind "how"; "often" for "how many times". */
export function howWord({ tokens }: AnalysedQuestion): string {
  const how = tokens.findIndex(({ folded }) => folded === 'how');
  const [first = '', second = ''] = how < 0 ? [] : tokens.slice(how + 1).map(({ folded }) => folded);
  return first === 'many' && second === 'times' ? 'often' : first;
}
