/** What of a fact can be found again in a claim in another language. */
import anyAscii from 'any-ascii';
import { nameKey } from '../lexicon/places.ts';
import { findDates } from '../text/dates.ts';
import { findFigures } from '../text/figures.ts';
import { fold } from '../text/words.ts';
import type { Unit } from '../unit.ts';
import { numbersIn, plainNumber, tokens } from './tokens.ts';

/** `names`: the keys by which each name of the fact can be told; `written`: how many numbers it has in digits. */
type Anchors = {
  readonly names: readonly ReadonlySet<string>[];
  readonly numbers: ReadonlySet<string>;
  readonly written: number;
};

/** What a translation keeps: the names in the fact, and its numbers, those of its date included. */
export function anchorsOf({ reading, facts, quotes }: Unit, language: string): Anchors {
  const names = reading.mentions.map(({ from, to, keys }) => {
    const surface = reading.words.slice(from, to).map(({ text }) => text);
    return new Set([
      ...keys,
      ...surface.map((text) => nameKey(fold(anyAscii(text)))),
      ...countryKeys(surface.join(' '), language),
    ]);
  });
  const figures = findFigures(reading.words).map(({ value }) => plainNumber(String(value)));
  const dates = findDates(reading.words)
    .flatMap(({ day, year }) => [day, year])
    .flatMap((part) => (part === undefined ? [] : [String(part)]));
  const structured = [...facts, ...quotes].flatMap(({ date }) =>
    date ? date.on.split('-').map((part) => String(Number(part))) : [],
  );
  const written = numbersIn(reading.text);
  return {
    names,
    numbers: new Set([...figures, ...dates, ...structured, ...written]),
    written: written.length,
  };
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const regionNames = new Map<string, ReadonlyMap<string, string>>();

/** The words of a country's name in another language: "United States" → estados, unidos. */
function countryKeys(name: string, language: string): readonly string[] {
  const known = regionNames.get(language) ?? regionsIn(language);
  regionNames.set(language, known);
  const english = name === 'US' || name === 'U.S.' ? 'united states' : fold(name);
  return tokens(known.get(english) ?? '').map(nameKey);
}

function regionsIn(language: string): ReadonlyMap<string, string> {
  const [english, local] = ['en', language].map(
    (code) => new Intl.DisplayNames([code], { type: 'region', fallback: 'none' }),
  );
  const codes = LETTERS.flatMap((one) => LETTERS.map((other) => one + other));
  return new Map(codes.map((code) => [fold(english?.of(code) ?? ''), local?.of(code) ?? '']));
}

/** Keys of every word in and around a unit. */
export function knownKeys({ reading, background }: Unit): ReadonlySet<string> {
  return new Set(
    [...reading.words, ...background].flatMap(({ text }) => [
      nameKey(fold(text)),
      nameKey(fold(anyAscii(text))),
    ]),
  );
}
