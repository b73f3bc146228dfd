/** Questions about what was just told, which it answers itself: "who said that?", "when?", "word for word please", "is it true?" */
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { readAgainst } from '../extract/asked.ts';
import { type Candidate, candidatesOf } from '../extract/candidate.ts';
import type { Dictionaries, QuestionMeans } from '../extract/means.ts';
import { slotFill } from '../extract/slots.ts';
import type { Turn } from '../thread.ts';
import { holdsEnding, isEnding } from './endings.ts';
import { denialsOf, furtherOf } from './further.ts';
import { contentOf, type FollowUpText, ownMatter } from './lead.ts';
import { withNames } from './pronouns.ts';
import { spliced } from './splice.ts';

/** What a question asks of the last answer. */
type Wanted = 'slot' | 'speaker' | 'words' | 'truth' | 'ending';

const SAID_THAT =
  /\b(?:say|says|said|saying|tell|told|write|wrote|written|post|posted|claim|claimed|state|stated|announced?)\b(?! (?:who|what|when|where|why|how|which|if|whether)\b).{0,12}\b(?:that|this|it|so)\b(?! (?:was|is|were|are|would|will|has|had|could|should|did|felt|looked)\b)/iu;
const SOURCE =
  /^(?:what(?:['’]?s| is) (?:the|your) )?sources?\b|^(?:says|said) who\b|^according to (?:who|whom)\b|^who (?:says|said|claims|told you)(?: (?:so|that|this|it))?\s*\?*$/iu;
const VERBATIM =
  /^(?:word for word|verbatim|literally|(?:and )?(?:the |his |her |their )?(?:exact|own|full) (?:words|quote|wording)|(?:the )?quote|in (?:his|her|their) own words)\b|^how (?:exactly )?did (?:he|she|they) (?:put|phrase|word) (?:it|that|this)\b|^(?:can|could|may) (?:i|we) (?:get|have|see|read) (?:that|it|this) (?:verbatim|quoted?)/iu;
const TRUTH =
  /^(?:is|are|was|were) (?:that|this|it|they|those|these) (?:really |actually |even |all )?(?:true|correct|so|proven|proved|a fact|facts|false|a lie|lies)\b/iu;
/** Doubt, which the denial answers, or else what was told once more with who says so. */
const REALLY =
  /^(?:really|seriously|for real|are you (?:really )?sure(?: about that)?|no way|is that right|you sure)\s*[?!]*$/iu;
/** A question word and next to nothing else. */
const FRAGMENT =
  /^(?:(?:up to|till|by|to|for|since|until|from|with|at|in|on) )?(?:when|where|whereabouts|why(?: not)?|how (?:long(?: for)?|many(?: times)?|much|often|high|big|large|far|heavy|tall|deep|expensive|old)|(?:what|which) (?:time|day|date|month|year|week|city|town|country|place|platform))(?: exactly| precisely)?(?: (?:was|is|did|were|are|will) (?:that|it|this|they|these|those)(?: (?:happen|be|take place|held|start|end))?| (?:that|it|this) (?:was|is|happened))?\s*\?*$/iu;

/** "About what?", "what was it about?" */
const WHAT_ABOUT =
  /^(?:about what(?: exactly)?|what (?:was|were|is|are) (?:it|that|this|they) (?:all )?about)\s*\?*$/iu;

function wantedBy(bare: string): Wanted | undefined {
  if (isEnding(bare)) return 'ending';
  if (VERBATIM.test(bare)) return 'words';
  if (TRUTH.test(bare) || REALLY.test(bare)) return 'truth';
  if (SOURCE.test(bare)) return 'speaker';
  return isOpenQuestion(bare) || (SAID_THAT.test(bare) && ownMatter(bare).length === 0) ? 'slot' : undefined;
}

/** Whether a question is about what was just told and about nothing without it. */
export function leansOnTold(bare: string): boolean {
  return wantedBy(bare) !== undefined;
}

const isOpenQuestion = (bare: string) => FRAGMENT.test(bare) || WHAT_ABOUT.test(bare) || isEnding(bare);

/** What of the last answer meets a question about it. */
export type Said = {
  /** The question in full. */
  readonly question: string;
  /** Ids of what holds what is asked for, best first; none where nothing of it does. */
  readonly ids: readonly string[];
  /** Whether it is a question word alone, which something else may meet where the last answer does not. */
  readonly isOpen: boolean;
};

/** From this on a fact holds what is asked for. */
const HELD = 0.7;

/** What meets a question about what was just told; undefined for a question about anything else. */
export function askedOfSaid(
  followUp: FollowUpText,
  turns: readonly Turn[],
  { dossier, ...words }: QuestionMeans,
): Said | undefined {
  const last = turns.at(-1);
  if (!last || last.citations.length === 0 || !dossier.curated) return undefined;
  const { bare } = followUp;
  const further = furtherOf(followUp, turns, dossier);
  if (further.length > 0) return { question: last.question, ids: further, isOpen: false };
  const wanted = wantedBy(bare);
  if (!wanted) return undefined;
  const asked = WHAT_ABOUT.test(bare) ? 'what was it about' : bare;
  const named = withNames(asked, last, dossier)[0] ?? asked;
  const told = citationsOf(last.citations, dossier, words);
  const holding = told.filter((candidate) => isMet(candidate, wanted, { bare: named, last, dossier, words }));
  const denials = wanted === 'truth' ? denialsOf(last.citations, dossier) : [];
  const repeated = REALLY.test(bare) ? last.citations.slice(0, 1) : [];
  const ids =
    wanted !== 'truth' ? holding.slice(0, 1).map(({ id }) => id) : denials.length > 0 ? denials : repeated;
  if (wanted === 'truth' && ids.length === 0) return undefined;
  const question =
    spliced(WHAT_ABOUT.test(bare) ? 'about what' : named, last.question) ??
    `${named} ${contentOf(last.question)}`;
  const isOpen = isOpenQuestion(bare) || /^(?:where|when)\b/iu.test(bare);
  return { question, ids, isOpen };
}

/** What was cited, in its order, and the quotes of it. */
function citationsOf(
  citations: readonly string[],
  dossier: Dossier,
  words: Dictionaries,
): readonly Candidate[] {
  const all = new Map(candidatesOf([], { dossier, ...words }).map((candidate) => [candidate.id, candidate]));
  const quotes = citations.flatMap((id) => dossier.quotesOf.get(id) ?? []).map(({ id }) => id);
  return [...new Set([...citations, ...quotes])].flatMap((id) => all.get(id) ?? []);
}

type Look = {
  readonly bare: string;
  readonly last: Turn;
  readonly dossier: Dossier;
  readonly words: Dictionaries;
};

function isMet(candidate: Candidate, wanted: Wanted, { bare, last, dossier, words }: Look): boolean {
  if (wanted === 'words') return candidate.quote !== undefined;
  if (wanted === 'ending') return holdsEnding(bare, candidate, { last, dossier });
  const isVoiced = (candidate.quote?.speaker ?? candidate.fact?.attributedTo) !== undefined;
  if (wanted === 'speaker') return isVoiced;
  const asked = readAgainst(analyseQuestion(bare), { dossier, ...words });
  if (asked.slot === 'quote' || asked.slot === 'wording') return candidate.quote !== undefined;
  if (asked.slot === 'who') return isVoiced;
  return slotFill(asked, candidate, dossier) >= (candidate.id === last.citations[0] ? HELD : 1);
}
