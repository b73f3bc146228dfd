/** What makes it doubtful that a candidate answers, though it may share every word with the question. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import { tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { isAnonymous, isNameless } from './anonymous.ts';
import type { Asked } from './asked.ts';
import { type AskedTerm, isTelling } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import { isMetBy } from './coverage.ts';
import { findMentions } from './mentions.ts';
import { isPartyIn, voiceOf } from './party.ts';
import { lacksRank } from './ranks.ts';
import { asksForFuture, looksAhead } from './tense.ts';

/** The doubts, each 0..1. */
export const DOUBTS = [
  // What is to come is asked for, and it tells only what was.
  'unforeseen',
  // A name is asked for, and none stands by the word for its bearer.
  'nameless',
  // Which people or bodies is asked, and it has them without a name.
  'anonymous',
  // Share of those asked about who neither stand in the sentence nor speak it.
  'absent',
  // How the reader may do something is asked, which no news tells.
  'personal',
  // How things are on the reader's own day is asked, which no news tells.
  'today',
  // Somebody is asked about by what they are ("his wife"), and nobody like that is in it.
  'missing',
  // That something was lifted or given back is asked, and it tells of nothing like it.
  'undone',
  // The last or the most of something is asked, and it ranks nothing.
  'ordinal',
  // A word that no dictionary has, as names in lower case are, stands in the question and not in it.
  'unheard',
] as const;
export type Doubts = Readonly<Record<(typeof DOUBTS)[number], number>>;

/** The doubts about a candidate. */
export function doubtsOf(asked: Asked, candidate: Candidate, dossier: Dossier): Doubts {
  const { tokens, text } = asked.question;
  const holds = (words: RegExp) => tokens.some(({ folded }) => words.test(folded));
  return {
    unforeseen: Number(asksForFuture(asked) && !looksAhead(candidate)),
    nameless: Number(isNameless(asked, candidate)),
    anonymous: Number(isAnonymous(asked, candidate)),
    absent: absence(asked, candidate, dossier),
    personal: Number(PERSONAL.test(text)),
    today: Number(holds(/^(?:today|tomorrow|tonight|currently)$/)),
    missing: Number(asked.terms.some((term) => isMissing(term, candidate))),
    ordinal: Number(lacksRank(tokens, candidate)),
    unheard: Number(
      asked.terms.some((term) => isTelling(term) && term.isUnheard() && !isMetIn(term, candidate)),
    ),
    undone: Number(asked.terms.some((term) => lacksUndoing(term, asked.question, candidate))),
  };
}

function isMetIn(term: AskedTerm, { reading }: Candidate): boolean {
  return [...reading.lexemes, ...reading.lexemesBeside].some((word) => isMetBy(term, word));
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

/** Whether a word asks for something lifted or given back ("get it back"), of which the candidate tells nothing. */
export function lacksUndoing(term: AskedTerm, { tokens }: AnalysedQuestion, candidate: Candidate): boolean {
  const isWay = /^(?:go|goes|going|gone|went|come|comes|coming|came|fight|push|look|step)$/.test(
    tokens[term.position - 1]?.folded ?? '',
  );
  const isAgo = /^(?:years?|months?|weeks?|days?|while)$/.test(tokens[term.position - 1]?.folded ?? '');
  return (
    UNDOING.test(term.folded) && !(term.folded === 'back' && (isWay || isAgo)) && !isMetIn(term, candidate)
  );
}

const UNDOING =
  /^(?:back|lift(?:s|ed|ing)?|return(?:s|ed|ing)?|restor(?:e|es|ed|ing)|reinstat(?:e|ed|ing)|releas(?:e|es|ed|ing)|freed|revers(?:e|es|ed|ing)|overturn(?:s|ed|ing)?|resum(?:e|es|ed|ing)|reopen(?:s|ed|ing)?|recover(?:s|ed|ing)?|repeal(?:s|ed|ing)?|expir(?:e|es|ed|ing)|drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|eas(?:e|es|ed|ing)|waived?)$/;

/** By name, or as the one whom a quote is about. */
function isPresent(id: string, { reading, quote }: Candidate, dossier: Dossier): boolean {
  return (
    reading.present.has(id) ||
    (quote !== undefined &&
      findMentions(tokenise(quote.context ?? ''), dossier).some(({ ids }) => ids.includes(id)))
  );
}

/** Whom a fact is filed under may have no part in its sentence. */
function absence({ mentions }: Asked, candidate: Candidate, dossier: Dossier): number {
  const asked = mentions.filter(
    ({ ids, located }) => !located && ids.some((id) => dossier.people.get(id)?.kind !== 'place'),
  );
  const missing = asked.filter(
    ({ ids }) =>
      !ids.some((id) => isPresent(id, candidate, dossier)) && voiceOf(ids, candidate, dossier) === 0,
  );
  const unspoken = missing.filter(({ ids }) => !isPartyIn(ids, candidate, dossier));
  return asked.length === 0 ? 0 : (missing.length + unspoken.length) / (2 * asked.length);
}

const PERSONAL =
  /\bhow (?:do|does|can|should|would) (?:i|you|one|we|somebody|someone|people)\b|^(?:can|should|could|may) (?:i|we|you)\b/iu;
