/** "Until when?" after "is the bridge shut?": the last question asked anew with another beginning. */
import { analyseQuestion } from '../../retrieval/question.ts';

const AUXILIARY =
  /\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must)\b/iu;
const OPENS =
  /^(?:(?:by|to|for|with|at|in|on|from|since|until) )?(?:who|whom|when|where|why|how|what|which|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must)\b/iu;

/** "When was it?": its verb is the last question's. */
const TAIL =
  / (?:(?:was|is|did|were|are|will) (?:that|it|this|they|these|those)\b.*|(?:that|it|this) (?:was|is|happened)|not)$/iu;

/** A few words that ask, with what the last question said behind them; undefined where that cannot be told from how it was put. */
export function spliced(fragment: string, question: string): string | undefined {
  const at = question.search(AUXILIARY);
  if (at < 0 || !OPENS.test(question)) return undefined;
  const { kind, focus } = analyseQuestion(question);
  // "Who is preparing it?" asks for who does it, and says nothing without.
  if (kind === 'who') return undefined;
  const noun = focus && focus.start < at ? ` ${focus.surface}` : '';
  const strip = (text: string) => text.replace(/[\s?!.]+$/u, '');
  return `${strip(fragment).replace(TAIL, '')} ${strip(question.slice(at))}${noun}`;
}
