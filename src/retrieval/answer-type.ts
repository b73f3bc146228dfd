/** Whether an entry holds a thing of the type asked for, outside the words that the question already gives. */
import type { Entry } from './entry.ts';
import type { AnalysedQuestion } from './question.ts';
import { isFunctionWord } from './stop-words.ts';
import type { Token } from './tokens.ts';
import type { WordNet } from './wordnet.ts';

/** A word of a date. */
export const DATE =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|weekend|week|1\d{3}|20\d{2}|\d{2,4}0s|century|centuries|decades?|eras?|bc|ad)$/;
/** The stem of a number. */
export const NUMBER = /^(?:\d|dozen|hundr|thousand|million|billion|half|third)/;
/** A unit of time. */
export const UNIT = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries)$/;
const REASON =
  /^(?:because|due|since|therefore|thus|so|caus(?:e|es|ed|ing)|reasons?|led|lead|result|resulted|order|allow|allowed|for|to|after|as)$/;

/** True where the entry can hold the answer; always true for types that words do not mark. */
export function holdsAnswerType(tokens: readonly Token[], question: AnalysedQuestion, entry: Entry): boolean {
  const isFresh = freshness(question);
  switch (question.answerType) {
    case 'person':
      return tokens.some((token) => isFresh(token) && isCapitalised(token));
    case 'place':
      return entry.placed || tokens.some((token) => isFresh(token) && isCapitalised(token));
    case 'date':
      return entry.dated || tokens.some((token) => isFresh(token) && DATE.test(token.folded));
    case 'number':
      return tokens.some((token) => isFresh(token) && NUMBER.test(token.stem));
    case 'duration':
      return tokens.some(({ folded }) => UNIT.test(folded));
    case 'reason':
      return tokens.some((token) => isFresh(token) && REASON.test(token.folded));
    case 'quote':
      return (
        entry.kind === 'quote' ||
        tokens.some((token) => /^(?:say|tell|call|write|post|describ|add)$/.test(token.stem))
      );
    default:
      return true;
  }
}

/** What the words of a text are, as far as the question asks for it. */
export interface KindsPresent {
  /** Something of the kind that the question names: a language, an animal. */
  readonly asked: boolean;
  readonly person: boolean;
  readonly place: boolean;
}

/** Tells the kinds of the words that a text has beyond the question's. */
export function createKindFinder(
  wordnet: WordNet,
): (tokens: readonly Token[], question: AnalysedQuestion) => KindsPresent {
  const first = (word: string) => wordnet.meanings(word)[0] ?? -1;
  let known: { person: number; place: number } | undefined;
  return (tokens, question) => {
    known ??= { person: first('person'), place: first('location') };
    const wanted = wantedKinds(question, wordnet, known);
    const found = { asked: false, person: false, place: false };
    if (wanted.asked.length === 0 && !wanted.person && !wanted.place) return found;
    const isFresh = freshness(question);
    for (const token of tokens) {
      if (!isFresh(token) || isFunctionWord(token.folded) || /^\d/.test(token.stem)) continue;
      const kinds = wordnet.kinds(token.folded);
      const isUnlistedName = kinds.size === 0 && isCapitalised(token);
      found.asked ||= wanted.asked.some((kind) => kinds.has(kind));
      found.person ||= wanted.person && (kinds.has(known.person) || isUnlistedName);
      found.place ||= wanted.place && kinds.has(known.place);
    }
    return found;
  };
}

function wantedKinds(
  { answerType, focus }: AnalysedQuestion,
  wordnet: WordNet,
  known: { person: number; place: number },
) {
  const focusKinds = focus ? wordnet.kinds(focus.folded) : new Set<number>();
  const isOpen = answerType === 'open';
  return {
    asked: focus && answerType !== 'date' && answerType !== 'number' ? wordnet.meanings(focus.folded) : [],
    person: answerType === 'person' || (isOpen && focusKinds.has(known.person)),
    place: answerType === 'place' || (isOpen && focusKinds.has(known.place)),
  };
}

function freshness({ tokens }: AnalysedQuestion): (token: Token) => boolean {
  const asked = new Set(tokens.map(({ stem }) => stem));
  return ({ stem }) => !asked.has(stem);
}

/** A capital at the start of a sentence shows nothing of a function word. */
export function isCapitalised({ surface, folded, start }: Token): boolean {
  return /^\p{Lu}/u.test(surface) && !(start === 0 && isFunctionWord(folded));
}
