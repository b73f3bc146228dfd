/** Whether a candidate holds the sort of thing that a question asks for. */
import { type Token, tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { MONEY } from './vocabulary.ts';

const DATE_WORD =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|today|yesterday|tomorrow|1\d{3}|20\d{2})$/;
const UNIT = /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)$/;
const PLACE_WORD = /^(?:in|at|on|aboard|to|from|near|outside|inside|into|under|across)$/;
const CAUSE =
  /\b(?:because|since|due to|after|over|in order to|so that|so as|owing to|as a result|in response|for|to|on|fears?|gives|against)\b/iu;
const STRONG_CAUSE =
  /\b(?:because|due to|in order to|owing to|as a result|so that|in response)\b|, to [a-z]+ /iu;
const AIM =
  /\b(?:to (?!the\b|a\b|an\b|his\b|her\b|its\b|their\b|be\b)[a-z]+|after (?:he|she|it|they|the)|gives?) /u;

/** 1 where the candidate surely holds it, 0 where it does not, between where it may. */
export function slotFill(asked: Asked, candidate: Candidate, dossier: Dossier): number {
  const { tokens } = candidate.reading;
  switch (asked.slot) {
    case 'who':
      return namesAnother(asked, candidate, dossier) ? 1 : 0;
    case 'identity':
      return introduces(asked, candidate, dossier);
    case 'when':
      return whenFill(candidate, tokens);
    case 'where':
      return whereFill(candidate, dossier);
    case 'how-many':
      return countFill(asked, tokens);
    case 'money':
      return tokens.some(isNumber) && MONEY.test(textOf(candidate)) ? 1 : 0;
    case 'measure':
      return tokens.some(isNumber) && asked.measure?.test(textOf(candidate))
        ? 1
        : tokens.some(isPercent)
          ? 0.6
          : 0;
    case 'clock':
      return CLOCK.test(textOf(candidate)) ? 1 : 0;
    case 'how-long':
      return tokens.some(
        ({ folded }, at) => UNIT.test(folded) && tokens.slice(Math.max(0, at - 4), at).some(isAmount),
      )
        ? 1
        : 0;
    case 'why':
      return whyFill(candidate);
    case 'quote':
      return candidate.quote || isSaid(candidate) ? 1 : 0;
    default:
      return 1;
  }
}

const CLOCK = /\b\d{1,2}[.:]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\bo'clock\b|\b(?:noon|midnight|dawn|dusk)\b/;

function textOf({ fact, quote }: Candidate): string {
  return (fact ?? quote)?.text.toLowerCase() ?? '';
}

function isPercent({ folded }: Token, at: number, tokens: readonly Token[]): boolean {
  return folded === 'percent' || (folded === 'per' && tokens[at + 1]?.folded === 'cent');
}

/** Share of somebody's name and role that the candidate gives: the fact that introduces them answers who they are. */
function introduces({ mentions }: Asked, { reading }: Candidate, dossier: Dossier): number {
  const person = dossier.people.get(mentions[0]?.ids[0] ?? '');
  const wanted = new Set(
    tokenise(`${person?.name ?? ''} ${person?.role ?? ''}`)
      .filter(isContent)
      .map(({ stem }) => stem),
  );
  const given = new Set(reading.tokens.map(({ stem }) => stem));
  return [...wanted].filter((stem) => given.has(stem)).length / Math.max(1, wanted.size);
}

const isContent = ({ folded }: Token) => !/^(?:of|the|a|an|in|for|and)$/.test(folded);

function isSaid({ fact }: Candidate): boolean {
  return fact?.attributedTo !== undefined;
}

/** "Who is Petro?" asks about the one it names; every other "who" asks for somebody else. */
function namesAnother(asked: Asked, { reading, fact, quote }: Candidate, dossier: Dossier): boolean {
  const named = new Set(asked.mentions.flatMap(({ ids }) => ids));
  const isActor = (id: string) =>
    dossier.people.get(id)?.kind !== 'place' || /^(?:united|the)/i.test(dossier.people.get(id)?.name ?? '');
  if (named.size > 0 && asked.terms.length === 0) return true;
  const others = [...reading.involved, fact?.attributedTo ?? '', quote?.speaker ?? ''].filter(
    (id) => id !== '' && !named.has(id) && isActor(id),
  );
  return others.length > 0 || reading.tokens.some((token, at) => at > 0 && /^\p{Lu}/u.test(token.surface));
}

function whenFill({ fact, quote }: Candidate, tokens: readonly Token[]): number {
  if (fact?.kind === 'unknown')
    return tokens.some(({ folded }) => /^(?:dates?|when|time|day)$/.test(folded)) ? 1 : 0.4;
  if (tokens.some(({ folded }) => DATE_WORD.test(folded))) return 1;
  return (fact ?? quote)?.date ? 0.8 : 0;
}

function whereFill({ fact, quote, reading }: Candidate, dossier: Dossier): number {
  if (fact?.place || quote?.venue) return 1;
  const isPlace = (ids: readonly string[]) => ids.some((id) => dossier.people.get(id)?.kind === 'place');
  const located = (from: number) =>
    reading.tokens.slice(Math.max(0, from - 2), from).some(({ folded }) => PLACE_WORD.test(folded));
  if (reading.mentions.some(({ ids, from }) => isPlace(ids) && located(from))) return 0.9;
  const other = reading.tokens.some((token, at) => at > 0 && /^\p{Lu}/u.test(token.surface) && located(at));
  return other ? 0.7 : 0;
}

function whyFill({ fact, quote }: Candidate): number {
  const text = fact?.text ?? quote?.text ?? '';
  if (STRONG_CAUSE.test(text)) return 1;
  if (AIM.test(text)) return 0.7;
  return CAUSE.test(text) ? 0.4 : 0.1;
}

const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|fifth|nobody|none|no)$/;

const NEAR = 6;

/** The number has to stand by the word for what is counted. */
function countFill(asked: Asked, tokens: readonly Token[]): number {
  const counted = asked.terms.filter(({ part }) => part === 'focus');
  const isCounted = ({ stem }: Token) => counted.some(({ kin }) => (kin.get(stem) ?? 0) >= 0.4);
  const numbers = tokens.flatMap((token, at) => (isNumber(token) && !isPartOfDate(tokens, at) ? [at] : []));
  if (numbers.length === 0) return 0;
  if (counted.length === 0) return 1;
  const near = numbers.some((at) => tokens.slice(Math.max(0, at - NEAR), at + NEAR).some(isCounted));
  return near ? 1 : 0;
}

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

function isPartOfDate(tokens: readonly Token[], at: number): boolean {
  return [tokens[at - 1], tokens[at + 1]].some((token) => token !== undefined && MONTH.test(token.folded));
}

/** Digits or a number word; years are dates, not amounts. */
export function isNumber({ folded }: Token): boolean {
  return (/^\d/.test(folded) && !/^(?:1\d{3}|20\d{2})$/.test(folded)) || NUMBER_WORD.test(folded);
}

function isAmount(token: Token): boolean {
  return isNumber(token) || /^(?:an|a|several|few)$/.test(token.folded);
}
