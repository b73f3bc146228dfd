/** Judges how well one candidate answers a question, and what speaks against it. */
import type { MetTerm, UnmetTerm } from '../../retrieval/support.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { slotFill } from './slots.ts';
import { ACCUSING, DENYING, GENERIC, SPEECH } from './vocabulary.ts';

/** Why a candidate may not be given as the answer. */
export type Fault = 'person' | 'stranger' | 'number' | 'slot' | 'speaker' | 'thin' | 'opposite';

export type Assessment = {
  readonly candidate: Candidate;
  /** Higher answers better; comparable within one question. */
  readonly score: number;
  /** Met share of what the question says, 0..1. */
  readonly coverage: number;
  readonly faults: readonly Fault[];
};

/** Below this share of the question met, a fact only shares words with it. */
const THIN = 0.45;
const STRENGTH = { exact: 1, stem: 1, field: 0.9, alias: 0.8, synonym: 0.8, fuzzy: 0.8 } as const;

/** The judgement. */
export function assess(asked: Asked, candidate: Candidate, dossier: Dossier): Assessment {
  const weights = weigh(asked, candidate, dossier);
  const coverage = weights.all > 0 ? weights.met / weights.all : 0;
  const fill = slotFill(asked, candidate, dossier);
  const faults = faultsOf(asked, candidate, { dossier, coverage, fill });
  const score =
    4 * coverage + 1.5 * fill + kindBonus(asked, candidate) - 0.05 * candidate.rank - faults.length;
  return { candidate, score, coverage, faults };
}

type Weights = { readonly met: number; readonly all: number };

function weigh(asked: Asked, candidate: Candidate, dossier: Dossier): Weights {
  const { met, unmet } = candidate.hit.support;
  const own = new Set(asked.terms.map(({ stem }) => stem));
  const metTerms = met.filter(({ term }) => own.has(term.stem));
  const unmetTerms = unmet.filter(({ term }) => own.has(term.stem));
  const names = asked.mentions.map((mention) => involves(mention.ids, candidate, dossier));
  const metNames = names.filter(Boolean).length * NAME_WEIGHT;
  const metSum = sum(metTerms.map((term) => metWeight(term))) + metNames;
  const excused = unmetTerms.filter((term) => isExcused(term, candidate));
  const failing = unmetTerms.filter((term) => !excused.includes(term));
  return {
    met: metSum,
    all: metSum + sum(failing.map((term) => unmetWeight(term))) + (names.length * NAME_WEIGHT - metNames),
  };
}

/** Names stand in most facts of their topic, so that a name that is met says little. */
const NAME_WEIGHT = 0.7;

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function metWeight({ term, how, idf }: MetTerm): number {
  return (GENERIC.has(term.stem) ? 0.3 : 1) * Math.max(idf, 0.5) * STRENGTH[how];
}

function unmetWeight({ term, idf }: UnmetTerm): number {
  return (GENERIC.has(term.stem) ? 0.15 : 1) * Math.max(idf, 0.5);
}

/** What a fact is can meet a word that its sentence does not hold: a denial answers "deny", anybody's word "say". */
function isExcused({ term }: UnmetTerm, { fact, quote }: Candidate): boolean {
  if (fact?.kind === 'denial' && DENYING.has(term.stem)) return true;
  if (fact?.kind === 'allegation' && ACCUSING.has(term.stem)) return true;
  return (quote !== undefined || fact?.attributedTo !== undefined) && SPEECH.has(term.stem);
}

/** Whether a fact involves somebody, directly or through who speaks or acts for them. */
export function involves(ids: readonly string[], { reading }: Candidate, dossier: Dossier): boolean {
  if (ids.some((id) => reading.involved.has(id))) return true;
  return ids.some((id) => [...reading.involved].some((other) => standsFor(other, id, dossier)));
}

/** "Foreign ministry of Colombia" stands for Colombia. */
function standsFor(one: string, other: string, dossier: Dossier): boolean {
  const person = dossier.people.get(other);
  const role = ` ${(dossier.people.get(one)?.role ?? '').toLowerCase()} `;
  return person?.kind === 'place' && role.includes(` ${person.name.toLowerCase()} `);
}

type Measures = { readonly dossier: Dossier; readonly coverage: number; readonly fill: number };

function faultsOf(
  asked: Asked,
  candidate: Candidate,
  { dossier, coverage, fill }: Measures,
): readonly Fault[] {
  const { unmet } = candidate.hit.support;
  const own = new Set(asked.terms.map(({ stem }) => stem));
  const failing = unmet.filter(({ term }) => own.has(term.stem));
  const faults: Fault[] = [];
  if (asked.mentions.some(({ ids }) => !involves(ids, candidate, dossier))) faults.push('person');
  if (failing.some(({ term }) => term.role === 'name')) faults.push('stranger');
  if (failing.some(({ term }) => term.role === 'number')) faults.push('number');
  if (failing.some(({ opposite }) => opposite !== undefined)) faults.push('opposite');
  if (fill === 0) faults.push('slot');
  if (asked.speakers.length > 0 && !isSaidBy(asked.speakers, candidate, dossier)) faults.push('speaker');
  if (coverage < THIN) faults.push('thin');
  return faults;
}

function isSaidBy(speakers: readonly string[], { fact, quote }: Candidate, dossier: Dossier): boolean {
  const voice = quote?.speaker ?? fact?.attributedTo;
  return voice !== undefined && speakers.some((id) => id === voice || standsFor(voice, id, dossier));
}

function kindBonus({ slot }: Asked, { fact, quote }: Candidate): number {
  if (slot === 'quote') return quote ? 0.6 : 0;
  if (quote) return -0.4;
  return slot === 'when' && fact?.kind === 'unknown' ? 0.3 : 0;
}
