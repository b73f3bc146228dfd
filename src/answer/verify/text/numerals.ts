/** Numbers in digits or words. */
import type { Word } from './words.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ' - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').slice(1);
const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dozen: 12,
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    m: 1e6,
    bn: 1e9,
    k: 1e3,
  }),
);
/** A number, the index of the word behind it, and its unit where the number itself has one. */
export type Numeral = { readonly value: number; readonly to: number; readonly unit?: string };

const PARTS: ReadonlyMap<string, number> = new Map(
  Object.entries({ third: 3, quarter: 4, fifth: 5, tenth: 10 }),
);

/** "a fifth of" is 20 per cent; "a fifth strike" is not. */
export function fraction(words: readonly Word[], at: number): Numeral | undefined {
  const parts = PARTS.get(words[at + 1]?.lemma ?? '');
  const count = /^an?$/.test(words[at]?.folded ?? '') ? 1 : ONES.indexOf(words[at]?.folded ?? '');
  if (!parts || count < 1 || /^(?:NOUN|ADJ|PROPN)$/.test(words[at + 2]?.pos ?? '')) return undefined;
  return { value: Math.round((1000 * count) / parts) / 10, to: at + 2, unit: 'percent' };
}

/** The number that starts at a place. */
export function numeral(words: readonly Word[], at: number): Numeral | undefined {
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

const scaleOf = (word: Word | undefined) => (word && !word.quoted ? SCALES.get(word.folded) : undefined);

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
  // "voted ten to one", "by ten votes to one"
  const tally = words.slice(Math.max(0, at - 3), at - 1);
  const counted =
    words[at - 1]?.folded === 'to' &&
    (tally.at(-1)?.pos === 'NUM' || (tally[0]?.pos === 'NUM' && tally.at(-1)?.lemma === 'vote'));
  if (ones === 1 && !counted && words[at + 1]?.pos !== 'NOUN' && !scaleOf(words[at + 1])) return undefined;
  if (ones >= 0) return { value: ones, to: at + 1 };
  const scaled = /^an?$/.test(folded) ? scaleOf(words[at + 1]) : undefined;
  return scaled ? { value: scaled, to: at + 2 } : undefined;
}
