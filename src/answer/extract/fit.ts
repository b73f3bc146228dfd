/** Who does it and to whom in a fact, held against a question: "Did Trump call Petro?" is not "Petro called Trump". */
import type { Fact } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import { stemOf } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { nameBook } from '../verify/text/names.ts';
import { readText } from '../verify/text/reading.ts';
import type { Head, Predicate } from '../verify/text/roles.ts';
import { type Deed, LIGHT } from './deed.ts';
import { kinshipOf } from './kinship.ts';
import { isSameParty } from './party.ts';
import { ACCUSING } from './vocabulary.ts';

const bookOf = oncePer((dossier: Dossier) => nameBook(dossier.topic));

/** Who does what in a fact's sentence. */
export const predicatesOf = oncePer(
  (fact: Fact, dossier: Dossier): readonly Predicate[] => readText(fact.text, bookOf(dossier)).predicates,
);

/** Reads who does what in all facts of a topic, one fact for each step. */
export function* readPredicates(dossier: Dossier): Generator<void> {
  for (const fact of dossier.facts.values()) {
    predicatesOf(fact, dossier);
    yield;
  }
}

/**
 * How a fact's own deed fits the question's: `fits`, `contradicts`, `another` where its word for the deed says something
 * else ("called it false"), `others` where people without a name do it ("two doctors left, she said"), or `open` where
 * the fact does not tell.
 */
export type Fit = 'fits' | 'contradicts' | 'another' | 'others' | 'open';

/** Compares the deed asked about with what the fact says of it. */
export function fitOf(deed: Deed, fact: Fact, dossier: Dossier): Fit {
  // Where the question tells no party to the deed, none can fit or contradict, and reading the sentence costs most.
  if (deed.verb.part === 'speech') return 'open';
  if (isOwnCharge(deed, fact, dossier)) return 'fits';
  if (!deed.wanted && deed.agents.length === 0 && deed.patients.length === 0) return 'open';
  if (!dossier.tokens.get(fact.id)?.some((token) => kinshipOf(deed.verb, token) >= SAME_DEED)) return 'open';
  const fits = predicatesOf(fact, dossier).map((predicate) => compare(deed, predicate, dossier));
  if (fits.includes('fits')) return 'fits';
  if (fits.includes('contradicts')) return 'contradicts';
  return fits.find((fit) => fit !== 'open') ?? 'open';
}

/** Whoever makes an allegation accuses and blames, whatever its sentence says. */
function isOwnCharge(
  { verb, agents, wanted }: Deed,
  { kind, attributedTo }: Fact,
  dossier: Dossier,
): boolean {
  return (
    kind === 'allegation' &&
    wanted !== 'agent' &&
    ACCUSING.has(verb.stem) &&
    attributedTo !== undefined &&
    agents.some((id) => isSameParty(id, attributedTo, dossier))
  );
}

/** Words of less kinship may turn the roles round: who loses a visa is not who revokes it. */
const SAME_DEED = 0.85;

function kinship({ verb }: Deed, folded: string): number {
  return kinshipOf(verb, { stem: stemOf(folded) });
}

/** How near the deed a predicate is by its own word, a light verb by the noun that it goes with. */
function nearness(deed: Deed, { word, patients }: Predicate): number {
  return kinship(deed, word.folded) || (LIGHT.test(word.folded) ? nounNearness(deed, patients) : 0);
}

function nounNearness(deed: Deed, patients: readonly Head[]): number {
  return Math.max(0, ...patients.map(({ word }) => kinship(deed, word.folded)));
}

/** "Petro called the allegations false" is no call to anybody: what it is done to is of another sort. */
export function isOtherSense(deed: Deed, { word, patients }: Predicate): boolean {
  const isNamed = patients.some(({ mention }) => mention !== undefined);
  return (
    (deed.patients.length > 0 || deed.toSomebody) &&
    patients.length > 0 &&
    !isNamed &&
    !LIGHT.test(word.folded)
  );
}

function compare(deed: Deed, predicate: Predicate, dossier: Dossier): Fit {
  const { agents, patients } = predicate;
  const near = nearness(deed, predicate);
  if (near >= SAME_DEED && isOtherSense(deed, predicate)) return 'another';
  const noun = deed.isNoun ? nounNearness(deed, patients) : 0;
  if (Math.max(near, noun) >= SAME_DEED && contradicts(deed, predicate, dossier)) return 'contradicts';
  if (near < SAME_DEED) return 'open';
  if (deed.wanted === 'agent') return agents.length > 0 ? 'fits' : 'open';
  if (deed.wanted === 'patient' || deed.wanted === 'object') return patients.length > 0 ? 'fits' : 'open';
  if (deed.agents.length === 0 || agents.length === 0) return 'open';
  if (named(agents).length > 0) return 'fits';
  return agents.every(({ word }) => word.pos === 'NOUN') ? 'others' : 'open';
}

function contradicts(deed: Deed, { agents, patients }: Predicate, dossier: Dossier): boolean {
  const doers = named(agents);
  const same = (ids: readonly string[], others: readonly string[]) =>
    ids.some((id) => others.some((other) => isSameParty(id, other, dossier)));
  if (deed.agents.length > 0 && doers.length > 0 && !same(deed.agents, doers)) return true;
  const sufferers = named(patients);
  const turned = same(deed.patients, doers) && !deed.patients.some((id) => sufferers.includes(id));
  return turned && !same(deed.agents, doers);
}

function named(heads: readonly Head[]): readonly string[] {
  return heads.flatMap(({ mention }) => [...(mention?.ids ?? [])]);
}
