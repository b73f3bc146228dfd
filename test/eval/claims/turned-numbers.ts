/** Facts with another number, another date or another hedge. */
import type { Word } from '../../../src/answer/verify/text/words.ts';
import { isPlain, like, type ReadFact, rewrite, tidy } from './rewriting.ts';

const COUNTING =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
/** Whether a word is the name of a month. */
export const isMonth = (word: Word | undefined) =>
  word !== undefined && MONTHS.includes(word.folded) && /^\p{Lu}/u.test(word.text);
/** Whether a word is a year. */
export const isYear = ({ folded }: Word) => /^(?:1[5-9]|20)\d\d$/.test(folded);
/** Whether a word is the name of a day. */
export const isWeekday = ({ text }: Word) => /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(text);
const isDay = (word: Word, words: readonly Word[]) =>
  /^\d\d?$/.test(word.text) && (isMonth(words[word.index + 1]) || isMonth(words[word.index - 1]));
const isCount = (word: Word, words: readonly Word[]) =>
  isPlain(word) &&
  word.pos === 'NUM' &&
  (COUNTING.includes(word.folded) || /^\d/.test(word.text)) &&
  !isYear(word) &&
  !isDay(word, words);

/** "312" → "313", "four" → "three" and "five". */
export function number({ reading }: ReadFact): readonly string[] {
  return reading.words
    .filter((word) => isCount(word, reading.words))
    .flatMap((word) => {
      const place = COUNTING.indexOf(word.folded);
      const others =
        place < 0
          ? [word.text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10))]
          : [COUNTING[place - 1] ?? 'thirty', COUNTING[place + 1] ?? 'thirty'];
      return others.map((other) => rewrite(reading, word, other));
    });
}

/** Another day, another month, another year. */
export function date({ reading }: ReadFact): readonly string[] {
  return reading.words.filter(isPlain).flatMap((word) => {
    if (isMonth(word))
      return [rewrite(reading, word, MONTHS[(MONTHS.indexOf(word.folded) + 1) % MONTHS.length] ?? '')];
    if (isYear(word)) return [rewrite(reading, word, String(Number(word.text) + 1))];
    return isDay(word, reading.words) ? [rewrite(reading, word, String((Number(word.text) % 28) + 1))] : [];
  });
}

const HEDGE =
  /(?:^| )(at least|at most|more than|fewer than|less than|up to|about|around|some|nearly|almost|only|exactly)$/i;

/** "at least 110" → "110"; "110" → "more than 110". */
export function hedge({ reading, fact }: ReadFact): readonly string[] {
  const counts = reading.words.filter((word) => isCount(word, reading.words) && word.folded !== 'one');
  return counts.flatMap(({ start }) => {
    const before = fact.text.slice(0, start).trimEnd();
    const after = fact.text.slice(start);
    const own = HEDGE.exec(before)?.[1];
    if (own) return [like(fact.text, tidy(`${before.slice(0, -own.length)} ${after}`))];
    if (before === '') return [`More than ${after.charAt(0).toLowerCase()}${after.slice(1)}`];
    // "over 65", "spread over five days", "1 to 3": no place for another hedge.
    return /(?:than|over|under|above|below|from|to|of|[^\w,])$/.test(before)
      ? []
      : [`${before} more than ${after}`];
  });
}
