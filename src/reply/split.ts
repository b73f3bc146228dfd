/** Splits text and runs for platforms that limit a message: at sentences, else at words, never inside a link. */
import type { Run, Runs } from './reply.ts';

/** Whether a piece is short enough for the platform, as rendered. Whatever fits must fit with less text, too. */
export type Fits<T> = (piece: T) => boolean;

/**
 * Splits a text into pieces that fit, in order. Cuts after a sentence where it can; after a word where one sentence
 * is too long; inside a word only where one word is. A URL and a grapheme (an emoji, a letter with its accents) stay
 * whole unless one alone does not fit. Nothing is lost but white space at a cut.
 */
export function splitText(text: string, fits: Fits<string>): readonly string[] {
  const pieces = splitRuns([{ kind: 'text', text }], (runs) => fits(plainText(runs)));
  return pieces.map(plainText);
}

/** The same for runs: styles survive, and a citation mark stays behind the words that it supports. */
export function splitRuns(runs: Runs, fits: Fits<Runs>): readonly Runs[] {
  if (!runs.some((run) => run.kind === 'citation' || run.text.trim() !== '')) return [];
  if (fits(runs)) return [runs];
  const line = trimmed(unroll(runs));
  return cutInOrder(line, bordersOf(line), fits);
}

/** The text of runs without styles and citation marks. */
function plainText(runs: Runs): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
}

/** One UTF-16 unit of text, or one citation mark. */
type Unit = { readonly char: string; readonly run: Run };

function unroll(runs: Runs): readonly Unit[] {
  return runs.flatMap((run): readonly Unit[] =>
    run.kind === 'citation' ? [{ char: '', run }] : unitsOf(run.text).map((char) => ({ char, run })),
  );
}

function unitsOf(words: string): readonly string[] {
  return Array.from({ length: words.length }, (_, index) => words.charAt(index));
}

function roll(units: readonly Unit[]): Runs {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (const { char, run } of units) {
    const open = runs.at(-1);
    if (run.kind === 'text' && run === last && open?.kind === 'text')
      runs[runs.length - 1] = { ...open, text: open.text + char };
    else runs.push(run.kind === 'text' ? { ...run, text: char } : run);
    last = run;
  }
  return runs;
}

function trimmed(units: readonly Unit[]): readonly Unit[] {
  const inked = ({ char, run }: Unit) => run.kind === 'citation' || char.trim() !== '';
  const start = units.findIndex(inked);
  return start < 0 ? [] : units.slice(start, units.findLastIndex(inked) + 1);
}

/** For each rank of border, best first, the unit indices before which a cut may be made, ascending. */
type Borders = readonly (readonly number[])[];

function cutInOrder(line: readonly Unit[], borders: Borders, fits: Fits<Runs>): readonly Runs[] {
  const pieces: Runs[] = [];
  let start = 0;
  while (start < line.length) {
    const end = endOfPiece(line, { start, borders, fits });
    const piece = trimmed(line.slice(start, end));
    if (piece.length > 0) pieces.push(roll(piece));
    start = end;
  }
  return pieces;
}

function endOfPiece(
  line: readonly Unit[],
  { start, borders, fits }: { readonly start: number; readonly borders: Borders; readonly fits: Fits<Runs> },
): number {
  const fitsUntil = (end: number) => fits(roll(trimmed(line.slice(start, end))));
  if (fitsUntil(line.length)) return line.length;
  for (const rank of borders) {
    const end = lastThat(
      rank.filter((border) => border > start),
      fitsUntil,
    );
    if (end !== undefined) return end;
  }
  // Not even one character fits: going on is better than never ending, and the caller's limit is not usable.
  return borders.at(-1)?.find((border) => border > start) ?? start + 1;
}

/**
 * The last of ascending values for which a monotone test holds: by doubling, then halving, so that the cost follows
 * the length of the piece and not of the whole text.
 */
function lastThat(values: readonly number[], holds: (value: number) => boolean): number | undefined {
  let low = 0;
  let high = 1;
  while (high < values.length && holds(values[high - 1] ?? 0)) [low, high] = [high, high * 2];
  high = Math.min(high, values.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(values[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return values[low - 1];
}

function bordersOf(line: readonly Unit[]): Borders {
  const text = line.map((unit) => unit.char).join('');
  const graphemes = segmentEnds(text, 'grapheme');
  const isGrapheme = new Set(graphemes);
  const links = linkRanges(text);
  const whole = (end: number) => isGrapheme.has(end) && !links.some(([from, to]) => from < end && end < to);
  const ranks = [
    sentenceEnds(text).filter(whole),
    spaceEnds(text).filter(whole),
    segmentEnds(text, 'word').filter(whole),
    graphemes.filter(whole),
    graphemes,
  ];
  const toUnit = unitIndex(line);
  const betweenMarks = line.flatMap(({ char }, index) => (char === '' ? [index, index + 1] : []));
  return [...ranks.map((ends) => ends.map(toUnit)), betweenMarks, codePointEnds(text).map(toUnit)];
}

function linkRanges(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/\bhttps?:\/\/\S+/giu)].map(({ index, 0: link }) => [index, index + link.length]);
}

function spaceEnds(text: string): readonly number[] {
  return [...text.matchAll(/\s+/gu)].map(({ index, 0: space }) => index + space.length);
}

/** Maps an end in the text to the unit index behind it and behind the citation marks that follow it directly. */
function unitIndex(line: readonly Unit[]): (end: number) => number {
  const indices = [0];
  for (const [index, { char }] of line.entries())
    if (char === '') indices[indices.length - 1] = index + 1;
    else indices.push(index + 1);
  return (end) => indices[end] ?? line.length;
}

function segmentEnds(text: string, granularity: 'grapheme' | 'word' | 'sentence'): readonly number[] {
  return Array.from(
    new Intl.Segmenter('en', { granularity }).segment(text),
    ({ index, segment }) => index + segment.length,
  );
}

function codePointEnds(text: string): readonly number[] {
  let end = 0;
  return Array.from(text, (point) => {
    end += point.length;
    return end;
  });
}

/** Ends of sentences and lines. Unicode's rule alone would also cut behind "U.S.", "Jan." and "Dr.". */
function sentenceEnds(text: string): readonly number[] {
  return segmentEnds(text, 'sentence').filter(
    (end) => !endsInAbbreviation(text.slice(Math.max(0, end - 12), end)),
  );
}

const abbreviation =
  /(?:^|[\s(“"])(?:\p{L}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Pres|St|Sr|Jr|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.[^\S\n]*$/u;

function endsInAbbreviation(tail: string): boolean {
  return abbreviation.test(tail);
}
