/** Numbers, money and measures in a candidate. */
import type { Token } from '../../retrieval/tokens.ts';
import type { AskedTerm } from './asked-terms.ts';
import { isMetBy } from './coverage.ts';
import { isMonth } from './times.ts';

const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|fifth|nobody|none|no)$/;
const YEAR = /^(?:1\d{3}|20\d{2})$/;

/** Digits or a number word; years are dates, not amounts, and "1,400" is no year. */
export function isNumber(token: Token): boolean {
  return (/^\d/.test(token.folded) && !isYear(token)) || NUMBER_WORD.test(token.folded);
}

const isYear = ({ folded, surface }: Token) => YEAR.test(folded) && !surface.includes(',');

/** Whether a year stands among the tokens. */
export function hasYear(tokens: readonly Token[]): boolean {
  return tokens.some(isYear);
}

/** Tokens between a number and the word for what it counts: "30 strikes have been carried out on boats". */
const NEAR = 6;

/** Tokens behind a number in which the word for what it counts stands: "30 suspected boats". */
const OWN = 3;

/** "30 strikes" counts strikes, whatever else the word may be kin to. */
const PLURAL = /[^s]s$/;

/**
 * How well a count of what is asked for stands in it, 0..1: the number has to stand by the word for what is
 * counted, and where the thing asked for is there by name, to count that or what is said to happen to it.
 */
export function countFill(terms: readonly AskedTerm[], tokens: readonly Token[]): number {
  const counted = terms.filter(({ part }) => part === 'focus');
  const isCounted = (token: Token) => counted.some((term) => isMetBy(term, token));
  const numbers = tokens.flatMap((token, at) => (isNumber(token) && !isPartOfDate(tokens, at) ? [at] : []));
  if (numbers.length > 0 && counted.length === 0) return Number(countsPeople(terms, tokens, numbers));
  const isSaid = (token: Token) =>
    terms.some(
      (term) =>
        term.part === 'content' &&
        !term.nominal &&
        (term.stem === token.stem || (!PLURAL.test(token.folded) && isMetBy(term, token))),
    );
  const isNamed = ({ stem }: Token) => counted.some((term) => term.stem === stem);
  const counts = (at: number) => {
    const near = tokens.slice(Math.max(0, at - NEAR), at + NEAR);
    const own = tokens.slice(at + 1, at + 1 + OWN);
    if (own.some(isSaid) && tokens.some(isNamed)) return true;
    return near.some(isNamed) ? own.some(isCounted) : near.some(isCounted);
  };
  if (numbers.some(counts)) return 1;
  return tokens.some((token, at) => /^(?:a|an)$/.test(tokens[at - 1]?.folded ?? '') && isCounted(token))
    ? 0.6
    : 0;
}

/** Whether a number stands by a word for people, where people are asked for. */
function countsPeople(
  terms: readonly AskedTerm[],
  tokens: readonly Token[],
  numbers: readonly number[],
): boolean {
  const people = terms.find(({ sort }) => sort?.people === 'person');
  if (!people) return true;
  return numbers.some((at) =>
    tokens
      .slice(at + 1, at + 1 + NEAR)
      .some(({ folded, stem }) => people.sort?.holds(folded) || stem === people.stem || PEOPLE.test(folded)),
  );
}

/** Whoever is said to be one of these is somebody. */
const PEOPLE =
  /^(?:people|killed|dead|died|injured|wounded|hurt|missing|arrested|men|women|children|others|deaths|casualties|injuries|fatalities|victims|lives|jobs|staff|crew|families)$/;

function isPartOfDate(tokens: readonly Token[], at: number): boolean {
  return [tokens[at - 1], tokens[at + 1]].some((token) => token !== undefined && isMonth(token.folded));
}

/** A unit, a share or a sum: what "how much" is told in, as a count of people is not. */
const MEASURED =
  /^(?:tons?|tonnes?|kilos?|kilograms?|grams?|pounds?|lit(?:re|er)s?|barrels?|(?:kilo|mega|giga)watts?|met(?:re|er)s?|kilomet(?:re|er)s?|miles?|hectares?|acres?|degrees?|points?|per|percent|cents?|dollars?|euros?|crowns?|francs?|yen|millions?|billions?|half|third|quarter|fifth|tenth|all|most|none)$/;

/** Whether an amount stands among the tokens that is no count of heads. */
export function hasMeasure(tokens: readonly Token[]): boolean {
  return hasAmount(tokens) && tokens.some(({ folded }) => MEASURED.test(folded));
}

/** Whether any amount stands among the tokens. */
export function hasAmount(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => isNumber(token) && !isPartOfDate(tokens, at));
}
