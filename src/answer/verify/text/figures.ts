/** Numbers in a text, in digits or words, with what they count and how they are hedged. */
import { oncePer } from '../../../once-per.ts';
import { MINUTES_IN } from '../lexicon/calendar.ts';
import { findDates } from './dates.ts';
import { type Hedge, hedgeAfter, hedgeBefore } from './hedges.ts';
import { fraction, type Numeral, numeral } from './numerals.ts';
import { findTimes } from './times.ts';
import type { Word } from './words.ts';

/** A number in a text. */
export type Figure = {
  readonly value: number;
  /** "percent", a currency, or a unit of time with the value in minutes ("time"); empty for a plain count. */
  readonly unit: string;
  readonly hedge: Hedge;
  /** What is counted: the nouns right after the number. */
  readonly counted: readonly Word[];
  readonly at: number;
  /** Indexes of all words of the number, its unit and its hedge. */
  readonly span: ReadonlySet<number>;
};

const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '€': 'eur',
    euro: 'eur',
    eur: 'eur',
    $: 'usd',
    dollar: 'usd',
    usd: 'usd',
    '£': 'gbp',
    pound: 'gbp',
    '¥': 'jpy',
    yen: 'jpy',
  }),
);

const CURRENCY_UNITS = new Set(CURRENCIES.values());

/** The years of an age, however it is told: "aged 44", ", 44,", "44-year-old", "44 years old"; absent for other numbers. */
export function ageOf(
  { value, unit, span, at, counted }: Figure,
  words: readonly Word[],
): number | undefined {
  const next = Math.max(...span) + 1;
  const years = value / (MINUTES_IN.get('year') ?? 1);
  if (unit === 'time')
    return words.slice(next - 1, next + 1).some(({ folded }) => folded === 'old') ? years : undefined;
  const before = words[at - 1]?.folded;
  // ", 29,", "who is 27,", "a teacher of 71,"
  const alone = /^(?:,|is|was|of)$/.test(before ?? '') && /^[,.;]$/.test(words[next]?.folded ?? '.');
  return unit === '' && counted.length === 0 && (before === 'aged' || alone) ? value : undefined;
}

/** The numbers of a text outside its dates and quotations. */
export const findFigures: (words: readonly Word[]) => readonly Figure[] = oncePer(readFigures);

function readFigures(words: readonly Word[]): readonly Figure[] {
  const dated = new Set(
    [...findDates(words), ...findTimes(words)].flatMap(({ from, to }) => range(from, to)),
  );
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; ) {
    const free = !dated.has(at) && !words[at]?.quoted && figures.at(-1)?.span.has(at) !== true;
    const number = free ? (fraction(words, at) ?? numeral(words, at) ?? singleUnit(words, at)) : undefined;
    if (number) figures.push(figureFrom(words, at, number));
    at = Math.max(number?.to ?? 0, at + 1);
  }
  return figures.map((figure, at) => shareCounted(words, figure, [figures[at - 1], figures[at + 1]]));
}

/** "so much, of which the town paid three million": of which the amount before tells what. */
const isOfWhich = (words: readonly Word[], { at }: Figure, { span }: Figure) => {
  const between = words.slice(Math.max(...span) + 1, at).map(({ folded }) => folded);
  return between.some((word, place) => word === 'of' && /^(?:which|whom)$/.test(between[place + 1] ?? ''));
};

/** "the tablets of 20 and 40 milligrams", "from 61 seats to 47": what one of two numbers counts, the other counts. */
function shareCounted(
  words: readonly Word[],
  figure: Figure,
  [previous, next]: readonly (Figure | undefined)[],
): Figure {
  if (figure.counted.length > 0 || figure.unit !== '') return figure;
  // "cost 380,000 dollars, 290,000 of which": so many of the same.
  const end = Math.max(...figure.span) + 1;
  if (previous && isOfWhich(words, figure, previous) && previous.unit !== 'time')
    return { ...figure, unit: previous.unit };
  if (
    previous &&
    words[end]?.folded === 'of' &&
    /^(?:which|whom|that|it|them)$/.test(words[end + 1]?.folded ?? '')
  )
    return previous.unit === 'time' ? figure : { ...figure, unit: previous.unit };
  // "pays 142 million pounds, including 30 million that depends on it"
  if (previous && figure.value >= 1e6 && CURRENCY_UNITS.has(previous.unit))
    return { ...figure, unit: previous.unit };
  // "16 millimetres thick instead of the 24 that the plans called for"
  const isInstead = words
    .slice(Math.max(0, figure.at - 3), figure.at)
    .some(({ folded }) => /^(?:instead|rather)$/.test(folded));
  if (previous && isInstead) return { ...figure, counted: previous.counted, unit: previous.unit };
  const after = Math.max(...figure.span) + 1;
  // "from 4.25 to 5 per cent": a unit of time is another number altogether.
  if (next?.at === after + 1 && /^(?:and|or|to)$/.test(words[after]?.folded ?? ''))
    return { ...figure, counted: next.counted, unit: /^(?:time|rate)$/.test(next.unit) ? '' : next.unit };
  const counted = previous?.counted ?? [];
  const joined = words[figure.at - 1]?.folded === 'to' && counted.at(-1)?.index === figure.at - 2;
  return joined ? { ...figure, counted } : figure;
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);

