/** Numbers in a text, in digits or words, with what they count and how they are hedged. */
import { findDates } from './dates.ts';
import type { Word } from './words.ts';

/** How a number is hedged: "more than 30", "at least 110", "nearly", "up to" … */
type Hedge = 'none' | 'more' | 'least' | 'less' | 'most' | 'nearly' | 'about' | 'exactly' | 'only';

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

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').slice(1);
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  k: 1e3,
};
const CURRENCIES: Readonly<Record<string, string>> = {
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
};
const MINUTES: Readonly<Record<string, number>> = {
  second: 1 / 60,
  minute: 1,
  hour: 60,
  day: 1440,
  week: 10_080,
  month: 43_800,
  year: 525_600,
  decade: 5_256_000,
  century: 52_560_000,
};

/** The numbers of a text outside its dates and quotations. */
export function findFigures(words: readonly Word[]): readonly Figure[] {
  const known = found.get(words);
  if (known) return known;
  const figures = readFigures(words);
  found.set(words, figures);
  return figures;
}

const found = new WeakMap<readonly Word[], readonly Figure[]>();

function readFigures(words: readonly Word[]): readonly Figure[] {
  const dated = new Set(findDates(words).flatMap(({ from, to }) => range(from, to)));
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; ) {
    const free = !dated.has(at) && !words[at]?.quoted;
    const number = free ? (fraction(words, at) ?? numeral(words, at) ?? singleUnit(words, at)) : undefined;
    if (number) figures.push(figureFrom(words, at, number));
    at = Math.max(number?.to ?? 0, at + 1);
  }
  return figures;
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);

type Numeral = { readonly value: number; readonly to: number; readonly unit?: string };

const PARTS: Readonly<Record<string, number>> = { third: 3, quarter: 4, fifth: 5, tenth: 10 };

/** "a fifth of" is 20 per cent; "a fifth strike" is not. */
function fraction(words: readonly Word[], at: number): Numeral | undefined {
  const parts = PARTS[words[at + 1]?.lemma ?? ''];
  const count = /^an?$/.test(words[at]?.folded ?? '') ? 1 : ONES.indexOf(words[at]?.folded ?? '');
  if (!parts || count < 1 || /^(?:NOUN|ADJ|PROPN)$/.test(words[at + 2]?.pos ?? '')) return undefined;
  return { value: Math.round((1000 * count) / parts) / 10, to: at + 2, unit: 'percent' };
}

function numeral(words: readonly Word[], at: number): Numeral | undefined {
  const digits = digitsOf(words[at]?.folded ?? '');
  const first = digits ?? wordValue(words, at);
  if (first === undefined) return undefined;
  let { value, to } = typeof first === 'number' ? { value: first, to: at + 1 } : first;
  for (;;) {
    // "a 4-million-dollar ransom"
    const hyphen = words[to]?.folded === '-' ? 1 : 0;
    const scale = scaleOf(words[to + hyphen]);
    if (scale === undefined) break;
    value *= scale;
    to += 1 + hyphen;
  }
  return { value, to };
}

