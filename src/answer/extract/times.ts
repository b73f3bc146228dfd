/** Points and stretches of time in a candidate. */
import type { Token } from '../../retrieval/tokens.ts';
import { isNumber } from './amounts.ts';
import type { Candidate } from './candidate.ts';
import { TIME_UNITS } from './vocabulary.ts';

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
const DAY =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|today|yesterday|tomorrow|tonight)$/;
const SEASON = /^(?:spring|summer|autumn|winter)$/;
const YEAR = /^(?:1\d{3}|20\d{2})$/;
const UNIT = /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)$/;
const CLOCK = /\b\d{1,2}[.:]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\bo'clock\b|\b(?:noon|midnight|dawn|dusk)\b/;
const WHEN_WORD = /^(?:dates?|when|time|day)$/;

/** Whether a word names a month. */
export function isMonth(folded: string): boolean {
  return MONTH.test(folded);
}

/** Whether a word names a month, a day or a unit of time: "last" before one ranks nothing. */
export function isOfCalendar({ folded, stem }: Token): boolean {
  return MONTH.test(folded) || DAY.test(folded) || TIME_UNITS.has(stem);
}

/** Whether a word is written like a name and is no day or month. */
export function isName({ surface, folded }: Pick<Token, 'surface' | 'folded'>): boolean {
  return /^\p{Lu}/u.test(surface) && !MONTH.test(folded) && !DAY.test(folded);
}

/** How well a point in time stands in it: a day in the text best, one only in the file's date field less. */
export function whenFill({ fact, quote, reading: { tokens } }: Candidate): number {
  if (fact?.kind === 'unknown') return tokens.some(({ folded }) => WHEN_WORD.test(folded)) ? 1 : 0.4;
  if (tokens.some(({ folded }, at) => DAY.test(folded) || isDayOfMonth(tokens, at))) return 1;
  const isRough = (folded: string) =>
    YEAR.test(folded) || SEASON.test(folded) || (MONTH.test(folded) && folded !== 'may');
  if (tokens.some(({ folded }) => isRough(folded))) return 0.85;
  if (tokens.some((_, at) => isBeforeOrAfter(tokens, at))) return RELATIVE;
  return (fact ?? quote)?.date ? 0.5 : 0;
}

/** "Days before he announced it". */
const RELATIVE = 0.7;

function isDayOfMonth(tokens: readonly Token[], at: number): boolean {
  const beside = [tokens[at - 1]?.folded ?? '', tokens[at + 1]?.folded ?? ''];
  return (
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(tokens[at]?.folded ?? '') && beside.some((word) => MONTH.test(word))
  );
}

/** Whether a time of day stands in a text. */
export function hasClockTime(text: string): boolean {
  return CLOCK.test(text);
}

/** How well a length of time stands in it: an amount before a unit of time, or, where that answers, since when. */
export function durationFill(tokens: readonly Token[], sinceWhen: boolean): number {
  const hasLength = tokens.some(
    ({ folded }, at) =>
      UNIT.test(folded) &&
      tokens[at + 1]?.folded !== 'old' &&
      tokens.slice(Math.max(0, at - 4), at).some(isAmount),
  );
  if (hasLength) return 1;
  if (tokens.some((_, at) => isRoughLength(tokens, at))) return SOME_TIME;
  return tokens.some(({ folded }) => folded === 'since' || folded === 'until') ? (sinceWhen ? 0.7 : 0.2) : 0;
}

/** "Days before the vote", "for weeks": a length, though no number tells it. */
const SOME_TIME = 0.7;

function isRoughLength(tokens: readonly Token[], at: number): boolean {
  const unit = tokens[at]?.folded ?? '';
  const isFor = UNIT.test(unit) && unit.endsWith('s') && tokens[at - 1]?.folded === 'for';
  return isFor || isBeforeOrAfter(tokens, at);
}

function isBeforeOrAfter(tokens: readonly Token[], at: number): boolean {
  const unit = tokens[at]?.folded ?? '';
  return (
    UNIT.test(unit) &&
    unit.endsWith('s') &&
    /^(?:before|after|later|ago|earlier)$/.test(tokens[at + 1]?.folded ?? '')
  );
}

function isAmount(token: Token): boolean {
  return isNumber(token) || /^(?:an|a|several|few)$/.test(token.folded);
}
