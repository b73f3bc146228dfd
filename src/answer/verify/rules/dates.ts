/** The rule about dates. */
import type { FactDate } from '../../../knowledge/schema.ts';
import { isNegator } from '../lexicon/operators.ts';
import { linked, type Match } from '../match.ts';
import { clauseOf } from '../text/clauses.ts';
import { type DateMention, type DatePart, findDates } from '../text/dates.ts';
import { findTimes, sameTime, type TimeMention } from '../text/times.ts';
import { readWords, textOf, type Word } from '../text/words.ts';
import type { Unit } from '../unit.ts';
import { statementRule } from './rule.ts';

export const datesStand = statementRule({
  name: 'dates-stand',
  sentence:
    'Every date in a claim is the date of its fact, no more exact and tied in the same way ("since", "until").',
  check: (match) => {
    const odd = match.dates.find((date) => !stands(date, match)) ?? strayTime(match);
    return odd && textOf(match.statement.reading.words, odd);
  },
});

/** A time of day that the fact does not give. */
function strayTime({ times, unit }: Match): TimeMention | undefined {
  const known = findTimes(unit.reading.words);
  return times.find((time) => !known.some((other) => sameTime(time, other)));
}

/** Whether the fact gives a date of the claim. */
export function stands(date: DateMention, match: Match): boolean {
  const { unit } = match;
  const written = nearestDates(match, date).filter((other) => agrees(date, partsOf(other)));
  const known = undated(unit).flatMap(({ date: own }) => own ?? []);
  const structured = known.filter((own) => within(date, own));
  if (!partStands(date, written, structured)) return false;
  if (written.length > 0)
    return written.some((other) => other.bound === date.bound || tiesAlike(date, other, match));
  const phrases = known.flatMap((own) => (own.phrase ? findDates(readWords(own.phrase)) : []));
  const bounds = [...findDates(unit.reading.words), ...phrases]
    .filter((other) => overlaps(date, other, structured))
    .map(({ bound }) => bound);
  return structured.length > 0 && (bounds.length > 0 ? bounds.includes(date.bound) : date.bound === 'at');
}

/** Of two facts told together, each keeps the date that it gives itself. */
const undated = ({ facts, quotes }: Unit) =>
  facts.length < 2
    ? [...facts, ...quotes]
    : facts.filter(({ text }) => findDates(readWords(text)).length === 0);

const DAYS: Readonly<Record<DatePart, readonly [number, number]>> = {
  early: [1, 11],
  mid: [10, 21],
  late: [20, 31],
};

/** "Early January" is in the fact, or one of its days is. */
function partStands(
  { part }: DateMention,
  written: readonly DateMention[],
  structured: readonly FactDate[],
): boolean {
  if (part === undefined || written.some((other) => other.part === part)) return true;
  const days = [...written.map(({ day }) => day), ...structured.map(({ on }) => isoParts(on, 'day').day)];
  const [first, last] = DAYS[part];
  return days.some((day) => day !== undefined && day >= first && day <= last);
}

/** Verbs with which something begins, so that it holds since then. */
const BEGINS =
  /^(?:begin|start|launch|open|become|return|found|establish|introduce|close|suspend|halt|ban|impose|join|elect|appoint|come)$/;

const begins = ({ lemma, phrase }: Word) =>
  BEGINS.test(lemma) || /^(?:take office|walk out|break out|go on)$/.test(phrase ?? '');

/**
 * What has been so since a day began on it; who was not told until a day was told on it. Only the two ways of telling
 * one date are alike, each with its own verbs.
 */
