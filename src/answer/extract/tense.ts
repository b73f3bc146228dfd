/** Whether a question and a sentence are both of what is to come, or both of what was. */
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';

const ASKS_FUTURE = /^(?:will|going|next|gonna|would|upcoming|planned|plans?|soon|expected|yet)$/;
const ASKS_PAST = /^(?:did|was|were|had|happened)$/;
const TELLS_FUTURE =
  /\b(?:will|would|(?:is|are|was|were) to (?!the\b|a\b)[a-z]+|expected|plans? to|planned|scheduled|due|intends?|next|looks? forward|has (?:not|given no)|have not|not known|unknown|no date)\b/iu;

/** `futureMet`: both are of what is to come or not yet known; `futureMissed`: only the question is; `futureForPast`: only the sentence. */
export type Tense = Readonly<Record<'futureMet' | 'futureMissed' | 'futureForPast', number>>;

/** Compares the tenses. */
export function tenseOf({ question: { tokens } }: Asked, { fact, quote }: Candidate): Tense {
  const asked = tokens.some(({ folded }) => ASKS_FUTURE.test(folded));
  const past = !asked && tokens.some(({ folded }) => ASKS_PAST.test(folded));
  const told = TELLS_FUTURE.test((fact ?? quote)?.text ?? '');
  return {
    futureMet: Number(asked && told),
    futureMissed: Number(asked && !told),
    futureForPast: Number(past && told),
  };
}
