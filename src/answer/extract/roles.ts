/** Who does it and to whom, in a question and in a fact: "Did Trump call Petro?" is not "Petro called Trump". */
import type { Fact } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import { stemOf } from '../../retrieval/tokens.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import type { Dossier } from '../dossier.ts';
import { nameBook } from '../verify/text/names.ts';
import { readText } from '../verify/text/reading.ts';
import type { Head, Predicate } from '../verify/text/roles.ts';
import type { AskedTerm } from './asked-terms.ts';
import { isPossessive, type Mention } from './mentions.ts';
import { isSameParty } from './party.ts';

/** The deed of a question: its verb, who does it and who suffers it; empty lists where the question asks for them. */
export type Deed = {
  readonly verb: AskedTerm;
  /** The noun right behind the verb: "the call" in "why did he cancel the call". */
  readonly object?: AskedTerm;
  /** The noun that does it, where no name does: "the markets". */
  readonly subject?: AskedTerm;
  /** Whether a noun says it, behind a verb that says nothing: "take office". */
  readonly isNoun: boolean;
  readonly agents: readonly string[];
  readonly patients: readonly string[];
  /** What is asked for: the one who does it, the one whom it is done to, or what is done ("what did they discuss"). */
  readonly wanted?: 'agent' | 'patient' | 'object';
};

const DO = /^(?:do|does|did|will|would|can|could|should|may|might|must|has|have|had|didnt|doesnt)$/;
const BE = /^(?:is|are|was|were|be|been|being|got|get|gets|whos)$/;
/** "made the call": the noun says what was done. */
const LIGHT =
  /^(?:make|made|makes|making|take|took|taken|give|gave|given|hold|held|place|placed|have|had|put|carried)$/;
const BE_OR_HAVE = /^(?:is|are|was|were|has|have|had)$/;
const PRONOUN = /^(?:i|you|he|she|it|we|they)$/;
const ASKS_WHO = /^(?:who|whom|whos)$/;

type Words = {
  readonly mentions: readonly Mention[];
  readonly terms: readonly AskedTerm[];
  readonly wordnet: WordNet;
};

/** The deed that the question is about; undefined where it has no verb. */
export function deedOf({ text, tokens, kind }: AnalysedQuestion, words: Words): Deed | undefined {
  const { mentions, terms } = words;
  const who = tokens.findIndex(({ folded }) => ASKS_WHO.test(folded));
  const helper = kind === 'topic' ? -1 : tokens.findIndex(({ folded }) => DO.test(folded) || BE.test(folded));
  const subject = helper < 0 ? undefined : mentions.find(({ from }) => from > helper && from <= helper + 3);
  const pronoun = helper >= 0 && PRONOUN.test(tokens[helper + 1]?.folded ?? '') ? helper + 2 : undefined;
  const start = subject?.to ?? pronoun;
  const verb = verbAfter(start ?? Math.max(helper, who) + 1, {
    ...words,
    hasSubject: start !== undefined,
    passive: BE_OR_HAVE.test(tokens[helper]?.folded ?? ''),
  });
  if (!verb) return undefined;
  const isNoun = LIGHT.test(terms[terms.indexOf(verb) - 1]?.folded ?? '');
  const parties = partiesOf(verb, {
    text,
    subject,
    helper: tokens[helper]?.folded ?? '',
    who: who >= 0,
    kind,
    tokens,
    mentions,
  });
  const noun =
    start === undefined && DO.test(tokens[helper]?.folded ?? '')
      ? nounBetween(helper, verb, terms)
      : undefined;
  const object = terms.find(
    ({ position, nominal }) => nominal && position > verb.position && position <= verb.position + 2,
  );
  return { verb, isNoun, ...parties, ...(noun ? { subject: noun } : {}), ...(object ? { object } : {}) };
}

/** "the markets" in "how did the markets react". */
function nounBetween(helper: number, verb: AskedTerm, terms: readonly AskedTerm[]): AskedTerm | undefined {
  return terms.findLast(
    ({ position, part, role }) =>
      position > helper && position < verb.position && part === 'content' && role !== 'number',
  );
}

type Scene = Pick<AnalysedQuestion, 'kind' | 'tokens' | 'text'> & {
  readonly subject: Mention | undefined;
  readonly helper: string;
  readonly who: boolean;
  readonly mentions: readonly Mention[];
};

function partiesOf(verb: AskedTerm, scene: Scene): Pick<Deed, 'agents' | 'patients' | 'wanted'> {
  const { subject, helper, who, kind, tokens, mentions } = scene;
  const after = mentions.filter(
    (mention) => mention.from > verb.position && !mention.located && !isPossessive(mention, scene),
  );
  const first = subject && !isOwner(subject, verb.position) ? subject.ids : [];
  if (BE.test(helper) && isParticiple(verb)) {
    const by = after.filter(({ from }) => [from - 1, from - 2].some((at) => tokens[at]?.folded === 'by'));
    return { agents: idsOf(by), patients: first, ...(who ? { wanted: 'patient' } : {}) };
  }
  const wanted = who ? (first.length > 0 ? 'patient' : 'agent') : kind === 'what' ? 'object' : undefined;
  return { agents: first, patients: idsOf(after), ...(wanted ? { wanted } : {}) };
}

