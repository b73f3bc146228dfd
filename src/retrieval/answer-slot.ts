/** Where in a sentence the answer may stand: a thing of the type asked for, near the words asked about. */
import { type AskedFor, DATE, NUMBER, UNIT } from './answer-type.ts';
import type { PlannedTerm } from './plan.ts';
import { isNamed, opensText, type Word } from './read-entry.ts';
import type { Sentence } from './sentence.ts';

/** The best place for an answer. */
export type Slot = {
  /** How surely something of the type asked for is there, 0..1. */
  readonly fits: number;
  /** The same with the share of the question's terms around it, each less the farther it stands. */
  readonly near: number;
};

/** What a slot is looked for with. */
export type SlotQuestion = AskedFor & {
  readonly terms: readonly PlannedTerm[];
  /** How like a word, by its number among the vectors, is the noun asked for; 0 where none is. */
  readonly likeFocus: (number: number) => number;
};

/** Finds it. */
export function findSlot(sentence: Sentence, asked: SlotQuestion): Slot {
  let places: Places | undefined;
  let fits = 0;
  let near = 0;
  for (let at = 0; at < sentence.read.words.length; at += 1) {
    const fit = fitOf(sentence, at, asked);
    if (fit === 0) continue;
    places ??= placesOf(sentence, asked.terms);
    fits = Math.max(fits, fit);
    // Nearness is 1 at most: where that would not be enough it need not be known.
    if (fit > near) near = Math.max(near, fit * nearness(at, places, asked.terms));
  }
  return { fits, near };
}

type Places = readonly (readonly { readonly at: number; readonly strength: number }[])[];

/** From here on a word of like company stands for a term. */
const STANDS_FOR = 0.45;

/** For each term the words that stand for it. */
function placesOf({ read: { words }, standsFor }: Sentence, terms: readonly PlannedTerm[]): Places {
  return terms.map((_, term) => {
    const places: { at: number; strength: number }[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const strength = standsFor(at, term);
      if (strength >= STANDS_FOR) places.push({ at, strength });
    }
    return places;
  });
}

/** Words in which the nearness of a term falls to a third. */
const REACH = 6;
/** Nearness by the words between; no text has more of them. */
const NEARNESS = Array.from({ length: 1000 }, (_, words) => Math.exp(-words / REACH));

function nearness(at: number, places: Places, terms: readonly PlannedTerm[]): number {
  let sum = 0;
  let all = 0;
  for (let term = 0; term < terms.length; term += 1) {
    const { idf = 0 } = terms[term] ?? {};
    let best = 0;
    for (const place of places[term] ?? []) {
      if (place.at === at) continue;
      best = Math.max(best, place.strength * (NEARNESS[Math.abs(place.at - at)] ?? 0));
    }
    sum += idf * best;
    all += idf;
  }
  return all > 0 ? sum / all : 0;
}

const PREPOSITION =
  /^(?:in|at|near|to|from|on|into|of|along|around|between|off|through|outside|across|over)$/;
const YEAR = /^(?:1\d{3}|20\d{2})$/;
const ROUGH_NUMBER = /^(?:few|several|quarter)$/;

/** How surely a word, by itself, is of the type asked for; 0 for words of the question. */
function fitOf({ read }: Sentence, at: number, { question, asked, likeFocus }: SlotQuestion): number {
  const word = read.words[at];
  if (!word?.isContent || asked.has(word.stem)) return 0;
  const named = isNamed(read, at);
  switch (question.answerType) {
    case 'person':
      return named ? (opensText(read, at) ? 0.5 : 1) : 0;
    case 'place':
      return (named ? 0.5 : 0) + (isBehindPreposition(read.words, at) ? (named ? 0.5 : 0.3) : 0);
    case 'date':
      return Number(DATE.test(word.folded));
    case 'number':
      return numberFit(word);
    case 'duration':
      return Number(NUMBER.test(word.stem) || UNIT.test(word.folded));
    default:
      return question.focus ? 0.4 + 0.6 * likeFocus(word.vector) : 0.5;
  }
}

function isBehindPreposition(words: readonly Word[], at: number): boolean {
  return [at - 1, at - 2].some((before) => PREPOSITION.test(words[before]?.folded ?? ''));
}

function numberFit({ stem, folded }: Word): number {
  if (YEAR.test(stem)) return 0.4;
  return NUMBER.test(stem) ? 1 : ROUGH_NUMBER.test(folded) ? 0.8 : 0;
}
