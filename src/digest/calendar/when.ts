/** Understands when a digest is wanted, or asks back with an example. */
import { formatDate } from '../../knowledge/date.ts';
import { DAYS_EXAMPLE, describeDays, foldWords, takeDays } from './days.ts';
import type { Schedule } from './schedule.ts';
import { formatMinute, takeTime } from './time-of-day.ts';
import { wallClock } from './wall-clock.ts';
import { cityOf, findZone } from './zones.ts';

/** What a user wrote; everything may stand in `time`: "every weekday at 7:30 Bogotá". */
export type WrittenWhen = {
  readonly time: string;
  readonly zone?: string | undefined;
  readonly days?: string | undefined;
  /** IANA zone to fall back on: the user's, from the platform's profile. */
  readonly likelyZone?: string | undefined;
};

/** A schedule, or a question to the user that ends with an example. */
export type ReadWhen =
  | { readonly kind: 'understood'; readonly schedule: Schedule }
  | { readonly kind: 'unclear'; readonly question: string };

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const ZONE_EXAMPLE = '“Bogotá”, “America/Bogota”, “CET” or “UTC-5”';

/** Reads time, zone and days. What is missing: every day, and the likely zone. */
export function readWhen(written: WrittenWhen): ReadWhen {
  const words = foldWords(written.time.slice(0, 200));
  const time = takeTime(words);
  if (time.kind === 'ambiguous')
    return unclear(
      `Is that ${time.hour} in the morning or in the evening? Write “${time.hour}am” or “${time.hour}pm”.`,
    );
  if (time.kind === 'none')
    return unclear(
      `I did not understand the time “${quoted(written.time)}”. Write it like “08:00”, “8am” or “7:30 pm”.`,
    );
  const inTime = takeDays(time.rest);
  const days = readDays(written.days) ?? { days: inTime.days ?? EVERY_DAY };
  if ('question' in days) return unclear(days.question);
  const zone = readZone(written.zone?.trim() || withoutFillers(inTime.rest), written.likelyZone);
  if ('question' in zone) return unclear(zone.question);
  return { kind: 'understood', schedule: { minute: time.minute, zone: zone.zone, days: days.days } };
}

/** "08:00 on weekdays, Bogota time". */
export function describeSchedule({ minute, zone, days }: Schedule): string {
  return `${formatMinute(minute)} ${describeDays(days)}, ${cityOf(zone)} time`;
}

/** "8 January 2026 at 08:00", as the zone's clocks show the instant (epoch milliseconds). */
export function describeMoment(at: number, zone: string): string {
  const [day, time = ''] = new Date(at + wallClock(zone).offsetAt(at)).toISOString().split('T');
  return `${formatDate(day ?? '')} at ${time.slice(0, 5)}`;
}

function unclear(question: string): ReadWhen {
  return { kind: 'unclear', question };
}

type Question = { readonly question: string };

function readDays(words: string | undefined): { readonly days: readonly number[] } | Question | undefined {
  if (!words?.trim()) return undefined;
  const { days, rest } = takeDays(foldWords(words.slice(0, 200)));
  if (days && withoutFillers(rest) === '') return { days };
  return { question: `I did not understand the days “${quoted(words)}”. Write them like ${DAYS_EXAMPLE}.` };
}

function readZone(words: string, likely: string | undefined): { readonly zone: string } | Question {
  if (words === '')
    return likely
      ? { zone: likely }
      : { question: `In which time zone? Add a zone like ${ZONE_EXAMPLE}: “08:00 Bogotá”.` };
  const match = findZone(words);
  switch (match.kind) {
    case 'zone':
      return { zone: match.zone };
    case 'several':
      return {
        question: `Several time zones go by “${quoted(words)}”: ${match.zones.join(', ')}. Write one of them, such as “08:00 ${match.zones[0]}”.`,
      };
    case 'unknown':
      return {
        question: `I do not know the time zone “${quoted(words)}”.${nearest(match.nearest)} Write it like ${ZONE_EXAMPLE}.`,
      };
    default:
      return match satisfies never;
  }
}

function nearest(zones: readonly string[]): string {
  return zones.length > 0 ? ` Did you mean ${zones.join(' or ')}?` : '';
}

function withoutFillers(words: string): string {
  return words
    .replace(/\b(?:at|in|every|each|on|please|time|hora de|horario de|oclock)\b/g, ' ')
    .replace(/^[\s,;()]+|[\s,;()]+$/g, '')
    .replace(/\s+/g, ' ');
}

function quoted(words: string): string {
  return words.trim().slice(0, 60);
}
