/** What makes it doubtful that a candidate answers, though it may share every word with the question. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import { type Token, tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import { type AskedTerm, isTelling } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import { isMetBy } from './coverage.ts';
import { kinshipOf } from './kinship.ts';
import { findMentions } from './mentions.ts';
import { isSameParty, voiceOf } from './party.ts';
import { asksForFuture, looksAhead } from './tense.ts';
import { isName, isOfCalendar } from './times.ts';
import { PERSON_NOUNS } from './vocabulary.ts';

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
    ordinal: Number(lacksRank(tokens, candidate)),
    undone: Number(asked.terms.some((term) => lacksUndoing(term, asked.question, candidate))),
  };
}

/** Tokens between a name and the word for its bearer: "his lawyer, Ada Brandt". */
const BESIDE = 3;
/** From this strength on a word stands for the bearer. */
const SAME = 0.8;

const means = (term: AskedTerm, token: Token) => kinshipOf(term, token) >= SAME;

function isNamed({ terms, question }: Asked, candidate: Candidate): boolean {
  const bearers = terms.filter((term) => isTelling(term) && term.role !== 'verb' && term.stem !== 'name');
  return bearers.some((term) => isNamedBeside(term, question, candidate));
}

/** "Who are the three experts?": nothing but them is asked for. */
function whoAre({ terms, question: { kind, tokens } }: Asked): AskedTerm | undefined {
  const who = tokens.findIndex(({ folded }) => folded === 'who');
  const isBare =
    kind === 'who' &&
    /^(?:is|are|was|were)$/.test(tokens[who + 1]?.folded ?? '') &&
    tokens[who + 2]?.folded === 'the';
  const last = terms.at(-1);
  return isBare &&
    last?.position === tokens.length - 1 &&
    last.holders.size === 0 &&
    !PERSON_NOUNS.has(last.stem) &&
    last.namesPerson()
    ? last
    : undefined;
}

/** "Which economists signed it?", "who are the economists?" of "212 economists signed it". */
export function isAnonymous(asked: Asked, candidate: Candidate): boolean {
  const { terms, question } = asked;
  const sought = whoAre(asked);
  if (sought)
    return (
      candidate.fact?.kind !== 'unknown' &&
      candidate.reading.tokens.some((token) => means(sought, token)) &&
      !isNamedBeside(sought, question, candidate)
    );
  const who = terms.find(({ part, sort }) => part === 'focus' && /^(?:person|org)/.test(sort?.people ?? ''));
  return (
    who !== undefined &&
    /^(?:which|what)$/.test(question.kind) &&
    !asksWhatIs(question.tokens) &&
    candidate.reading.tokens.some((token) => means(who, token)) &&
    !isNamedBeside(who, question, candidate)
  );
}

/** "What is their target?" asks for no name, where no name is spoken of. */
function asksWhatIs(tokens: readonly Token[]): boolean {
  const wh = tokens.findIndex(({ folded }) => /^(?:which|what)$/.test(folded));
  return (
    /^(?:is|are|was|were|s)$/.test(tokens[wh + 1]?.folded ?? '') &&
    !tokens.some(({ folded }) => /^(?:names?|named)$/.test(folded))
  );
}

/** Whether the last or the most of something is asked of a candidate that ranks nothing. */
export function lacksRank(asked: readonly Token[], { reading }: Candidate): boolean {
  return asksForRank(asked) && !reading.tokens.some(tellsRank);
}

const RANKING =
  /^(?:latest|newest|oldest|youngest|biggest|largest|smallest|highest|lowest|longest|shortest|worst|best|fewest|cheapest|fastest|strongest|deadliest|final|earliest)$/;

/** "The latest strike", "the most recent one": of several, where "last" may also be "before". */
export function asksForLatest(tokens: readonly Token[]): boolean {
  return tokens.some(
    ({ folded }, at) =>
      /^(?:latest|newest)$/.test(folded) || (folded === 'recent' && tokens[at - 1]?.folded === 'most'),
  );
}

/** "The most recent", "the biggest"; "last week" and "most of them" rank nothing. */
function asksForRank(tokens: readonly Token[]): boolean {
  return tokens.some(({ folded }, at) => {
    const next = tokens[at + 1];
    if (folded === 'last') return next !== undefined && !isOfCalendar(next);
    if (folded === 'most') return tokens[at - 1]?.folded === 'the' && next?.folded !== 'of';
    return RANKING.test(folded);
  });
}

const tellsRank = ({ folded }: Token) =>
  RANKING.test(folded) || /^(?:first|last|most|only|never|ever|maximum|minimum|up|\p{L}+iest)$/u.test(folded);

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
  return UNDOING.test(term.folded) && !(term.folded === 'back' && isWay) && !isMetIn(term, candidate);
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
  const unspoken = missing.filter(
    ({ ids }) =>
      !ids.some((id) => [...candidate.reading.present].some((other) => isSameParty(id, other, dossier))),
  );
  return asked.length === 0 ? 0 : (missing.length + unspoken.length) / (2 * asked.length);
}

const PERSONAL =
  /\bhow (?:do|does|can|should|would) (?:i|you|one|we|somebody|someone|people)\b|^(?:can|should|could|may) (?:i|we|you)\b/iu;