function tiesAlike(date: DateMention, other: DateMention, match: Match): boolean {
  const { statement, unit, figures } = match;
  const near = clauseOf(statement.reading, date.from)?.words ?? [];
  const far = clauseOf(unit.reading, other.from)?.words ?? [];
  // "was set in 2003" for "dates from 2003"
  const dates = ({ lemma, index }: Word) => lemma === 'date' && index === other.from - 2;
  if (date.bound === 'at' && other.bound === 'since') return near.some(begins) || far.some(dates);
  const { words: told } = statement.reading;
  // "is free until 5 October" for "until the hall closes on 5 October"
  const opening = far[0]?.folded;
  if (other.bound === 'at' && /^(?:since|until|before|after)$/.test(opening ?? ''))
    return date.bound === opening;
  // "a law from 2024" for "a law of 2024": it was made then.
  const made = told[date.from - 1]?.folded === 'from' && told[date.from - 2]?.pos === 'NOUN';
  const ofDate = /^(?:of|dated)$/.test(unit.reading.words[other.from - 1]?.folded ?? '');
  if (date.bound === 'since' && other.bound === 'at')
    return far.some(begins) || (made && (ofDate || far.some(isMade)));
  // "By 13 February the pod was 48 kilometres off" for "On 13 February": a state that a number tells.
  if (date.bound === 'before' && other.bound === 'at')
    return (
      !near.some(({ pos }) => pos === 'VERB') &&
      figures.some(({ at }) => near.some(({ index }) => index === at)) &&
      near.some(({ lemma }) => lemma === 'be')
    );
  // "has until Friday to decide" for "must decide by Friday"
  if (date.bound === 'before' && other.bound === 'until')
    return far.some(
      ({ lemma, index }) => /^(?:have|give)$/.test(lemma) && unit.reading.words[index + 1]?.pos !== 'VERB',
    );
  // "her term ends in 2028" for "runs until 2028"
  if (date.bound === 'at' && other.bound === 'until')
    return (
      !near.some(denies) &&
      (far.some(denies) || near.some(closes) || near.some((verb) => isWhen(other, linked(match, verb), unit)))
    );
  // "was not told until 21 July" for "was told on 21 July"
  if (date.bound === 'until' && other.bound === 'at') return near.some(denies) && !far.some(denies);
  return false;
}

/** "until 16 March, when he stepped down": that he did is on the day itself. */
const isWhen = ({ to }: DateMention, verbs: readonly Word[], { reading }: Unit) =>
  verbs.some(({ pos, index }) => pos === 'VERB' && clauseOf(reading, index)?.words[0]?.index === to + 1) &&
  reading.words[to + 1]?.folded === 'when';

const isMade = ({ lemma }: Word) => /^(?:date|pass|adopt|enact|sign|write|issue|publish|send)$/.test(lemma);

/** Whether a verb says that what lasted until a day is over on it. */
export const closes = ({ lemma }: Word) => /^(?:end|expire|finish|conclude)$/.test(lemma);

const denies = (word: Word) => !word.quoted && isNegator(word);

/** A written date without a year may be the one that the fact gives in full. */
const overlaps = (date: DateMention, other: DateMention, structured: readonly FactDate[]) =>
  structured.length > 0 && agrees(partsOf(other), { ...partsOf(other), ...partsOf(date) });

type Parts = Pick<DateMention, 'year' | 'month' | 'day' | 'weekday'>;

function partsOf({ year, month, day, weekday }: DateMention): Parts {
  const parts = {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
  const full = year !== undefined && month !== undefined && day !== undefined;
  const known = weekday ?? (full ? new Date(Date.UTC(year, month, day)).getUTCDay() : undefined);
  return known === undefined ? parts : { ...parts, weekday: known };
}

/** Whether every part that the claim gives is a part of the other, and the same. */
function agrees(date: Parts, other: Parts): boolean {
  return (['year', 'month', 'day', 'weekday'] as const).every(
    (part) => date[part] === undefined || date[part] === other[part],
  );
}

/** Whether the claim's date falls within the fact's, no more exact than it. */
function within(date: Parts, { on, to, precision }: FactDate & { to?: string | undefined }): boolean {
  const days = to ? daysBetween(on, to) : [on];
  return days.some((day) => agrees(date, isoParts(day, precision)));
}

function isoParts(iso: string, precision: string): Parts {
  const [year = 0, month, day] = iso.split('-').map(Number);
  const known = {
    year,
    ...(month === undefined ? {} : { month: month - 1 }),
    ...(day === undefined ? {} : { day }),
  };
  if (day === undefined || month === undefined) return known;
  return precision === 'year'
    ? { year }
    : { ...known, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

const LONGEST_PERIOD_DAYS = 62;

function daysBetween(from: string, to: string): readonly string[] {
  const start = Date.parse(from);
  const days = Math.round((Date.parse(to) - start) / 86_400_000);
  if (!(days >= 0 && days <= LONGEST_PERIOD_DAYS) || from.length < 10) return [from, to];
  return Array.from({ length: days + 1 }, (_, day) =>
    new Date(start + day * 86_400_000).toISOString().slice(0, 10),
  );
}

/** Where a fact has several dates, those beside the words that the claim dates. */
function nearestDates(match: Match, date: DateMention): readonly DateMention[] {
  const { unit, statement } = match;
  const all = findDates(unit.reading.words);
  if (all.length < 2) return all;
  const own = clauseOf(statement, date.from);
  const verbs = own?.words.filter(({ pos }) => pos === 'VERB') ?? [];
  const clauses = new Set(
    verbs.flatMap((verb) => linked(match, verb).map(({ index }) => clauseOf(unit.reading, index))),
  );
  const near = all.filter(({ from }) => clauses.has(clauseOf(unit.reading, from)));
  return near.length > 0 ? near : all;
}
