/** Time zones as people name them: IANA ids, cities, countries, abbreviations and offsets. */
import { distance } from 'fastest-levenshtein';
import { foldName } from '../../knowledge/name.ts';
import type { Suggestion } from '../../suggestion.ts';
import { isZone } from './schedule.ts';
import { wallClock } from './wall-clock.ts';
import { ABBREVIATIONS, CITIES, CURRENT_IDS } from './zone-names.ts';

/** A zone found, several to choose from, or none with the nearest ones, best first. */
export type ZoneMatch =
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'several'; readonly zones: readonly string[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** A name that a zone goes by, folded; countries with many zones give each of them a weak name. */
type ZoneName = { readonly name: string; readonly zone: string; readonly country?: true };

/** Discord and Slack show no more. */
const MAX_SUGGESTIONS = 25;
const MAX_CHOICES = 6;

/** Finds the zone that the words name: "Bogotá", "America/Bogota", "CET", "UTC-5", "Colombia". */
export function findZone(words: string): ZoneMatch {
  const sought = words.trim();
  const offset = readOffset(sought);
  if (offset) return { kind: 'zone', zone: offset };
  const folded = foldName(sought.replace(/\s+time$/i, ''));
  const claimed = Object.hasOwn(ABBREVIATIONS, folded) ? ABBREVIATIONS[folded] : undefined;
  if (claimed) return oneOrSeveral(claimed);
  if (sought.includes('/') && isZone(sought)) return { kind: 'zone', zone: canonical(sought) };
  const named = zoneNames().filter(({ name }) => name === folded);
  const cities = named.filter(({ country }) => !country);
  if (named.length > 0) return oneOrSeveral((cities.length > 0 ? cities : named).map(({ zone }) => zone));
  return { kind: 'unknown', nearest: rankZones(folded).slice(0, 3) };
}

/**
 * Completions for a partly typed zone, best first, at most `limit`; `likely` (the asker's own zone) comes first while
 * nothing is typed. Labels say what the clock shows there `now`.
 */
export function suggestZones(
  partial: string,
  {
    limit = MAX_SUGGESTIONS,
    likely,
    now = Date.now(),
  }: { limit?: number; likely?: string; now?: number } = {},
): readonly Suggestion[] {
  const match = partial.trim() === '' ? undefined : findZone(partial);
  const exact = match?.kind === 'zone' ? [match.zone] : match?.kind === 'several' ? match.zones : [];
  const found = match
    ? [...exact, ...rankZones(foldName(partial))]
    : [...(likely && isZone(likely) ? [likely] : []), ...COMMON_ZONES];
  return [...new Set(found)]
    .slice(0, Math.min(limit, MAX_SUGGESTIONS))
    .map((zone) => ({ label: labelZone(zone, now), value: zone }));
}

/** "Bogota (UTC−05:00, 08:12 now)". */
export function labelZone(zone: string, now: number): string {
  const offset = wallClock(zone).offsetAt(now);
  const shown = new Date(now + offset).toISOString().slice(11, 16);
  return `${cityOf(zone)} (${offsetName(offset)}, ${shown} now)`.slice(0, 100);
}

/** "Bogota" for "America/Bogota"; an offset stays as it is. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

const COMMON_ZONES: readonly string[] = [
  'America/Bogota',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Mexico_City',
  'America/Sao_Paulo',
  'America/Argentina/Buenos_Aires',
  'Europe/London',
  'Europe/Madrid',
  'Europe/Paris',
  'Europe/Berlin',
  'Africa/Lagos',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
  'UTC',
];

function oneOrSeveral(zones: readonly string[]): ZoneMatch {
  const [first, ...others] = new Set(zones.map(canonical).sort(byLikelihood));
  if (first === undefined) return { kind: 'unknown', nearest: [] };
  return others.length === 0
    ? { kind: 'zone', zone: first }
    : { kind: 'several', zones: [first, ...others].slice(0, MAX_CHOICES) };
}

/** Zones where many people live come first; `>>> 0` puts those that are not listed (-1) last. */
function byLikelihood(a: string, b: string): number {
  const rank = (zone: string) => COMMON_ZONES.indexOf(zone) >>> 0;
  return rank(a) - rank(b) || a.localeCompare(b);
}

function canonical(zone: string): string {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
  return CURRENT_IDS[timeZone] ?? timeZone;
}

/** "UTC-5", "GMT+5:30" and "+0530" as "-05:00" and "+05:30"; undefined where it is none or no clock is so far off. */
function readOffset(words: string): string | undefined {
  const match = /^(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(words);
  const [, sign, hours, minutes = '00'] = match ?? [];
  if (!sign || !hours || Number(hours) > 14) return undefined;
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}

function offsetName(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const clock = [Math.floor(minutes / 60), Math.round(minutes % 60)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `UTC${offset < 0 ? '−' : '+'}${clock.join(':')}`;
}

let names: readonly ZoneName[] | undefined;

/** Made at the first use: asking Intl for the zones of every country takes tens of milliseconds. */
function zoneNames(): readonly ZoneName[] {
  names ??= [
    ...Intl.supportedValuesOf('timeZone')
      .map(canonical)
      .map((zone) => ({ name: foldName(cityOf(zone)), zone })),
    { name: 'utc', zone: 'UTC' },
    ...Object.entries(CITIES).map(([name, zone]) => ({ name, zone: canonical(zone) })),
    ...countryNames(),
  ];
  return names;
}

function countryNames(): readonly ZoneName[] {
  const regions = ['en', 'es', 'pt'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  return regionCodes().flatMap((code) => {
    const zones = zonesOfRegion(code);
    const spellings = new Set(regions.map((region) => foldName(region.of(code) ?? code)));
    return [...spellings].flatMap((name) => zones.map((zone): ZoneName => ({ name, zone, country: true })));
  });
}

function regionCodes(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap((first) => letters.map((second) => first + second));
}

function zonesOfRegion(code: string): readonly string[] {
  const locale = new Intl.Locale(`und-${code}`);
  // Newer than TypeScript's library; every engine that runs this desk has it.
  const zones: unknown =
    'getTimeZones' in locale && typeof locale.getTimeZones === 'function' ? locale.getTimeZones() : [];
  return Array.isArray(zones) ? zones.map(String).map(canonical) : [];
}

/** Zones whose names begin with, hold or resemble the words, best first. */
function rankZones(folded: string): readonly string[] {
  const scored = zoneNames()
    .map((candidate) => ({ zone: candidate.zone, score: scoreName(folded, candidate) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || byLikelihood(a.zone, b.zone));
  return [...new Set(scored.map(({ zone }) => zone))];
}

function scoreName(folded: string, { name, zone, country }: ZoneName): number {
  const weight = country ? 0.5 : 1;
  if (folded === '') return 0;
  if (name === folded) return 100 * weight;
  if (name.startsWith(folded)) return 80 * weight;
  if (name.includes(` ${folded}`)) return 60 * weight;
  if (foldName(zone).startsWith(folded)) return 40 * weight;
  if (folded.length >= 4 && distance(folded, name) <= Math.floor(folded.length / 4)) return 20 * weight;
  return 0;
}
