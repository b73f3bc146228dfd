/** What makes it doubtful that a candidate answers, though it may share every word with the question. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { Token } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import { type AskedTerm, isTelling } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import { MET } from './coverage.ts';
import { voiceOf } from './party.ts';
import { asksForFuture, looksAhead } from './tense.ts';
import { isName } from './times.ts';

/**
 * The doubts, each 0..1. `unforeseen`: what is to come is asked for, and it tells only what was; `nameless`: a name is
 * asked for, and none stands by the word for its bearer; `anonymous`: which people or bodies is asked, and it has them
 * without a name; `absent`: share of those asked about who neither stand in the sentence nor speak it; `personal`: how
 * the reader may do something is asked, `today`: how things are on the reader's own day, neither of which news tells;
 * `missing`: somebody is asked about by what they are ("his wife"), and nobody like that is in it; `undone`: that
 * something was lifted, dropped or given back is asked, and it tells of none of these.
 */
export const DOUBTS = [
  'unforeseen',
  'nameless',
  'anonymous',
  'absent',
  'personal',
  'today',
  'missing',
  'undone',
] as const;
export type Doubts = Readonly<Record<(typeof DOUBTS)[number], number>>;

/** The doubts about a candidate. */
export function doubtsOf(asked: Asked, candidate: Candidate, dossier: Dossier): Doubts {
  const { tokens, text } = asked.question;
  const holds = (words: RegExp) => tokens.some(({ folded }) => words.test(folded));
  return {
    unforeseen: Number(asksForFuture(asked) && !looksAhead(candidate)),
    nameless: Number(holds(/^(?:names?|named)$/) && asked.slot !== 'identity' && !isNamed(asked, candidate)),
    anonymous: Number(isAnonymous(asked, candidate)),
    absent: absence(asked, candidate, dossier),
    personal: Number(PERSONAL.test(text)),
    today: Number(holds(/^(?:today|tomorrow|tonight|currently)$/)),
    missing: Number(asked.terms.some((term) => isMissing(term, candidate))),
    undone: Number(asked.terms.some((term) => UNDOING.test(term.folded) && !isMetIn(term, candidate))),
  };
}

/** Tokens between a name and the word for its bearer: "his lawyer, Ada Brandt". */
const BESIDE = 3;
/** From this strength on a word stands for the bearer. */
const SAME = 0.8;

const means = ({ kin }: AskedTerm, { stem }: Token) => (kin.words.get(stem) ?? 0) >= SAME;

function isNamed({ terms, question }: Asked, candidate: Candidate): boolean {
  const bearers = terms.filter((term) => isTelling(term) && term.role !== 'verb' && term.stem !== 'name');
  return bearers.some((term) => isNamedBeside(term, question, candidate));
}

/** "Which economists signed it?" of "212 economists signed it". */
function isAnonymous({ terms, question }: Asked, candidate: Candidate): boolean {
  const who = terms.find(({ part, sort }) => part === 'focus' && /^(?:person|org)/.test(sort?.people ?? ''));
  return (
    who !== undefined &&
    /^(?:which|what)$/.test(question.kind) &&
    candidate.reading.tokens.some((token) => means(who, token)) &&
    !isNamedBeside(who, question, candidate)
  );
}

/** Whether a name that the question does not hold stands beside a word for the bearer. */
function isNamedBeside(bearer: AskedTerm, question: AnalysedQuestion, { reading }: Candidate): boolean {
  const said = new Set(question.tokens.map(({ folded }) => folded));
  const isOther = (token: Token) => isName(token) && !said.has(token.folded);
  return reading.tokens.some(
    (token, at) =>
      means(bearer, token) &&
      reading.tokens.some(
        (other, near) => near > 0 && near !== at && Math.abs(near - at) <= BESIDE && isOther(other),
      ),
  );
}

function isMetIn({ kin }: AskedTerm, { reading }: Candidate): boolean {
  return [...reading.lexemes, ...reading.lexemesBeside].some(({ stem }) => (kin.words.get(stem) ?? 0) >= MET);
}

function isMissing(term: AskedTerm, candidate: Candidate): boolean {
  return (
    isTelling(term) &&
    term.role !== 'verb' &&
    term.holders.size === 0 &&
    term.namesPerson() &&
    !isMetIn(term, candidate)
  );
}

const UNDOING =
  /^(?:back|lift(?:s|ed|ing)?|return(?:s|ed|ing)?|restor(?:e|es|ed|ing)|reinstat(?:e|ed|ing)|releas(?:e|es|ed|ing)|freed|drop(?:s|ped|ping)?|cancel(?:s|led|ling|ed|ing)?|revers(?:e|es|ed|ing)|overturn(?:s|ed|ing)?|withdr(?:aw|aws|ew|awn|awing)|resum(?:e|es|ed|ing)|reopen(?:s|ed|ing)?|recover(?:s|ed|ing)?|repeal(?:s|ed|ing)?|scrap(?:s|ped|ping)?|end(?:s|ed|ing)?|expir(?:e|es|ed|ing))$/;

/** Whom a fact is filed under may have no part in its sentence. */
function absence({ mentions }: Asked, candidate: Candidate, dossier: Dossier): number {
  const asked = mentions.filter(
    ({ ids, located }) => !located && ids.some((id) => dossier.people.get(id)?.kind !== 'place'),
  );
  const { present } = candidate.reading;
  const missing = asked.filter(
    ({ ids }) => !ids.some((id) => present.has(id)) && voiceOf(ids, candidate, dossier) < 1,
  );
  return asked.length === 0 ? 0 : missing.length / asked.length;
}

const PERSONAL =
  /\bhow (?:do|does|can|should|would) (?:i|you|one|we|somebody|someone|people)\b|^(?:can|should|could|may) (?:i|we|you)\b/iu;
