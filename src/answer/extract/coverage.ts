/** How much of what a question says stands in a candidate. */
import type { Person } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import { tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import { kinshipOf, strengthIn } from './kinship.ts';
import type { Mention } from './mentions.ts';
import { involves } from './party.ts';
import type { Sort } from './sort.ts';
import { ACCUSING, BODIES, DENYING, KIN, PERSON_NOUNS } from './vocabulary.ts';

/** From this strength on a term counts as met. */
export const MET = 0.4;
/** Whether a word by itself meets a term. */
export function isMetBy(term: Pick<AskedTerm, 'kin'>, word: { readonly stem: string }): boolean {
  return kinshipOf(term, word) >= MET;
}

/** Words beside the text count for less than words in it. */
const BESIDE = 0.85;

/** What of the question a candidate meets. */
export type Coverage = {
  /** For each term how surely it is met, 0..1. */
  readonly strengths: readonly number[];
  /** For each mention how surely the candidate involves it: 1 by name, less through who stands for it, 0 not. */
  readonly named: readonly number[];
  /** Met share, weighted by rarity, 0..1. */
  readonly share: number;
};

/** Measures the coverage. */
export function coverageOf(asked: Asked, candidate: Candidate, dossier: Dossier): Coverage {
  const strengths = asked.terms.map((term) => strengthOf(term, candidate, dossier));
  const passing = passingMentions(asked);
  const named = asked.mentions.map((mention) => {
    const isThere = mention.located
      ? Number(mention.ids.some((id) => candidate.reading.involved.has(id)))
      : involves(mention.ids, candidate, dossier);
    const kin = asked.terms.findIndex(({ position, folded }) => position === mention.to && KIN.test(folded));
    const isByKin = (strengths[kin] ?? 0) >= MET;
    return Math.max(isThere, isByKin ? BY_KIN : 0, passing.has(mention) ? IN_PASSING : 0);
  });
  const { weights } = asked;
  let met = 0;
  let all = 0;
  for (const [at, term] of asked.terms.entries()) {
    const strength = strengths[at] ?? 0;
    // A figure that is wrong in a yes-or-no question is for the answer to set right.
    if (strength < MET && term.role === 'number' && asked.question.kind === 'yes-no') continue;
    const weight = (strength >= MET ? weights.met : weights.unmet)[at] ?? 0;
    met += strength >= MET ? weight * strength : 0;
    all += weight;
  }
  for (const [at, weight] of weights.names.entries()) {
    met += weight * (named[at] ?? 0);
    all += weight;
  }
  return { strengths, named, share: all > 0 ? met / all : 0 };
}

/** "What will she do if he resigns?": he need not be in what answers. */
const IN_PASSING = 0.8;

/** The mentions in a condition or a time, where the question has others. */
const passingMentions = oncePer(({ mentions, question: { tokens } }: Asked): ReadonlySet<Mention> => {
  const from = tokens.findIndex(({ folded }, at) => at > 2 && /^(?:if|unless|once|while)$/.test(folded));
  const passing = from < 0 ? [] : mentions.filter((mention) => mention.from > from);
  return new Set(passing.length < mentions.length ? passing : []);
});

/** "The Dall family" is met by the family, whether or not its name is told again. */
const BY_KIN = 0.8;

function strengthOf(term: AskedTerm, candidate: Candidate, dossier: Dossier): number {
  const { tokens, beside, inNames, lexemes, lexemesBeside } = candidate.reading;
  const own = lexemes.some(term.isKin) ? strengthIn(term, tokens, inNames) : 0;
  if (term.dated) return own === 1 ? 1 : 0;
  if (own === 1) return 1;
  return Math.max(
    isSomebody(term) && own < SYNONYM ? 0 : own,
    isSomebody(term) || !lexemesBeside.some(term.isKin) ? 0 : BESIDE * strengthIn(term, beside),
    kindStrength(term, candidate),
    roleStrength(term, candidate),
    nameStrength(term, candidate, dossier),
    sortStrength(term, candidate, dossier),
  );
}

/** A synonym may name the one who is asked for; a word of the same trade does not: a trial is no judge. */
const SYNONYM = 0.85;

function isSomebody({ part, sort, holders, namesPerson, role }: AskedTerm): boolean {
  if (part === 'focus') return sort?.people === 'person' || sort?.people === 'organisation';
  return part === 'content' && role === 'word' && holders.size === 0 && namesPerson();
}

/** What a fact is can meet a word that its sentence does not hold: a denial answers "deny", anybody's word "say". */
function kindStrength(term: AskedTerm, { fact, quote }: Candidate): number {
  if (fact?.kind === 'denial' && DENYING.has(term.stem)) return 1;
  if (fact?.kind === 'allegation' && ACCUSING.has(term.stem)) return 1;
  if (fact?.kind === 'denial' && ACCUSING.has(term.stem)) return 0.8;
  if (term.part !== 'speech') return 0;
  return quote !== undefined ? 1 : fact?.attributedTo !== undefined ? 0.8 : 0;
}

/** "The two presidents", "the leaders" are met by whoever has that office. */
const BY_ROLE = 0.9;

function roleStrength({ holders, part }: AskedTerm, { reading }: Candidate): number {
  if (holders.size === 0 || part === 'speech' || part === 'type') return 0;
  let best = 0;
  for (const [id, strength] of holders) if (strength > best && reading.involved.has(id)) best = strength;
  return BY_ROLE * best;
}

/** "Maravian chess" is met by whoever bears that in their name. */
function nameStrength({ role, folded }: AskedTerm, { reading }: Candidate, { people }: Dossier): number {
  if (role !== 'name') return 0;
  const isInName = [...reading.involved].some((id) => {
    const person = people.get(id);
    return person?.kind === 'organisation' && wordsNaming(person).includes(folded);
  });
  return isInName ? BY_ROLE : 0;
}

/** "Which sea" is met by the Caribbean, "which official" by whoever is named. */
const OF_THE_SORT = 0.7;

function sortStrength({ part, sort, stem }: AskedTerm, { reading }: Candidate, dossier: Dossier): number {
  if (part !== 'focus' || sort === undefined) return 0;
  const isNamed = reading.mentions.some(({ ids }) =>
    ids.some((id) => isOfSort(dossier.people.get(id), { sort, stem })),
  );
  return isNamed || reading.lexemes.some(sort.isNamedBy) ? OF_THE_SORT : 0;
}

/** By office or name: "president" for a leader, no president for a judge; anybody for a person. */
export function isOfSort(
  person: Person | undefined,
  { sort, stem }: { readonly sort?: Sort; readonly stem: string },
): boolean {
  if (!person || !sort) return false;
  if (sort.people === 'person' && person.kind === 'person' && PERSON_NOUNS.has(stem)) return true;
  if (sort.people === 'organisation' && person.kind === 'organisation' && BODIES.has(stem)) return true;
  return wordsNaming(person).some((word) => sort.holds(word));
}

/** Folded words of somebody's office and name. */
const wordsNaming = oncePer(({ role = '', name }: Person) =>
  tokenise(`${role} \n ${name}`).map(({ folded }) => folded),
);
