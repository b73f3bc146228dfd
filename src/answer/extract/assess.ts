/** Judges how well one candidate answers a question, and what speaks against it. */
import type { Dossier } from '../dossier.ts';
import type { Asked, AskedTerm } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { strengthIn } from './kinship.ts';
import { type Fit, fitOf } from './roles.ts';
import { slotFill } from './slots.ts';
import { ACCUSING, DENYING } from './vocabulary.ts';

/** Why a candidate may not be given as the answer. */
export type Fault =
  | 'person'
  | 'verb'
  | 'stranger'
  | 'number'
  | 'focus'
  | 'role'
  | 'slot'
  | 'speaker'
  | 'thin';

export type Assessment = {
  readonly candidate: Candidate;
  /** Higher answers better; comparable within one question. */
  readonly score: number;
  /** Met share of what the question says, 0..1. */
  readonly coverage: number;
  readonly faults: readonly Fault[];
  /** Whether a fault forbids it; the others only keep it from agreeing with the question. */
  readonly blocked: boolean;
  /** For each term how surely it is met, 0..1. */
  readonly strengths: readonly number[];
};

/** Below this share of the question met, a fact only shares words with it. */
const THIN = 0.45;
/** From this strength on a term counts as met. */
const MET = 0.4;
/** Words beside the text count for less than words in it. */
const BESIDE = 0.85;

const FIT_BONUS = { fits: 0.5, open: 0, contradicts: 0 } as const;

/** The judgement. */
export function assess(asked: Asked, candidate: Candidate, dossier: Dossier): Assessment {
  const strengths = asked.terms.map((term) => strengthOf(term, candidate));
  const named = asked.mentions.map(({ ids }) => involves(ids, candidate, dossier));
  const coverage = coverageOf(asked, { strengths, named, dossier });
  const fill = slotFill(asked, candidate, dossier);
  const fit = asked.deed && candidate.fact ? fitOf(asked.deed, candidate.fact, dossier) : 'open';
  const faults = faultsOf(asked, candidate, { strengths, named, coverage, fill, fit, dossier });
  const blocking = faults.filter((fault) => blocks(fault, asked));
  const score =
    4 * coverage +
    1.5 * fill +
    kindBonus(asked, candidate) -
    0.01 * candidate.rank -
    blocking.length +
    FIT_BONUS[fit];
  return { candidate, score, coverage, faults, blocked: blocking.length > 0, strengths };
}

function strengthOf(term: AskedTerm, candidate: Candidate): number {
  const { tokens, beside } = candidate.reading;
  const own = strengthIn(term.kin, tokens);
  if (own === 1) return 1;
  return Math.max(own, BESIDE * strengthIn(term.kin, beside), kindStrength(term, candidate));
}

/** What a fact is can meet a word that its sentence does not hold: a denial answers "deny", anybody's word "say". */
function kindStrength(term: AskedTerm, { fact, quote }: Candidate): number {
  if (fact?.kind === 'denial' && DENYING.has(term.stem)) return 1;
  if (fact?.kind === 'allegation' && ACCUSING.has(term.stem)) return 1;
  return (quote !== undefined || fact?.attributedTo !== undefined) && term.part === 'speech' ? 0.8 : 0;
}

type Matched = {
  readonly strengths: readonly number[];
  readonly named: readonly boolean[];
  readonly dossier: Dossier;
};

/** The verb says more than any other word what is asked. */
const DEED_WEIGHT = 1.3;
const PART_WEIGHT = { content: 1, focus: 1.2, type: 0, generic: 0.15, speech: 0.3 } as const;

function coverageOf(asked: Asked, { strengths, named, dossier }: Matched): number {
  let met = 0;
  let all = 0;
  asked.terms.forEach((term, at) => {
    const share = PART_WEIGHT[term.part] * (term === asked.deed?.verb ? DEED_WEIGHT : 1);
    const weight = share * rarity(dossier.stems.get(term.stem) ?? 0, dossier);
    const strength = strengths[at] ?? 0;
    met += weight * (strength >= MET ? strength : 0);
    all += weight;
  });
  asked.mentions.forEach(({ ids }, at) => {
    const weight =
      (isEssential(ids, asked, dossier) ? 0.6 : 0.25) *
      rarity(Math.max(...ids.map((id) => dossier.involvements.get(id) ?? 0)), dossier);
    met += named[at] ? weight : 0;
    all += weight;
  });
  return all > 0 ? met / all : 0;
}

