/** What a candidate's kind and wording are to what a question asks for. */
import { tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { Slot } from './asked-slot.ts';
import type { Candidate } from './candidate.ts';
import { isMetBy } from './coverage.ts';
import { findMentions } from './mentions.ts';
import type { Signals } from './signal-names.ts';
import { ACCUSING, DENYING, LANGUAGE_NOUNS, negates } from './vocabulary.ts';

/** "Which adjective did he use for it?" is answered by a word or two that were said of just that. */
export function fragmentFit({ question, mentions }: Asked, { quote }: Candidate, dossier: Dossier): number {
  const asksForWord = question.focus !== undefined && LANGUAGE_NOUNS.has(question.focus.stem);
  if (!asksForWord || !quote || quote.text.split(/\s+/).length > 4) return 0;
  const context = tokenise(quote.context ?? '');
  const of = findMentions(context, dossier).find(({ from }) => from === 0);
  const last = mentions.at(-1);
  const isOfThat = of?.ids.some((id) => last?.ids.includes(id)) && of.to === context.length;
  return isOfThat ? 1 : 0.6;
}

/** What somebody answers to an accusation is the denial, though the accusation shares its words. */
export function disputeSignals(
  { terms, speakers, question }: Asked,
  { fact }: Candidate,
): Pick<Signals, 'denialAsked' | 'allegationAsked'> {
  const asksTruth =
    speakers.length > 0 &&
    question.tokens.some(({ folded }) => /^(?:true|false|correct|lies?)$/.test(folded));
  const asksAnswer = asksTruth || terms.some(({ stem }) => DENYING.has(stem));
  const asksAccusation = !asksAnswer && terms.some(({ stem }) => ACCUSING.has(stem));
  return {
    denialAsked: Number(asksAnswer && fact?.kind === 'denial'),
    allegationAsked: Number(asksAccusation && fact?.kind === 'allegation'),
  };
}

const BEFORE = /^(?:before|ever|first|previous|previously|last|earlier|already)$/;

/** "Had they spoken before?" asks for what was the first or the last. */
export function isOrderTold({ question }: Asked, { reading }: Candidate): boolean {
  return (
    question.tokens.some(({ folded }) => BEFORE.test(folded)) &&
    reading.tokens.some(({ folded }) => folded !== 'before' && BEFORE.test(folded))
  );
}

/** "Farmers refused to leave" is no answer to who left. */
const TURNING = /^(?:(?:deni|cancel|suspend|fail)\p{L}*|unlikely)$/u;

/** Whether it says that what is asked about was refused or did not come about. */
export function isTurnedRound({ question, deed }: Asked, { reading, fact }: Candidate): boolean {
  if (!deed || question.kind === 'yes-no' || question.negated || fact?.kind === 'unknown') return false;
  const at = reading.tokens.findIndex((token) => isMetBy(deed.verb, token));
  return reading.tokens
    .slice(Math.max(0, at - 3), Math.max(0, at))
    .some(({ folded }) => negates(folded) || TURNING.test(folded));
}

/** By the sort of answer how a sentence says that just this is not known. */
const TELLS: Partial<Readonly<Record<Slot, RegExp>>> = {
  why: /\b(?:why|caused?|reasons?|how)\b/iu,
  where: /\b(?:where|whereabouts|place|location)\b/iu,
  who: /\b(?:who|whom|whose|names?|named|identity|identities|identified)\b/iu,
  'how-many': /\bhow (?:many|much)\b|\b(?:number|figure)\b/iu,
  money: /\bhow much\b|\b(?:price|sum|amount|cost)\b/iu,
  'how-long': /\bhow long\b|\b(?:when|until)\b/iu,
  what: /\b(?:what|which|how)\b/iu,
};

const TELLS_WHEN = /\b(?:when|dates?|days?|time)\b/iu;

/** That no date is set is no answer to whether two people want to meet. */
export function isUnknownElse(asked: Asked, { fact }: Candidate): boolean {
  if (fact?.kind !== 'unknown' || isAskedAsUnknown(asked, { fact })) return false;
  const told = [...Object.entries(TELLS), ['when', TELLS_WHEN] as const].filter(([, tells]) =>
    tells.test(fact.text),
  );
  return (
    told.length > 0 && !told.some(([slot, tells]) => slot === asked.slot || tells.test(asked.question.text))
  );
}

/** "Why did it derail?" is also answered by that nobody knows why. */
export function isUnknownAnswer({ slot }: Asked, { fact }: Candidate): boolean {
  return fact?.kind === 'unknown' && (TELLS[slot]?.test(fact.text) ?? false);
}

const ASKS_WHAT_IS_OPEN = /\b(?:known?|clear|open|unclear|established|idea|unknown|yet|decided)\b/iu;

/** "Is it known …?" of what the file says is not known. */
export function isAskedAsUnknown({ question }: Asked, { fact }: Pick<Candidate, 'fact'>): boolean {
  return fact?.kind === 'unknown' && ASKS_WHAT_IS_OPEN.test(question.text);
}

const VERBATIM = /\b(?:quotes?|quotation|exact(?:ly)?|verbatim|literally|word for word|own words|words)\b/iu;

/** "What exactly did she write?": no report of it will do. */
export function asksVerbatim({ question, slot }: Asked): boolean {
  return slot === 'quote' && VERBATIM.test(question.text);
}
