/** What a question says by its very words, without which a candidate cannot answer, however like it is. */
import { quotedPassages } from '../../knowledge/quotation.ts';
import { oncePer } from '../../once-per.ts';
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import { tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { isAnonymous, isNameless } from './anonymous.ts';
import type { Asked } from './asked.ts';
import type { AskedTerm } from './asked-terms.ts';
import type { Assessment } from './assess.ts';
import type { Candidate } from './candidate.ts';
import { MET } from './coverage.ts';
import { areTermsUntold, isUntoldAct, isUntoldFind, isUntoldVerdict } from './declared.ts';
import { lacksUndoing } from './doubts.ts';
import { isPossessive } from './mentions.ts';
import { asksForLatest, isLowerRank, lacksOrdinal, lacksRank } from './ranks.ts';
import { KIN, SPEECH } from './vocabulary.ts';

type Premise = (asked: Asked, assessment: Assessment, dossier: Dossier) => boolean;

/** Each tells whether a candidate lacks what the question holds. */
const PREMISES: readonly Premise[] = [
  ({ slot, question: { tokens } }, { candidate }) =>
    slot === 'when' && asksForLatest(tokens) && lacksRank(tokens, candidate),
  ({ slot, question, terms }, { candidate }) =>
    slot === 'yes-no' && terms.some((term) => lacksUndoing(term, question, candidate)),
  ({ question }) => OF_THE_ARTICLE.test(question.text),
  (asked, { candidate }, dossier) => quotedShare(asked, candidate, dossier) < 1,
  (asked, { candidate }) => lacksOrdinal(asked, candidate),
  (asked, { candidate }) => isLowerRank(asked, candidate),
  (asked, { candidate }) => lacksNationality(asked, candidate),
  (asked, { candidate }) => isAnonymous(asked, candidate),
  ({ slot }, { faults }) => slot === 'how-many' && faults.includes('place'),
  isAnotherHarm,
  isUntoldAct,
  isUntoldFind,
  isUntoldVerdict,
  areTermsUntold,
  leavesDoerOut,
  lacksName,
  lacksNew,
  isNobodysDeed,
  isOfficeUnmet,
  (asked, assessment, dossier) =>
    unmetTerms(asked, assessment).some(
      (term) => isSomebodysOwn(term, asked, dossier) || isPredicate(term, asked) || isSpeaker(term, asked),
    ),
];

/** Whether the candidate lacks something that the question holds by its very words. */
export function lacksPremise(asked: Asked, assessment: Assessment, dossier: Dossier): boolean {
  return PREMISES.some((isLacking) => isLacking(asked, assessment, dossier));
}

function unmetTerms({ terms }: Asked, { coverage }: Assessment): readonly AskedTerm[] {
  return terms.filter(({ part }, at) => part !== 'generic' && (coverage.strengths[at] ?? 0) < MET);
}

/** Who wrote and printed the article is told with the sources, never by a fact of it. */
const OF_THE_ARTICLE =
  /\b(?:wrote|written|author(?:ed|s)?|publish(?:er|ed|es)?|edit(?:ed|or))\b.{0,20}\b(?:this|the) (?:article|report|story|piece)\b|\b(?:this|the) (?:article|report|story|piece)['’s]* (?:(?:was|is|been) )?(?:written|published|authored|edited|author|publisher|editor)\b/iu;

const folded = (text: string) =>
  tokenise(text)
    .map((token) => token.folded)
    .join(' ');

/** The words in quote marks in a question, folded. */
const quotedIn = oncePer(({ text }: AnalysedQuestion) => quotedPassages(text).map(folded).filter(Boolean));

/** Whether words stand in quote marks in the question. */
export function asksWithQuote({ question }: Asked): boolean {
  return quotedIn(question).length > 0;
}

/** Share of the words in quote marks in the question that stand in the candidate, or in a quote of it; 1 where there are none. */
export function quotedShare({ question }: Asked, { fact, quote }: Candidate, { quotesOf }: Dossier): number {
  const passages = quotedIn(question);
  if (passages.length === 0) return 1;
  const quotes = quote ? [quote] : (quotesOf.get(fact?.id ?? '') ?? []);
  const told = [fact, ...quotes].map((item) => ` ${folded(item?.text ?? '')} `);
  return (
    passages.filter((words) => told.some((text) => text.includes(` ${words} `))).length / passages.length
  );
}

/** "How many were wounded?" of those who were killed. */
function isAnotherHarm({ slot, deed }: Asked, { faults }: Assessment): boolean {
  return (
    slot === 'how-many' && faults.includes('verb') && deed !== undefined && BEFALLS.test(deed.verb.folded)
  );
}
const BEFALLS =
  /^(?:killed|die|died|wounded|injured|hurt|arrested|detained|jailed|missing|rescued|evacuated|displaced|infected|dismissed|fired|sacked)$/;

/** From this on it surely tells the deed without the doer: see `doerTold`. */
const UNTOLD = -0.9;

/** From this fill on it has somebody. */
const SOMEBODY = 0.8;

/** "Asked on board …, he replied" is no answer to who asked. */
function leavesDoerOut({ slot }: Asked, { candidate, fill, signals }: Assessment): boolean {
  return slot === 'who' && fill < SOMEBODY && signals.doer < UNTOLD && candidate.fact?.kind !== 'unknown';
}

/** "Who is the judge?": nobody but a judge. */
function isOfficeUnmet({ slot, terms, question: { tokens } }: Asked, { coverage }: Assessment): boolean {
  return (
    slot === 'who' &&
    terms.some(
      ({ position, holders, namesPerson }, at) =>
        (coverage.strengths[at] ?? 0) < MET &&
        holders.size === 0 &&
        /^(?:the|a|an)$/.test(tokens[position - 1]?.folded ?? '') &&
        /^(?:is|are|was|were|whos)$/.test(tokens[position - 2]?.folded ?? '') &&
        namesPerson(),
    )
  );
}

/** "Petro's wife", "his lawyer": somebody else than the one who is named. */
function isSomebodysOwn(term: AskedTerm, { mentions, question }: Asked, { people }: Dossier): boolean {
  const before = question.tokens[term.position - 1]?.folded ?? '';
  const owner = mentions.find(({ to }) => to === term.position);
  const isPerson = owner?.ids.some((id) => people.get(id)?.kind === 'person') ?? false;
  const isOwned =
    /^(?:his|her|their|whose)$/.test(before) ||
    (owner !== undefined && (isPerson || isPossessive(owner, question)));
  return isOwned && term.holders.size === 0 && (KIN.test(term.folded) || term.namesPerson());
}

/** "What do the farmers say?", "the farmers' reaction": whoever is asked for their words must be there. */
function isSpeaker(term: AskedTerm, { deed, question: { kind, text, tokens } }: Asked): boolean {
  if (kind === 'yes-no') return false;
  const isOwner = /^['’]s?\b/u.test(text.slice(term.start + term.surface.length));
  const next = tokens.slice(term.position + 1, term.position + 3).find(({ folded }) => folded !== 's');
  return (
    (term === deed?.subject && SPEECH.has(deed.verb.stem)) ||
    (isOwner && next !== undefined && SPEECH.has(next.stem))
  );
}

const DESCRIBING =
  /^(?:call(?:s|ed)?|describ(?:e|es|ed)|brand(?:s|ed)?|label(?:s|led|ed)?|refer(?:s|red)?|portray(?:s|ed)?|characteri[sz](?:e|es|ed))$/;

/** "Why did he call it hostile?": what it was called. Whether it was is answered by what it was called instead. */
function isPredicate(term: AskedTerm, { question, deed, terms }: Asked): boolean {
  if (question.kind === 'yes-no' || term !== terms.at(-1) || !DESCRIBING.test(deed?.verb.folded ?? ''))
    return false;
  const between = question.tokens.slice((deed?.verb.position ?? 0) + 1, term.position);
  const has = (words: RegExp) => between.some((token) => words.test(token.folded));
  if (!deed?.verb.folded.startsWith('call')) return has(/^(?:as|to)$/);
  return between.length > 0 && !has(/^(?:to|about|on|for|in|from|at|with|after|before|off|up)$/);
}

/** "Which nationality were they?" of a sentence without a word for a nation's people. */
function lacksNationality({ question }: Asked, { reading }: Candidate): boolean {
  return (
    question.tokens.some((token) => /^nationalit(?:y|ies)$/.test(token.folded)) &&
    !reading.tokens.some(({ surface }) => /^\p{Lu}\p{L}+(?:ans?|ese|ish|is?|ch)$/u.test(surface))
  );
}

/** "What is the name of the ship?" of a ship without a name. */
function lacksName(asked: Asked, { candidate }: Assessment): boolean {
  return (
    /\bnames? of\b|['’]s?(?: \p{Ll}+)? names?\b|\btheir names?\b/iu.test(asked.question.text) &&
    candidate.fact?.kind !== 'unknown' &&
    isNameless(asked, candidate)
  );
}

/** "Did she get a new visa?": another one than what is told of. */
function lacksNew({ question: { tokens } }: Asked, { candidate: { reading } }: Assessment): boolean {
  const isNew = tokens.some(
    ({ folded }, at) =>
      folded === 'new' && /^(?:an?|any|its|his|her|their)$/.test(tokens[at - 1]?.folded ?? ''),
  );
  return isNew && ![...reading.tokens, ...reading.beside].some(({ folded }) => NEW.test(folded));
}
const NEW =
  /^(?:new|newly|another|next|other|replac\w*|success\w*|first|fresh|renew\w*|again|build\w*|future|plan\w*)$/;

/** "Was anyone hurt?" of a sentence that tells of no such thing. */
function isNobodysDeed(
  { slot, deed, terms, question: { tokens } }: Asked,
  { coverage }: Assessment,
): boolean {
  return (
    slot === 'yes-no' &&
    deed?.verb.part === 'content' &&
    /^(?:anyone|anybody|somebody|someone|any)$/.test(tokens[1]?.folded ?? '') &&
    (coverage.strengths[terms.indexOf(deed.verb)] ?? 0) < MET
  );
}