function rarity(count: number, { facts, quotes }: Dossier): number {
  const size = facts.size + quotes.size;
  return Math.log(1 + (size - Math.min(count, size) + 0.5) / (count + 0.5));
}

/** Whether a fact involves somebody, directly or through who speaks or acts for them. */
export function involves(ids: readonly string[], { reading }: Candidate, dossier: Dossier): boolean {
  if (ids.some((id) => reading.involved.has(id))) return true;
  return ids.some((id) => [...reading.involved].some((other) => standsFor(other, id, dossier)));
}

/** "Foreign ministry of Colombia" stands for Colombia, "the Trump administration" for Trump. */
export function standsFor(one: string, other: string, dossier: Dossier): boolean {
  const person = dossier.people.get(other);
  const actor = dossier.people.get(one);
  if (!person || !actor) return false;
  const described =
    person.kind === 'place' ? actor.role : actor.kind === 'organisation' ? actor.name : undefined;
  return holdsWords(described ?? '', person.kind === 'person' ? lastWord(person.name) : person.name);
}

function holdsWords(text: string, words: string): boolean {
  return ` ${text.toLowerCase().replace(/['’]s\b/g, '')} `.includes(` ${words.toLowerCase()} `);
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

/** A place is mostly where a story plays, and need not stand in each fact; as a party to the deed it must. */
function isEssential(ids: readonly string[], { deed }: Asked, dossier: Dossier): boolean {
  const isPlace = ids.every((id) => dossier.people.get(id)?.kind === 'place');
  const party = [...(deed?.agents ?? []), ...(deed?.patients ?? [])];
  return !isPlace || ids.some((id) => party.includes(id));
}

type Measures = Matched & { readonly coverage: number; readonly fill: number; readonly fit: Fit };

function faultsOf(asked: Asked, candidate: Candidate, measures: Measures): readonly Fault[] {
  const { strengths, named, coverage, fill, fit, dossier } = measures;
  const unmet = asked.terms.filter((_, at) => (strengths[at] ?? 0) < MET);
  const faults: readonly (readonly [Fault, boolean])[] = [
    [
      'person',
      asked.mentions.some((mention, at) => named[at] === false && isEssential(mention.ids, asked, dossier)),
    ],
    [
      'verb',
      strengths[asked.terms.findIndex((term) => term === asked.deed?.verb && term.part === 'content')] === 0,
    ],
    ['stranger', unmet.some(({ role, part }) => role === 'name' && part !== 'generic')],
    ['number', unmet.some(({ role }) => role === 'number')],
    ['focus', unmet.some(({ part }) => part === 'focus')],
    ['role', fit === 'contradicts'],
    ['slot', fill === 0],
    ['speaker', asked.speakers.length > 0 && !isSaidBy(asked.speakers, candidate, dossier)],
    ['thin', coverage < THIN],
  ];
  return faults.filter(([, present]) => present).map(([fault]) => fault);
}

function isSaidBy(speakers: readonly string[], { fact, quote }: Candidate, dossier: Dossier): boolean {
  const voice = quote?.speaker ?? fact?.attributedTo;
  return voice !== undefined && speakers.some((id) => id === voice || standsFor(voice, id, dossier));
}

/** "No date has been announced" speaks of the date that is asked for; other facts merely have one. */
function typeBonus({ terms }: Asked, strengths: readonly number[]): number {
  return terms.some(({ part }, at) => part === 'type' && strengths[at] === 1) ? 0.3 : 0;
}

function kindBonus({ slot }: Asked, { fact, quote }: Candidate): number {
  if (slot === 'quote') return quote ? (quote.text.includes(' ') && quote.text.length > 25 ? 0.6 : 0.4) : 0;
  if (quote) return -0.4;
  return slot === 'when' && fact?.kind === 'unknown' ? 0.3 : 0;
}

/** Whether it was so is answered by what was so instead; everything else that is asked must fit. */
function blocks(fault: Fault, { question }: Asked): boolean {
  if (fault === 'verb') return question.kind === 'yes-no';
  return !(question.kind === 'yes-no' && (fault === 'number' || fault === 'role'));
}
