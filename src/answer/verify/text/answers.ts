/** "Yes," and "No," in front of what answers a question. */
import { isDenial, isNegator } from '../lexicon/operators.ts';
import type { Statement } from './statements.ts';

type Answer = 'yes' | 'no';

/** A sentence without its "Yes," or "No,", and which of them it has. */
export function splitAnswer(text: string): { readonly answer?: Answer; readonly text: string } {
  const [opening = '', word = '', first = ''] = /^(Yes|No)[,.:;] (\S)/.exec(text) ?? [];
  if (opening === '') return { text };
  const rest = text.slice(opening.length - first.length);
  return { answer: word === 'Yes' ? 'yes' : 'no', text: rest.charAt(0).toUpperCase() + rest.slice(1) };
}

/** Which of the two may stand before a statement: "no" before one that denies something, and before no other. */
export const answerOf = ({ words }: Statement): Answer =>
  words.some((word) => !word.quoted && (isNegator(word) || isDenial(word))) ? 'no' : 'yes';
