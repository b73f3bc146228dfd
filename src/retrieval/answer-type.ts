/** Whether a text holds a thing of the type asked for, outside the words that the question already gives. */
import type { AnalysedQuestion } from './question.ts';
import { isFunctionWord } from './stop-words.ts';
import type { Token } from './tokens.ts';

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const DAY = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|weekend|week)$/;
const YEAR = /^(?:1\d{3}|20\d{2}|\d{2,4}0s)$/;
const CENTURY = /^(?:century|centuries|decade|decades|era|bc|ad)$/;
const UNIT = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries)$/;
const REASON =
  /^(?:because|due|since|therefore|thus|so|cause[ds]?|causing|reason|reasons|led|lead|result|resulted|order|allow|allowed|for|to|after|as)$/;

/** True where the text can hold the answer; always true for types that words do not mark. */
export function holdsAnswerType(tokens: readonly Token[], question: AnalysedQuestion): boolean {
  const asked = new Set(question.tokens.map((token) => token.stem));
  const fresh = tokens.filter((token) => !asked.has(token.stem));
  switch (question.answerType) {
    case 'person':
    case 'place':
      return fresh.some((token) => isName(token));
    case 'date':
      return fresh.some(({ folded }) => [MONTH, DAY, YEAR, CENTURY].some((form) => form.test(folded)));
    case 'number':
      return fresh.some(
        ({ stem }) => /^\d/.test(stem) || /^(?:dozen|hundr|thousand|million|billion|half|third)/.test(stem),
      );
    case 'duration':
      return tokens.some(({ folded }) => UNIT.test(folded));
    case 'reason':
      return fresh.some(({ folded }) => REASON.test(folded));
    default:
      return true;
  }
}

function isName(token: Token): boolean {
  return /^\p{Lu}/u.test(token.surface) && !(token.start === 0 && isFunctionWord(token.folded));
}
