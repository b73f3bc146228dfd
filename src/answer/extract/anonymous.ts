/** Whether somebody or something is named where a name is what a question asks for. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { Token } from '../../retrieval/tokens.ts';
import type { Asked } from './asked.ts';
import { type AskedTerm, isTelling } from './asked-terms.ts';
import type { Candidate } from './candidate.ts';
import { kinshipOf } from './kinship.ts';
import { isName } from './times.ts';
import { PERSON_NOUNS } from './vocabulary.ts';

/** Tokens between a name and the word for its bearer: "his lawyer, Ada Brandt". */
const BESIDE = 3;
/** From this strength on a word stands for the bearer. */
const SAME = 0.8;

const means = (term: AskedTerm, token: Token) => kinshipOf(term, token) >= SAME;

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

/** "Which economists signed it?": they are asked for by what they are. */
function whichOf({ terms, question }: Asked): AskedTerm | undefined {
  const isAsked = /^(?:which|what)$/.test(question.kind) && !asksWhatIs(question.tokens);
  const who = terms.find(({ part, sort }) => part === 'focus' && /^(?:person|org)/.test(sort?.people ?? ''));
  return isAsked ? who : undefined;
}

/** "Which economists signed it?", "who are the economists?" of "212 economists signed it". */
export function isAnonymous(asked: Asked, candidate: Candidate): boolean {
  const they = whoAre(asked);
  // That nobody knows who they are answers who they are.
  if (they && candidate.fact?.kind === 'unknown') return false;
  const bearer = they ?? whichOf(asked);
  return (
    bearer !== undefined &&
    candidate.reading.tokens.some((token) => means(bearer, token)) &&
    !isNamedBeside(bearer, asked.question, candidate)
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

/** Whether a name is asked for, and none that the question does not hold stands by the word for its bearer. */
export function isNameless({ slot, terms, question }: Asked, candidate: Candidate): boolean {
  const { tokens } = question;
  if (slot === 'identity' || !tokens.some(({ folded }) => /^(?:names?|named)$/.test(folded))) return false;
  const of = tokens.findIndex(
    ({ folded }, at) => folded === 'of' && /^names?$/.test(tokens[at - 1]?.folded ?? ''),
  );
  const owner = of < 0 ? undefined : terms.find(({ position }) => position > of && position <= of + 2);
  const bearers = owner
    ? [owner]
    : terms.filter((term) => isTelling(term) && term.role !== 'verb' && term.stem !== 'name');
  return !bearers.some((bearer) => isNamedBeside(bearer, question, candidate));
}