/** "an hour", "per day", "hour-long": one of a unit of time. */
function singleUnit(words: readonly Word[], at: number): Numeral | undefined {
  const word = words[at];
  const next = words[at + 1];
  if (word && next && /^(?:an?|per|each|every)$/.test(word.folded) && MINUTES_IN.has(next.lemma))
    return { value: 1, to: at + 1 };
  const long = next?.folded === '-' && /^(?:long|old)$/.test(words[at + 2]?.folded ?? '');
  return word && long && MINUTES_IN.has(word.lemma) ? { value: 1, to: at } : undefined;
}

function figureFrom(words: readonly Word[], at: number, { value, to, unit: own }: Numeral): Figure {
  const before = CURRENCIES.get(words[at - 1]?.folded ?? '');
  const start = before ? at - 1 : at;
  const { unit: plainUnit, factor, end } = unitAt(words, to);
  const unit = plainUnit === 'time' && isRate(words, at) ? 'rate' : plainUnit;
  const hedge = hedgeBefore(words, start) ?? hedgeAfter(words, end);
  const members = MEMBERS.test(words[end + 1]?.folded ?? '') && words[end]?.folded === '-' ? end + 2 : end;
  const aged = words[end]?.folded === '-' && words[end + 1]?.folded === 'old' ? end + 2 : end;
  const span = new Set([
    ...range(hedge?.from ?? start, Math.max(members, aged, to)),
    ...range(end, hedge?.to ?? end),
  ]);
  const plain = hedge?.hedge ?? (/\+$/.test(words[at]?.folded ?? '') ? 'least' : 'none');
  return {
    value: value * factor,
    unit: own ?? before ?? unit,
    hedge: plain,
    counted: isNumbered(words, at) || members > end ? [] : countedAfter(words, end),
    at,
    span,
  };
}

/** "60 dollars a day", "2.5 per cent per year": not "for a day". */
const isRate = (words: readonly Word[], at: number) =>
  /^(?:per|each|every)$/.test(words[at]?.folded ?? '') ||
  (/^an?$/.test(words[at]?.folded ?? '') && /^(?:NOUN|NUM|SYM|PROPN)$/.test(words[at - 1]?.pos ?? ''));

/** "Kestrel 3", "Flight 12": the number is part of a name. */
const isNumbered = (words: readonly Word[], at: number) =>
  words[at - 1]?.pos === 'PROPN' && /^\d+$/.test(words[at]?.folded ?? '');

/** "a seven-member commission": what is counted stands elsewhere. */
const MEMBERS = /^(?:member|person|strong|man|woman|part|way|fold)$/;

function unitAt(words: readonly Word[], at: number): { unit: string; factor: number; end: number } {
  // "41-year-old", "ten more days"
  const skip = /^(?:-|more|further|extra)$/.test(words[at]?.folded ?? '') ? 1 : 0;
  const word = words[at + skip];
  const folded = word?.folded ?? '';
  if (/^(?:%|percent|pct)$/.test(folded)) return { unit: 'percent', factor: 1, end: at + skip + 1 };
  if (folded === 'per' && /^cent$/.test(words[at + 1]?.folded ?? ''))
    return { unit: 'percent', factor: 1, end: at + 2 };
  const currency = CURRENCIES.get(folded) ?? CURRENCIES.get(word?.lemma ?? '');
  if (currency) return { unit: currency, factor: 1, end: at + skip + 1 };
  const minutes = MINUTES_IN.get(word?.lemma ?? '');
  return minutes ? { unit: 'time', factor: minutes, end: at + skip + 1 } : { unit: '', factor: 1, end: at };
}

function countedAfter(words: readonly Word[], at: number): readonly Word[] {
  // "a 45-million-taler fund"
  if (words[at]?.folded === '-') return words.slice(at + 1, at + 2).filter(({ pos }) => pos === 'NOUN');
  const counted: Word[] = [];
  for (const word of words.slice(at, at + 6)) {
    if (
      word.quoted ||
      /^(?:whose|which|what)$/.test(word.folded) ||
      !/^(?:NOUN|PROPN|ADJ|PUNCT|DET|VERB|ADP)$/.test(word.pos)
    )
      break;
    if (word.pos === 'PUNCT' && word.folded !== '-') break;
    if (counted.length > 0 && word.pos !== 'NOUN' && word.folded !== '-') break;
    if (word.pos === 'NOUN') counted.push(word);
    else if (word.pos === 'ADP' && word.folded !== 'of') break;
  }
  return counted;
}