function digitsOf(folded: string): number | undefined {
  const match = /^(\d[\d,.]*)(?:st|nd|rd|th|s|\+)?$/.exec(folded);
  if (!match) return undefined;
  const plain = (match[1] ?? '').replace(/,(?=\d{3}(?:\D|$))/g, '').replace(/[.,]$/, '');
  const value = Number(plain.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

const scaleOf = (word: Word | undefined) => (word && !word.quoted ? SCALES[word.folded] : undefined);

/** "thirty", "forty-one", "a dozen", "two". A lone "one" before a noun counts; "one another" does not. */
function wordValue(words: readonly Word[], at: number): Numeral | undefined {
  const folded = words[at]?.folded ?? '';
  const tens = TENS.indexOf(folded);
  if (tens >= 1) {
    const hyphen = words[at + 1]?.folded === '-' ? 1 : 0;
    const ones = ONES.indexOf(words[at + 1 + hyphen]?.folded ?? '');
    return ones > 0 && ones < 10
      ? { value: (tens + 1) * 10 + ones, to: at + 2 + hyphen }
      : { value: (tens + 1) * 10, to: at + 1 };
  }
  const ones = ONES.indexOf(folded);
  if (ones === 1 && words[at + 1]?.pos !== 'NOUN' && !scaleOf(words[at + 1])) return undefined;
  if (ones >= 0) return { value: ones, to: at + 1 };
  const scaled = /^an?$/.test(folded) ? scaleOf(words[at + 1]) : undefined;
  return scaled ? { value: scaled, to: at + 2 } : undefined;
}

/** "an hour", "per day", "hour-long": one of a unit of time. */
function singleUnit(words: readonly Word[], at: number): Numeral | undefined {
  const word = words[at];
  const next = words[at + 1];
  if (word && next && /^(?:an?|per|each|every)$/.test(word.folded) && MINUTES[next.lemma])
    return { value: 1, to: at + 1 };
  const long = next?.folded === '-' && /^(?:long|old)$/.test(words[at + 2]?.folded ?? '');
  return word && long && MINUTES[word.lemma] ? { value: 1, to: at } : undefined;
}

function figureFrom(words: readonly Word[], at: number, { value, to, unit: own }: Numeral): Figure {
  const before = CURRENCIES[words[at - 1]?.folded ?? ''];
  const start = before ? at - 1 : at;
  const { unit, factor, end } = unitAt(words, to);
  const hedge = hedgeBefore(words, start) ?? hedgeAfter(words, end);
  const members = MEMBERS.test(words[end + 1]?.folded ?? '') && words[end]?.folded === '-' ? end + 2 : end;
  const span = new Set([
    ...range(hedge?.from ?? start, Math.max(members, to)),
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
  const currency = CURRENCIES[folded] ?? CURRENCIES[word?.lemma ?? ''];
  if (currency) return { unit: currency, factor: 1, end: at + skip + 1 };
  const minutes = MINUTES[word?.lemma ?? ''];
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

const HEDGES: readonly (readonly [Hedge, RegExp])[] = [
  ['least', /(?:at (?:the very )?least|(?:no|not) (?:fewer|less) than|a minimum of)$/],
  ['most', /(?:(?:no|not) more than|at (?:the )?most|up to|as (?:many|much|long) as|a maximum of)$/],
  ['nearly', /(?:nearly|almost|close to|just under|just below|approaching|not quite)$/],
  [
    'more',
    /(?:(?:more|greater|longer|higher|larger|better|older) than|(?:just |well )?over|above|exceeding|exceeds?|exceeded|upwards? of|in excess of|north of|beyond|surpass(?:ing|ed)?)$/,
  ],
  ['less', /(?:(?:less|fewer|shorter|lower|smaller|younger) than|under|below)$/],
  ['about', /(?:about|around|roughly|approximately|some|circa|an? estimated|estimated|in the region of)$/],
  ['exactly', /(?:exactly|precisely)$/],
  ['only', /(?:only|just|merely|barely)$/],
];

type Found = { readonly hedge: Hedge; readonly from?: number; readonly to?: number };
const LONGEST_HEDGE = 4;

/** "warned the museum about three cameras": no hedge. */
const isTopic = (words: readonly Word[], at: number) =>
  /^(?:NOUN|PROPN|PRON)$/.test(words[at - 2]?.pos ?? '') &&
  words
    .slice(0, at)
    .some(
      ({ pos, lemma }) =>
        pos === 'VERB' && /^(?:warn|talk|speak|ask|complain|tell|inform|write|know)$/.test(lemma),
    );

function hedgeBefore(words: readonly Word[], at: number): Found | undefined {
  const before = words
    .slice(Math.max(0, at - LONGEST_HEDGE), at)
    .filter(({ folded }) => folded !== 'the' && folded !== 'a');
  const text = before.map(({ folded }) => folded).join(' ');
  for (const [hedge, form] of HEDGES) {
    const match = form.exec(text);
    if (match && match[0] === 'about' && isTopic(words, at)) continue;
    if (match) return { hedge, from: at - Math.max(1, match[0].split(' ').length) };
  }
  return undefined;
}

function hedgeAfter(words: readonly Word[], at: number): Found | undefined {
  const text = words
    .slice(at, at + 2)
    .map(({ folded }) => folded)
    .join(' ');
  if (/^or (?:more|longer|over)/.test(text)) return { hedge: 'least', to: at + 2 };
  if (/^or (?:less|fewer)/.test(text)) return { hedge: 'most', to: at + 2 };
  if (/^or so/.test(text)) return { hedge: 'about', to: at + 2 };
  return undefined;
}
