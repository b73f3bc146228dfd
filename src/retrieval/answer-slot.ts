/** Where in a sentence the answer may stand: a thing of the type asked for, near the words asked about. */
import { DATE, isCapitalised, NUMBER, UNIT } from './answer-type.ts';
import type { PlannedTerm } from './plan.ts';
import type { AnalysedQuestion } from './question.ts';
import type { Sentence } from './sentence.ts';
import { isFunctionWord } from './stop-words.ts';
import type { Token } from './tokens.ts';

/** The best place for an answer. */
export interface Slot {
  /** How surely something of the type asked for is there, 0..1. */
  readonly fits: number;
  /** The same with the share of the question's terms around it, each less the farther it stands. */
  readonly near: number;
}

/** What a slot is looked for with. */
export interface SlotQuestion {
  readonly question: AnalysedQuestion;
  readonly terms: readonly PlannedTerm[];
  /** Stems of the question: an answer is something new. */
  readonly asked: ReadonlySet<string>;
  /** How like a word, by its number among the vectors, is the noun asked for; 0 where none is. */
  readonly likeFocus: (number: number) => number;
}

/** Finds it. */
export function findSlot(sentence: Sentence, asked: SlotQuestion): Slot {
  const { tokens } = sentence.read;
  const places = placesOf(sentence, asked.terms);
  let fits = 0;
  let near = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const fit = fitOf(sentence, at, asked);
    if (fit === 0) continue;
    fits = Math.max(fits, fit);
    near = Math.max(near, fit * nearness(at, places, asked.terms));
  }
  return { fits, near };
}

type Places = readonly (readonly { readonly at: number; readonly strength: number }[])[];

/** From here on a word of like company stands for a term. */
const STANDS_FOR = 0.45;

/** For each term the tokens that stand for it. */
function placesOf({ read: { tokens }, standsFor }: Sentence, terms: readonly PlannedTerm[]): Places {
  return terms.map((_, term) =>
    tokens.flatMap((_token, at) => {
      const strength = standsFor(at, term);
      return strength >= STANDS_FOR ? [{ at, strength }] : [];
    }),
  );
}

/** Words in which the nearness of a term falls to a third. */
const REACH = 6;

function nearness(at: number, places: Places, terms: readonly PlannedTerm[]): number {
  let sum = 0;
  let all = 0;
  terms.forEach(({ idf }, term) => {
    let best = 0;
    for (const place of places[term] ?? []) {
      if (place.at === at) continue;
      best = Math.max(best, place.strength * Math.exp(-Math.abs(place.at - at) / REACH));
    }
    sum += idf * best;
    all += idf;
  });
  return all > 0 ? sum / all : 0;
}

const PREPOSITION =
  /^(?:in|at|near|to|from|on|into|of|along|around|between|off|through|outside|across|over)$/;
const YEAR = /^(?:1\d{3}|20\d{2})$/;
const ROUGH_NUMBER = /^(?:few|several|quarter)$/;

/** How surely a token, by itself, is of the type asked for; 0 for words of the question. */
function fitOf({ read }: Sentence, at: number, { question, asked, likeFocus }: SlotQuestion): number {
  const token = read.tokens[at];
  if (!token || asked.has(token.stem) || isFunctionWord(token.folded)) return 0;
  const named = isCapitalised(token);
  switch (question.answerType) {
    case 'person':
      return named ? (token.start > 0 ? 1 : 0.5) : 0;
    case 'place':
      return (named ? 0.5 : 0) + (isBehindPreposition(read.tokens, at) ? (named ? 0.5 : 0.3) : 0);
    case 'date':
      return Number(DATE.test(token.folded));
    case 'number':
      return numberFit(token);
    case 'duration':
      return Number(NUMBER.test(token.stem) || UNIT.test(token.folded));
    default:
      return question.focus ? 0.4 + 0.6 * likeFocus(read.numbers[at] ?? -1) : 0.5;
  }
}

function isBehindPreposition(tokens: readonly Token[], at: number): boolean {
  return [at - 1, at - 2].some((before) => PREPOSITION.test(tokens[before]?.folded ?? ''));
}

function numberFit({ stem, folded }: Token): number {
  if (YEAR.test(stem)) return 0.4;
  return NUMBER.test(stem) ? 1 : ROUGH_NUMBER.test(folded) ? 0.8 : 0;
}
