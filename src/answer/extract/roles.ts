/** Who does it and to whom, in a question and in a fact: "Did Trump call Petro?" is not "Petro called Trump". */
import type { Fact } from '../../knowledge/schema.ts';
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import { stemOf, tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { type NameBook, nameBook } from '../verify/text/names.ts';
import { readText } from '../verify/text/reading.ts';
import type { Head, Predicate } from '../verify/text/roles.ts';
import type { AskedTerm } from './asked.ts';
import type { Mention } from './mentions.ts';

/** The deed of a question: its verb, who does it and who suffers it; empty lists where the question asks for them. */
export type Deed = {
  readonly verb: AskedTerm;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
  /** Whether "who" asks for the one who does it, or for the one whom it is done to. */
  readonly wanted?: 'agent' | 'patient' | 'open';
};

const DO = /^(?:do|does|did|will|would|can|could|should|may|might|must|has|have|had|didnt|doesnt)$/;
const BE = /^(?:is|are|was|were|be|been|being|got|get|gets|whos)$/;
/** "made the call": the noun says what was done. */
const LIGHT =
  /^(?:make|made|makes|making|take|took|taken|give|gave|given|hold|held|place|placed|have|had|put|carried)$/;
const ASKS_WHO = /^(?:who|whom|whos)$/;

/** The deed that the question is about; undefined where it has no verb between names. */
export function deedOf(
  { tokens }: AnalysedQuestion,
  { mentions, terms }: { mentions: readonly Mention[]; terms: readonly AskedTerm[] },
): Deed | undefined {
  const helper = tokens.findIndex(({ folded }) => DO.test(folded) || BE.test(folded));
  const who = tokens.findIndex(({ folded }) => ASKS_WHO.test(folded));
  const helped = helper >= 0 && helper <= Math.max(2, who + 2);
  const subject = helped ? mentions.find(({ from }) => from > helper && from <= helper + 3) : undefined;
  const start = subject?.to ?? Math.max(helper, who) + 1;
  const verbs = terms.filter(({ position, part }) => part !== 'type' && position >= start);
  const verb = LIGHT.test(verbs[0]?.folded ?? '') ? verbs[1] : verbs[0];
  if (!verb) return undefined;
  const passive =
    helped && BE.test(tokens[helper]?.folded ?? '') && !verb.folded.endsWith('ing') && isPast(verb);
  const after = mentions.filter(({ from }) => from > verb.position);
  const by = after.filter(
    ({ from }) => tokens[from - 1]?.folded === 'by' || tokens[from - 2]?.folded === 'by',
  );
  const idsOf = (list: readonly Mention[]) => list.flatMap(({ ids }) => ids);
  const first = subject && !isOwner(subject, verb.position) ? subject.ids : [];
  return passive
    ? { verb, agents: idsOf(by), patients: first, ...(who >= 0 ? { wanted: 'patient' } : {}) }
    : {
        verb,
        agents: first,
        patients: idsOf(after),
        ...(who >= 0 ? { wanted: first.length > 0 ? 'patient' : 'agent' } : {}),
      };
}

/** "was Petro's visa revoked": the name owns what the verb is done to. */
function isOwner({ to }: Mention, verb: number): boolean {
  return verb - to >= 1;
}

function isPast({ folded, stem }: AskedTerm): boolean {
  return /(?:ed|en)$/.test(folded) || folded !== stem;
}

const books = new WeakMap<Dossier, NameBook>();
const predicates = new WeakMap<Fact, readonly Predicate[]>();

function predicatesOf(fact: Fact, dossier: Dossier): readonly Predicate[] {
  const known = predicates.get(fact);
  if (known) return known;
  const book = books.get(dossier) ?? nameBook(dossier.topic);
  books.set(dossier, book);
  const read = readText(fact.text, book).predicates;
  predicates.set(fact, read);
  return read;
}

/** How a fact's own deed fits the question's: `fits`, `contradicts`, or `open` where the fact does not tell. */
export type Fit = 'fits' | 'contradicts' | 'open';

/** Compares the deed asked about with what the fact says of it. */
export function fitOf(deed: Deed, fact: Fact, dossier: Dossier): Fit {
  if (!tokenise(fact.text).some(({ folded }) => isSameDeed(deed, folded))) return 'open';
  const told = predicatesOf(fact, dossier).filter(
    ({ word, patients }) =>
      isSameDeed(deed, word.folded) ||
      (LIGHT.test(word.folded) && patients.some((head) => isSameDeed(deed, head.word.folded))),
  );
  const fits = told.map((predicate) => compare(deed, predicate, dossier));
  if (fits.includes('fits')) return 'fits';
  return fits.includes('contradicts') ? 'contradicts' : 'open';
}

/** Words of less kinship may turn the roles round: who loses a visa is not who revokes it. */
const SAME_DEED = 0.85;

function isSameDeed({ verb }: Deed, folded: string): boolean {
  return (verb.kin.get(stemOf(folded)) ?? 0) >= SAME_DEED;
}

function compare(deed: Deed, { agents, patients }: Predicate, dossier: Dossier): Fit {
  const doers = named(agents);
  const sufferers = named(patients);
  const same = (ids: readonly string[], others: readonly string[]) =>
    ids.some((id) => others.some((other) => id === other || related(id, other, dossier)));
  if (deed.agents.length > 0 && doers.length > 0 && !same(deed.agents, doers)) return 'contradicts';
  if (deed.patients.length > 0 && same(deed.patients, doers) && !same(deed.patients, sufferers))
    return 'contradicts';
  if (deed.wanted === 'agent') return agents.length > 0 ? 'fits' : 'open';
  if (deed.wanted === 'patient') return patients.length > 0 ? 'fits' : 'open';
  return deed.agents.length > 0 && doers.length > 0 ? 'fits' : 'open';
}

function named(heads: readonly Head[]): readonly string[] {
  return heads.flatMap(({ mention }) => [...(mention?.ids ?? [])]);
}

/** A country and those who speak or act for it are one party. */
function related(one: string, other: string, { people }: Dossier): boolean {
  const speaksFor = (a: string, b: string) => {
    const name = people.get(b)?.name.toLowerCase();
    return name !== undefined && ` ${people.get(a)?.role?.toLowerCase() ?? ''} `.includes(` ${name} `);
  };
  return speaksFor(one, other) || speaksFor(other, one);
}
