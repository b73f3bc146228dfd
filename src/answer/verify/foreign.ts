/**
 * Claims in another language than the file's. Their words cannot be compared, so what can be is compared more
 * strictly: names, numbers, dates, whose word it is, what is denied. A fact without any of these cannot be checked.
 */
import anyAscii from 'any-ascii';
import type { CitedClaim, Unit } from './evidence.ts';
import { LANGUAGES, type LanguageLists } from './lexicon/languages.ts';
import { NEGATORS } from './lexicon/operators.ts';
import { nameKey } from './lexicon/places.ts';
import { findDates } from './text/dates.ts';
import { findFigures } from './text/figures.ts';
import { fold } from './text/words.ts';

/** Fewest common words by which a language is heard. */
const HEARD = 2;

/** Whether the claim is in the language that was asked for, when that is not the file's own. */
export function isForeign({ claim, language, topic }: CitedClaim): boolean {
  const lists = LANGUAGES[language];
  return (
    language !== topic.language &&
    lists !== undefined &&
    tokens(claim.text).filter((word) => lists.common.has(word)).length >= HEARD
  );
}

/** What in a foreign claim no single cited fact bears out; nothing where one bears out all that can be compared. */
export function foreignFault(cited: CitedClaim): string | undefined {
  const lists = LANGUAGES[cited.language];
  if (!lists) return cited.language;
  let fault: string | undefined;
  for (const unit of cited.units) {
    fault = unitFault(cited, unit, lists);
    if (fault === undefined) return undefined;
  }
  return fault ?? 'nothing cited';
}

const LONGEST_RATIO = 2.2;

function unitFault({ claim, language }: CitedClaim, unit: Unit, lists: LanguageLists): string | undefined {
  const text = withoutQuotes(claim.text);
  const words = tokens(text);
  if (text.length > unit.reading.text.length * LONGEST_RATIO) return 'longer than the fact';
  const anchors = anchorsOf(unit, language);
  const known = new Set([...knownKeys(unit), ...anchors.names.flatMap((keys) => [...keys])]);
  const odd =
    namingTokens(text, lists).find((word) => !isNamed(word, known)) ??
    numbersIn(text).find((number) => !anchors.numbers.has(number));
  if (odd) return odd;
  const kept =
    anchors.names.filter((keys) => words.some((word) => isNamed(word, keys))).length + numbersIn(text).length;
  const wanted = anchors.names.length + anchors.written;
  if (wanted === 0 || kept * 2 < wanted) return 'too little to compare';
  return deniedFault(words, unit, lists) ?? voiceFault(text, unit, lists);
}

const withoutQuotes = (text: string) => text.replace(/[“„«"][^”“»"]*[”“»"]/gu, ' ');
const tokens = (text: string) =>
  fold(anyAscii(text))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
const numbersIn = (text: string) => text.match(/\d+(?:[.,]\d+)*/g)?.map(plainNumber) ?? [];
/** "1,400", "1.400" and "7,5" are compared by their digits. */
const plainNumber = (number: string) => number.replace(/\D/g, '');

/** Endings such as a genitive's are let pass: "Petros" is Petro. */
const isNamed = (word: string, keys: ReadonlySet<string>) =>
  keys.has(nameKey(word)) ||
  [...keys].some(
    (key) => key.length >= SHORTEST_NAME && word.startsWith(key) && word.length - key.length <= 2,
  );
const SHORTEST_NAME = 4;

/** `names`: the keys by which each name of the fact can be told; `written`: how many numbers it has in digits. */
type Anchors = {
  readonly names: readonly ReadonlySet<string>[];
  readonly numbers: ReadonlySet<string>;
  readonly written: number;
};

/** What a translation keeps: the names in the fact, and its numbers, those of its date included. */
function anchorsOf({ reading, facts, quotes }: Unit, language: string): Anchors {
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

function knownKeys({ reading, background }: Unit): ReadonlySet<string> {
  return new Set(
    [...reading.words, ...background].flatMap(({ text }) => [
      nameKey(fold(text)),
      nameKey(fold(anyAscii(text))),
    ]),
  );
}

/** Capitals in the middle of a sentence; where every noun has one, only what is written in capitals alone. */
function namingTokens(text: string, { capitalNouns }: LanguageLists): readonly string[] {
  const written = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const named = written.filter(
    (word, at) => at > 0 && (capitalNouns ? /^\p{Lu}{2,}$/u : /^\p{Lu}/u).test(word),
  );
  const scripted = written.filter((word) => /\p{L}/u.test(word) && !/\p{Script=Latin}/u.test(word));
  return [...named, ...scripted].map((word) => fold(anyAscii(word)));
}

function deniedFault(
  words: readonly string[],
  { reading }: Unit,
  { negators }: LanguageLists,
): string | undefined {
  const own = words.some((word) => negators.has(word));
  const other = reading.words.some(
    ({ folded, lemma, quoted }) =>
      !quoted &&
      (NEGATORS.has(folded) || NEGATORS.has(lemma) || /^(?:deny|reject|refuse|false)$/.test(lemma)),
  );
  // "denied" may be told as "denied" or as "has no": only a negation that the fact does not have is a fault.
  return own && !other ? 'a negation' : undefined;
}

function voiceFault(
  text: string,
  { voice, people, reading }: Unit,
  { speech, factive }: LanguageLists,
): string | undefined {
  const plain = fold(anyAscii(text));
  const denies = reading.words.some(
    ({ folded, lemma }) => NEGATORS.has(folded) || /^(?:deny|reject|refuse|false)$/.test(lemma),
  );
  if (!voice)
    return denies &&
      !/\b(?:no|not|kein|nicht|ne|pas|non|nao|geen|niet|sin|sans|senza|sem|ohne|zonder|ning|aucun|nessun|nenhum|niemand|nadie|personne)/.test(
        plain,
      )
      ? 'the negation is lost'
      : undefined;
  const speaker = people.find(({ id }) => id === voice.speaker);
  const named =
    speaker &&
    [speaker.name, ...speaker.aliases].some((name) =>
      plain.includes(fold(anyAscii(name)).split(' ').at(-1) ?? ' '),
    );
  if (!named || !speech.test(plain)) return `no word of ${voice.speaker}`;
  return factive.test(plain) ? 'told as true' : undefined;
}
