/** Acts, finds, verdicts and terms: what is so only once it is said, and which nothing but its own word tells. */
import { stemOf } from '../../retrieval/tokens.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import type { Assessment } from './assess.ts';
import type { Candidate } from './candidate.ts';
import { isMetBy, MET } from './coverage.ts';
import { negates, stems } from './vocabulary.ts';

/** Acts that are done by declaring them: that somebody was invited does not tell that he accepted. */
const ACTS = stems(
  'accept apologise apologize sorry plead condemn resign congratulate thank endorse pardon veto forgive deny confess',
);
const SORRY = stemOf('sorry');
const VERDICTS = stems('legal illegal lawful unlawful constitutional justified legitimate guilty innocent');
const FIND = stemOf('find');

/** From this strength on an act is told: a dispute is no denial. */
const TOLD = 0.82;

/** Whether an act is asked about that the candidate does not tell. */
export function isUntoldAct(asked: Asked, { coverage, candidate }: Assessment): boolean {
  return asked.terms.some(
    (term, at) => isAct(term, asked) && (coverage.strengths[at] ?? 0) < TOLD && !isSettled(asked, candidate),
  );
}

function isAct({ stem, role }: AskedTerm, { deed }: Asked): boolean {
  return ACTS.has(stem) && (role === 'verb' || deed?.verb.stem === stem || stem === SORRY);
}

/** "Are the strikes legal?" of a sentence that only tells of the strikes. */
export function isUntoldVerdict(asked: Asked, { coverage, candidate }: Assessment): boolean {
  return (
    asked.question.kind === 'yes-no' &&
    asked.terms.some(({ stem }, at) => VERDICTS.has(stem) && (coverage.strengths[at] ?? 0) < MET) &&
    !isSettled(asked, candidate)
  );
}

/** What a measure, a deal or a law does by its terms. */
const TERMS =
  /^(?:forbid(?:s|ding)?|prohibit(?:s|ing)?|ban(?:s|ning)?|involv(?:e|es|ing)|includ(?:e|es|ing)|entail(?:s|ing)?|cover(?:s|ing)?|contain(?:s|ing)?|restrict(?:s|ing)?|stipulate[sd]?|provide(?:s)?)$/;

/** "What do the sanctions forbid?" of a sentence that only tells of the sanctions. */
export function areTermsUntold({ question, terms, mentions }: Asked, { candidate }: Assessment): boolean {
  const term = terms.find(({ folded }) => TERMS.test(folded));
  const helper = question.tokens.findIndex(({ folded }) => /^(?:do|does|did|would|will)$/.test(folded));
  const isOfThing = helper >= 0 && !mentions.some(({ from }) => from > helper && from <= helper + 2);
  return (
    question.kind === 'what' &&
    isOfThing &&
    term !== undefined &&
    term.position > helper &&
    !tellsOf(term, candidate)
  );
}

/** "Were drugs found on the boats?"; to find something right or wrong is to think so. */
export function isUntoldFind(asked: Asked, { candidate }: Assessment): boolean {
  const { question } = asked;
  const { tokens } = question;
  const find = asked.terms.find(({ stem, folded }) => stem === FIND || folded === 'found');
  const isPassive = tokens
    .slice(0, find?.position ?? 0)
    .some(({ folded }) => /^(?:is|are|was|were|been|being|be)$/.test(folded));
  const isOfAny = tokens[(find?.position ?? 0) + 1]?.folded === 'any' && question.kind === 'yes-no';
  return (
    find !== undefined &&
    (isOfAny || (find.folded === 'found' && isPassive)) &&
    !isSettled(asked, candidate) &&
    !tellsOf(find, candidate)
  );
}

function tellsOf(term: AskedTerm, { reading }: Candidate): boolean {
  return [...reading.tokens, ...reading.beside].some((token) => isMetBy(term, token));
}

/** Whether it says that something was not so or is not known, which answers whether it was. */
function isSettled({ question }: Asked, { fact, reading }: Candidate): boolean {
  return (
    question.kind === 'yes-no' &&
    (fact?.kind === 'unknown' ||
      fact?.kind === 'denial' ||
      reading.tokens.some(({ folded }) => negates(folded)))
  );
}