const idsOf = (mentions: readonly Mention[]) => mentions.flatMap(({ ids }) => ids);

/** The verb behind the subject; a subject that is no name ("the oil prices") is passed over. */
function verbAfter(
  start: number,
  { terms, wordnet, hasSubject, passive }: Words & { hasSubject: boolean; passive: boolean },
): AskedTerm | undefined {
  const rest = terms.filter(({ position, part }) => part !== 'type' && position >= start);
  if (LIGHT.test(rest[0]?.folded ?? '')) return rest[1] ?? rest[0];
  const first = rest.findIndex(({ part, role }) => part !== 'generic' && role !== 'number');
  if (first < 0) return rest[0];
  if (hasSubject && !passive) return rest[first];
  const gap = rest.findIndex(
    ({ position }, at) => at > first && position > (rest[at - 1]?.position ?? 0) + 1,
  );
  const run = rest.slice(first, gap < 0 ? rest.length : gap);
  const isVerb = ({ folded, part, nominal, role }: AskedTerm) =>
    part !== 'generic' &&
    !nominal &&
    (role === 'verb' || role === 'word') &&
    wordnet.partsOf(folded).includes('verb');
  const participle = passive
    ? run.findLast((term) => isVerb(term) && /(?:ed|en|ing)$/.test(term.folded))
    : undefined;
  return participle ?? (hasSubject ? rest[first] : run.findLast(isVerb)) ?? rest.slice(first).find(isVerb);
}

/** "was Petro's visa revoked": the name owns what the verb is done to. */
function isOwner({ to }: Mention, verb: number): boolean {
  return verb - to >= 1;
}

function isParticiple({ folded, stem }: AskedTerm): boolean {
  return !folded.endsWith('ing') && (/(?:ed|en)$/.test(folded) || folded !== stem);
}

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

/** How a fact's own deed fits the question's: `fits`, `contradicts`, or `open` where the fact does not tell. */
export type Fit = 'fits' | 'contradicts' | 'open';

/** Compares the deed asked about with what the fact says of it. */
export function fitOf(deed: Deed, fact: Fact, dossier: Dossier): Fit {
  const { words } = deed.verb.kin;
  // Where the question tells no party to the deed, none can fit or contradict, and reading the sentence costs most.
  if (!deed.wanted && deed.agents.length === 0 && deed.patients.length === 0) return 'open';
  if (!dossier.tokens.get(fact.id)?.some(({ stem }) => (words.get(stem) ?? 0) >= SAME_DEED)) return 'open';
  const fits = predicatesOf(fact, dossier).map((predicate) => compare(deed, predicate, dossier));
  if (fits.includes('fits')) return 'fits';
  return fits.includes('contradicts') ? 'contradicts' : 'open';
}

/** Words of less kinship may turn the roles round: who loses a visa is not who revokes it. */
const SAME_DEED = 0.85;

function kinship({ verb }: Deed, folded: string): number {
  return verb.kin.words.get(stemOf(folded)) ?? 0;
}

/** How near the deed a predicate is by its own word, a light verb by the noun that it goes with. */
function nearness(deed: Deed, { word, patients }: Predicate): number {
  return kinship(deed, word.folded) || (LIGHT.test(word.folded) ? nounNearness(deed, patients) : 0);
}

function nounNearness(deed: Deed, patients: readonly Head[]): number {
  return Math.max(0, ...patients.map(({ word }) => kinship(deed, word.folded)));
}

/** "Petro called the allegations false" is no call to anybody: what it is done to is of another sort. */
function isOtherSense(deed: Deed, { word, patients }: Predicate): boolean {
  const isNamed = patients.some(({ mention }) => mention !== undefined);
  return deed.patients.length > 0 && patients.length > 0 && !isNamed && !LIGHT.test(word.folded);
}

function compare(deed: Deed, predicate: Predicate, dossier: Dossier): Fit {
  const { agents, patients } = predicate;
  const near = isOtherSense(deed, predicate) ? 0 : nearness(deed, predicate);
  const noun = deed.isNoun ? nounNearness(deed, patients) : 0;
  if (Math.max(near, noun) >= SAME_DEED && contradicts(deed, predicate, dossier)) return 'contradicts';
  if (near < SAME_DEED) return 'open';
  if (deed.wanted === 'agent') return agents.length > 0 ? 'fits' : 'open';
  if (deed.wanted === 'patient' || deed.wanted === 'object') return patients.length > 0 ? 'fits' : 'open';
  return deed.agents.length > 0 && named(agents).length > 0 ? 'fits' : 'open';
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
