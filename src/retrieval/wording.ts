/** How alike question and text are worded, beyond the words that they share. */
import type { Matching } from './matching.ts';
import type { PlannedTerm } from './plan.ts';
import type { Word } from './read-entry.ts';
import type { Token } from './tokens.ts';

/** Where the words of a question stand in it, by stem. */
export function placesByStem(question: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  question.forEach(({ stem }, at) => {
    const known = places.get(stem);
    if (known) known.push(at);
    else places.set(stem, [at]);
  });
  return places;
}

/** Length of the longest run of words, function words included, that both have; 0 for less than two. */
export function longestRun(
  text: readonly Word[],
  question: readonly Token[],
  places: ReadonlyMap<string, readonly number[]>,
): number {
  let best = 0;
  for (let at = 0; at < text.length; at += 1) {
    for (const place of places.get(text[at]?.stem ?? '') ?? NOWHERE) {
      let length = 1;
      while (at + length < text.length && text[at + length]?.stem === question[place + length]?.stem)
        length += 1;
      if (length > best) best = length;
    }
  }
  return best < 2 ? 0 : best;
}

const NOWHERE: readonly number[] = [];

/** Rarity of the words of the question's names that the text leaves out while it has the word beside: "William" alone. */
export function brokenNames({ matches }: Matching, terms: readonly PlannedTerm[]): number {
  const isBeside = (n: number, to: number) => {
    const [one, other] = [terms[n]?.term, terms[to]?.term];
    return (
      one &&
      other?.role === 'name' &&
      Math.abs(one.position - other.position) === 1 &&
      matches[n] !== undefined
    );
  };
  return terms.reduce((sum, { term, idf }, n) => {
    if (term.role !== 'name' || matches[n]) return sum;
    return isBeside(n - 1, n) || isBeside(n + 1, n) ? sum + idf : sum;
  }, 0);
}

/** Function words that turn what is said: "before" and "after", "only" and "not". */
const TURN =
  /^(?:before|after|during|until|since|against|between|under|without|within|through|among|along|above|below|behind|not|only|most|more|first|last|other|another)$/;

/** The turns of a question, folded. */
export function turnsOf(question: readonly Token[]): string[] {
  return question.flatMap(({ folded }) => (TURN.test(folded) ? [folded] : []));
}

/** Share of a question's turns that the text has too; 0 for a question without any. */
export function turnsKept(text: readonly Word[], turns: readonly string[]): number {
  const kept = turns.filter((turn) => text.some(({ folded }) => folded === turn));
  return turns.length === 0 ? 0 : kept.length / turns.length;
}

/** Whether a text ends at an initial or a title: "In 1973, Nixon named William E." */
export function isBrokenOff(text: string): boolean {
  return /(?:^|\s)(?:\p{Lu}|St|No|Mr|Mrs|Dr|vs|c)\.$/u.test(text);
}
