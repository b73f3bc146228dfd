/** Whether an entry holds a thing of the type asked for, outside the words that the question already gives. */
import type { AnalysedQuestion } from './question.ts';
import { isNamed, type ReadEntry, type Word } from './read-entry.ts';
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

/** A question with what is asked of every entry. */
export type AskedFor = {
  readonly question: AnalysedQuestion;
  /** Stems of the question: an answer is something new. */
  readonly asked: ReadonlySet<string>;
};

/** True where the entry can hold the answer; always true for types that words do not mark. */
export function holdsAnswerType(read: ReadEntry, { question, asked }: AskedFor): boolean {
  const { entry, words } = read;
  const isFresh = ({ stem }: Word) => !asked.has(stem);
  const hasName = () => words.some((word, at) => isNamed(read, at) && isFresh(word));
  switch (question.answerType) {
    case 'person':
      return hasName();
    case 'place':
      return entry.placed || hasName();
    case 'date':
      return entry.dated || words.some((word) => isFresh(word) && DATE.test(word.folded));
    case 'number':
      return words.some((word) => isFresh(word) && NUMBER.test(word.stem));
    case 'duration':
      return words.some(({ folded }) => UNIT.test(folded));
    case 'reason':
      return words.some((word) => isFresh(word) && REASON.test(word.folded));
    case 'quote':
      return entry.kind === 'quote' || words.some(({ stem }) => SAYING.test(stem));
    default:
      return true;
  }
}

const SAYING = /^(?:say|tell|call|write|post|describ|add)$/;

/** Whether a text tells by what something is done: "by selling …", "through", "using". */
export function tellsMeans(words: readonly Word[]): boolean {
  return words.some(
    ({ folded }, at) =>
      MEANS.test(folded) || (folded === 'by' && /[a-z]{2}ing$/.test(words[at + 1]?.folded ?? '')),
  );
}

const MEANS = /^(?:through|using|via|means)$/;

/** What the words of a text are, as far as the question asks for it. */
export type KindsPresent = {
  /** Something of the kind that the question names: a language, an animal. */
  readonly asked: boolean;
  readonly place: boolean;
};

/** Tells the kinds of the words that a text has beyond the question's. */
export function kindFinder(
  wordnet: WordNet,
  { question, asked }: AskedFor,
): (read: ReadEntry) => KindsPresent {
  const wanted = wantedKinds(question, wordnet);
  return ({ words }) => {
    const found = { asked: false, place: false };
    if (wanted.asked.length === 0 && wanted.place === undefined) return found;
    for (const { folded, stem, isContent, isNumber } of words) {
      if (!isContent || isNumber || asked.has(stem)) continue;
      const kinds = wordnet.kinds(folded);
      found.asked ||= wanted.asked.some((kind) => kinds.has(kind));
      found.place ||= wanted.place !== undefined && kinds.has(wanted.place);
    }
    return found;
  };
}

function wantedKinds({ answerType, focus }: AnalysedQuestion, wordnet: WordNet) {
  const [place = -1] = wordnet.meanings('location');
  const isPlace =
    answerType === 'place' || (answerType === 'open' && focus && wordnet.kinds(focus.folded).has(place));
  return {
    asked: focus && answerType !== 'date' && answerType !== 'number' ? wordnet.meanings(focus.folded) : [],
    place: isPlace ? place : undefined,
  };
}
