/** Weekdays as people write them, in English, Spanish and Portuguese. */

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;
const WEEKDAYS = [1, 2, 3, 4, 5] as const;
const WEEKEND = [6, 7] as const;

const GROUPS: Readonly<Record<string, readonly number[]>> = {
  daily: EVERY_DAY,
  everyday: EVERY_DAY,
  'every day': EVERY_DAY,
  'all days': EVERY_DAY,
  'todos los dias': EVERY_DAY,
  'cada dia': EVERY_DAY,
  'todos os dias': EVERY_DAY,
  weekday: WEEKDAYS,
  weekdays: WEEKDAYS,
  workday: WEEKDAYS,
  workdays: WEEKDAYS,
  'working days': WEEKDAYS,
  'business days': WEEKDAYS,
  'entre semana': WEEKDAYS,
  'dias laborables': WEEKDAYS,
  'dias uteis': WEEKDAYS,
  weekend: WEEKEND,
  weekends: WEEKEND,
  'fin de semana': WEEKEND,
  'fim de semana': WEEKEND,
};

/** What days can be written like, for asking back. */
export const DAYS_EXAMPLE = '“weekdays”, “every day”, “weekends” or “Mon, Wed, Fri”';

/**
 * Finds days in words: those that it names, and the words without them. `days` is absent where none are named.
 * The words come folded: lower case, no accents.
 */
export function takeDays(words: string): { readonly days?: readonly number[]; readonly rest: string } {
  const found = new Set<number>();
  const rest = words
    .replace(RANGE, (_all, first: string, last: string) => addAll(found, between(first, last)))
    .replace(GROUP, (_all, group: string) => addAll(found, GROUPS[group] ?? []))
    .replace(DAY, (_all, day: string) => addAll(found, [DAY_NAMES.get(day) ?? 0]));
  if (found.size === 0) return { rest: words };
  return { days: [...found].sort(), rest: rest.replace(/\s+/g, ' ').trim() };
}

/** "every day", "on weekdays", "on Mondays and Fridays". */
export function describeDays(days: readonly number[]): string {
  const chosen = [...days].sort().join();
  if (chosen === EVERY_DAY.join()) return 'every day';
  if (chosen === WEEKDAYS.join()) return 'on weekdays';
  if (chosen === WEEKEND.join()) return 'on weekends';
  const names = [...days].sort().map((day) => `${nameOfDay(day, 'en', 'long')}s`);
  return `on ${new Intl.ListFormat('en', { type: 'conjunction' }).format(names)}`;
}

/** Longer than any words for when; taking the accents of a long run of them apart takes its length squared. */
const MOST_FOLDED = 1000;

/** Lower case, without accents. At most a thousand characters are looked at. */
export function foldWords(words: string): string {
  return words
    .slice(0, MOST_FOLDED)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

function addAll(found: Set<number>, days: readonly number[]): string {
  for (const day of days) found.add(day);
  return ' ';
}

function between(first: string, last: string): readonly number[] {
  const start = DAY_NAMES.get(first) ?? 1;
  const length = ((((DAY_NAMES.get(last) ?? 7) - start) % 7) + 7) % 7;
  return Array.from({ length: length + 1 }, (_, step) => ((start - 1 + step) % 7) + 1);
}

function nameOfDay(day: number, language: string, weekday: 'long' | 'short'): string {
  // 2024-01-01 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}

function spellingsOf(day: number): readonly string[] {
  const names = ['en', 'es', 'pt'].flatMap((language) => [
    nameOfDay(day, language, 'long'),
    nameOfDay(day, language, 'short'),
  ]);
  const folded = names.map((name) => foldWords(name).replace('.', ''));
  // "segunda-feira" is said "segunda"; English says "on Mondays".
  const shortened = folded.map((name) => name.replace('-feira', ''));
  return [...folded, ...shortened].flatMap((name) => [name, `${name}s`]);
}

const DAY_NAMES: ReadonlyMap<string, number> = new Map([
  ...EVERY_DAY.flatMap((day) => spellingsOf(day).map((name) => [name, day] as const)),
  ...Object.entries({ tues: 2, weds: 3, thur: 4, thurs: 4 }),
]);

const anyOf = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');
const JOINED = '(?:\\s*(?:,\\s*and\\b|,|&|\\band\\b|\\by\\b|\\be\\b)\\s*)?';
const BEFORE = '(?:\\b(?:on|every|each|los|el|cada|todos|as|aos)\\s+)*';
const GROUP = new RegExp(`${BEFORE}\\b(${anyOf(Object.keys(GROUPS))})\\b${JOINED}`, 'g');
const DAY = new RegExp(`${BEFORE}\\b(${anyOf(DAY_NAMES.keys())})\\b\\.?${JOINED}`, 'g');
const RANGE = new RegExp(
  `${BEFORE}\\b(${anyOf(DAY_NAMES.keys())})\\s*(?:-|–|to|through|a|ate)\\s*(${anyOf(DAY_NAMES.keys())})\\b`,
  'g',
);
