/** Who does what to whom in a question. */
import { baseForm } from '../../retrieval/irregular-forms.ts';
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import { askedActor } from './asked-actor.ts';
import type { AskedTerm } from './asked-terms.ts';
import { isPossessive, type Mention } from './mentions.ts';

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
  /** Whether it is done to somebody, though the question does not say to whom: "who called whom". */
  readonly toSomebody: boolean;
};

const DO = /^(?:do|does|did|will|would|can|could|should|may|might|must|has|have|had|didnt|doesnt)$/;
const BE = /^(?:is|are|was|were|be|been|being|got|get|gets|whos)$/;
/** "made the call": the noun says what was done. */
export const LIGHT =
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
  const who = Math.max(
    tokens.findIndex(({ folded }) => ASKS_WHO.test(folded)),
    askedActor(terms, { kind, tokens }),
  );
  const helper = kind === 'topic' ? -1 : tokens.findIndex(({ folded }) => DO.test(folded) || BE.test(folded));
  const named = helper < 0 ? undefined : mentions.find(({ from }) => from > helper && from <= helper + 3);
  const isOwning = named && isPossessive(named, { text, tokens }) && DO.test(tokens[helper]?.folded ?? '');
  const subject = isOwning ? undefined : named;
  const pronoun = helper >= 0 && PRONOUN.test(tokens[helper + 1]?.folded ?? '') ? helper + 2 : undefined;
  const start = subject?.to ?? pronoun;
  const verb = verbAfter(start ?? Math.max(helper, who) + 1, {
    ...words,
    hasSubject: start !== undefined,
    passive: BE_OR_HAVE.test(tokens[helper]?.folded ?? ''),
    perfect:
      /^(?:has|have|had)$/.test(tokens[helper]?.folded ?? '') &&
      !(subject && isPossessive(subject, { text, tokens })),
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
    terms,
  });
  const noun =
    start === undefined && DO.test(tokens[helper]?.folded ?? '')
      ? nounBetween(helper, verb, terms)
      : undefined;
  const object = terms.find(
    ({ position, nominal, role }) =>
      nominal && role !== 'number' && position > verb.position && position <= verb.position + 2,
  );
  const toSomebody = tokens.some(({ folded }, at) => at > verb.position && ASKS_WHO.test(folded));
  return {
    verb,
    isNoun,
    toSomebody,
    ...parties,
    ...(noun ? { subject: noun } : {}),
    ...(object ? { object } : {}),
  };
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
  readonly terms: readonly AskedTerm[];
};

function partiesOf(verb: AskedTerm, scene: Scene): Pick<Deed, 'agents' | 'patients' | 'wanted'> {
  const { subject, helper, who, kind, tokens, mentions } = scene;
  const after = mentions.filter(
    (mention) =>
      mention.from > verb.position &&
      !/,|\bbetween\b/u.test(scene.text.slice(verb.start, tokens[mention.from]?.start)) &&
      !mention.located &&
      !isPossessive(mention, scene) &&
      tokens[mention.from - 2]?.folded !== 'according' &&
      !isAdjective(mention, scene),
  );
  const first = subject && !isOwner(subject, verb.position, tokens) ? subject.ids : [];
  if (BE.test(helper) && isParticiple(verb)) {
    const by = after.filter(({ from }) => [from - 1, from - 2].some((at) => tokens[at]?.folded === 'by'));
    return { agents: idsOf(by), patients: first, ...(who ? { wanted: 'patient' } : {}) };
  }
  const wanted = who ? (first.length > 0 ? 'patient' : 'agent') : kind === 'what' ? 'object' : undefined;
  return { agents: first, patients: idsOf(after), ...(wanted ? { wanted } : {}) };
}

const idsOf = (mentions: readonly Mention[]) => mentions.flatMap(({ ids }) => ids);

/** "The Colombian side": the country only says which. */
function isAdjective({ to }: Mention, { tokens, terms }: Pick<Scene, 'tokens' | 'terms'>): boolean {
  return (
    /(?:an|ese|ish|ch|ic)$/.test(tokens[to - 1]?.folded ?? '') &&
    terms.some(({ position }) => position === to)
  );
}

/** The verb behind the subject; a subject that is no name ("the oil prices") is passed over. */
function verbAfter(
  start: number,
  {
    terms,
    wordnet,
    hasSubject,
    passive,
    perfect,
  }: Words & { hasSubject: boolean; passive: boolean; perfect: boolean },
): AskedTerm | undefined {
  const rest = terms.filter(({ position, part }) => part !== 'type' && position >= start);
  if (LIGHT.test(rest[0]?.folded ?? '')) return headOf(rest.slice(1)) ?? rest[0];
  const first = rest.findIndex(({ part, role }) => part !== 'generic' && role !== 'number');
  if (first < 0) return rest[0];
  if (hasSubject && !passive) return rest[first];
  const isVerb = ({ folded, part, nominal, role }: AskedTerm) =>
    part !== 'generic' &&
    !nominal &&
    (role === 'verb' || role === 'word') &&
    wordnet.partsOf(folded).includes('verb');
  const gap = rest.findIndex(
    ({ position }, at) => at > first && position > (rest[at - 1]?.position ?? 0) + 1,
  );
  const run = rest.slice(first, gap < 0 ? rest.length : gap);
  // "Has the US hit alleged boats?": what stands right behind the subject, and not the participle of what is hit.
  const next = rest[first];
  if (hasSubject && perfect && next?.position === start && wordnet.partsOf(next.folded).includes('verb'))
    return next;
  const participle = passive
    ? run.findLast((term) => isVerb(term) && /(?:ed|en|ing)$/.test(term.folded))
    : undefined;
  return participle ?? (hasSubject ? rest[first] : run.findLast(isVerb)) ?? rest.slice(first).find(isVerb);
}

/** "Carried out the computer analysis": the last of the nouns in a row. */
function headOf([first, ...rest]: readonly AskedTerm[]): AskedTerm | undefined {
  if (!first?.nominal) return first;
  const end = rest.findIndex(
    ({ position, role }, at) => position !== first.position + at + 1 || role !== 'word',
  );
  return (end < 0 ? rest : rest.slice(0, end)).at(-1) ?? first;
}

/** "was Petro's visa revoked": the name owns what the verb is done to. */
function isOwner({ to }: Mention, verb: number, tokens: AnalysedQuestion['tokens']): boolean {
  return verb - to >= 1 && !LIGHT.test(tokens[verb - 1]?.folded ?? '');
}

function isParticiple({ folded }: AskedTerm): boolean {
  return !folded.endsWith('ing') && (/(?:ed|en)$/.test(folded) || baseForm(folded) !== folded);
}
