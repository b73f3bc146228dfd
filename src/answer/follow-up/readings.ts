/** "And when?", "did he deny it?": the full questions that a follow-up may stand for. */
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions } from '../extract/mentions.ts';
import { asksForAll } from '../extract/overview.ts';
import type { Turn } from '../thread.ts';
import { namedIn } from './antecedents.ts';
import { exchangedNoun, isNounAlone } from './exchange.ts';
import { contentOf, type FollowUpText, ownMatter, ownTerms } from './lead.ts';
import { hasPronoun, withNames } from './pronouns.ts';
import { leansOnTold } from './said.ts';
import { soleReadings } from './sole.ts';
import { spliced } from './splice.ts';
import { withThings } from './things.ts';

const POINTING = /\b(?:it|its|that|this|those|these)\b/iu;
/** "Who organised it?": not "is it true that". */
const POINTS_AT_IT =
  /\b(?:it|this|that|those|these)\s*\?*$|\b(?:did|does|was|is|has|will|would) (?:it|this|that) (?!true\b|that\b)\p{L}/iu;
/** "With interest?", "for what cause?": what a question ends with. */
const HANGS =
  /^(?:with|without|for|by|from|on|at|in|to|against|because|despite|until|since|under|over)\b(?!.*\b(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could)\b)/iu;
/** Asked of the very deed that was told: another one's reason or date is no answer. */
const OF_DEED = /^(?:why|since when|when|(?:on |in )?(?:which|what) (?:day|date|month|year|time))\b/iu;
/** Nobody is "he" outside a conversation. */
const PERSONAL = /\b(?:he|she|him|hers?|his)\b/iu;
/** "What happened after that?" */
const AFTER_THAT = /\s*\b(?:after (?:that|this)|afterwards|next)\b(?=\s*\?*$)/iu;
/** "No, I meant the sanctions". */
const CORRECTS = /^(?:(?:no|nope|sorry)\b[\s,.]*)*(?:i mean|i meant|not that)\b/iu;
/** Somebody or something else than what was told of. */
const OTHERS = /\b(?:others?|else|another)\b/iu;
/** A reading of what was asked. */
export type FullQuestion = {
  readonly text: string;
  /** The part of it that the user typed, which an answer must meet by itself. */
  readonly own?: string;
  /** Whether it makes no sense without the conversation. */
  readonly needsContext?: boolean;
  /** A question whose sort of answer it has to hold: "and the visa?" after when something was. */
  readonly sort?: string;
  /** Ids of what was told and cannot answer again. */
  readonly without?: ReadonlySet<string>;
};

/**
 * Readings of a question within its conversation, the question itself first. Only itself where it names people of its
 * own or says enough to stand alone. `isOpen`: a question word alone, which the last answer does not meet.
 */
export function fullQuestions(
  { typed, bare: asked, led }: FollowUpText,
  turns: readonly Turn[],
  dossier: Dossier,
  isOpen = false,
): readonly FullQuestion[] {
  const last = turns.at(-1);
  if (!last) return [{ text: typed }];
  const sole = soleReadings(asked, turns, dossier);
  if (sole) return [{ text: asked, needsContext: true }, ...sole];
  const bare = asked.replace(AFTER_THAT, '');
  const pronouns = hasPronoun(bare);
  if (!leansOnTold(bare) && standsAlone(asked, { pronouns, dossier, led })) return [{ text: asked }];
  const named = pronouns ? withNames(bare, last, dossier) : [];
  // What "and why?" finds by itself is about anything but the question that was declined.
  const isLost =
    POINTS_AT_IT.test(bare) ||
    hangs(bare) ||
    PERSONAL.test(bare) ||
    leansOnTold(bare) ||
    (last.citations.length === 0 && (pronouns || ownTerms(bare).length === 0));
  const needsContext = named.length > 0 || isLost || isOpen;
  const isOfOthers =
    (isOpen && !OF_DEED.test(bare)) || bare !== asked || CORRECTS.test(typed) || OTHERS.test(bare);
  const without = isOfOthers ? new Set(last.citations) : undefined;
  const sort = isNounAlone(bare) ? { sort: last.question } : {};
  return [
    { text: asked, ...sort, ...(needsContext ? { needsContext } : {}) },
    ...readingsOf(bare, { named, last, dossier, isOpen }).map((reading) => ({
      ...reading,
      ...sort,
      ...(without ? { without } : {}),
    })),
  ];
}

/** Whether it only says more of what was asked: "because of the weather?", "his family too?" */
function hangs(text: string): boolean {
  return HANGS.test(text) || (TOO.test(text) && analyseQuestion(text).kind === 'topic');
}

const TOO = /\b(?:too|as well|also)\s*\?*$/iu;

type Context = {
  /** The follow-up with names for its pronouns. */
  readonly named: readonly string[];
  readonly last: Turn;
  readonly dossier: Dossier;
  readonly isOpen: boolean;
};

/** The follow-up filled up from the last question, the likeliest reading first. */
function readingsOf(bare: string, { named, last, dossier, isOpen }: Context): readonly FullQuestion[] {
  const matter = contentOf(last.question);
  const texts = named.length > 0 ? named : [bare];
  const saysEnough = (text: string) =>
    !POINTING.test(text) && (namedIn(text, dossier).length > 0 || ownMatter(text).length > 1);
  const things = [...named, bare].flatMap((text) => withThings(text, last, dossier));
  // "Did he get it back?" says too little without what "it" is.
  const isFull = !POINTING.test(bare) || ownMatter(bare).length > 1;
  const filled = (text: string) => (isOpen || hangs(text) ? spliced(text, last.question) : undefined);
  const filledUp = texts.map((text) => ({
    text: filled(text) ?? `${text} about ${matter}`,
    own: isOpen ? matter : text,
  }));
  if (hangs(bare)) return filledUp;
  return [
    ...exchangedNoun(bare, last, dossier),
    ...things.map((text) => (saysEnough(text) ? { text } : { text, own: matter })),
    ...(isFull ? named.map((text) => ({ text })) : texts.map((text) => ({ text, own: matter }))),
    ...inheritKind(texts[0] ?? bare, last).map((text) => ({ text })),
    ...filledUp,
  ];
}

type Look = { readonly pronouns: boolean; readonly dossier: Dossier; readonly led: boolean };

function standsAlone(bare: string, { pronouns, dossier, led }: Look): boolean {
  if (pronouns || POINTING.test(bare)) return false;
  const question = analyseQuestion(bare);
  // "What happened?" may well be what happened to those just spoken of.
  if (asksForAll(question) && !/\bhappened\b/iu.test(bare)) return true;
  if (led) return false;
  return findMentions(question.tokens, dossier).length > 0 || ownTerms(bare).length > 1;
}

/** "And the next round?" after "When did the talks end?" asks when. */
function inheritKind(bare: string, { question }: Turn): readonly string[] {
  if (analyseQuestion(bare).kind !== 'topic') return [];
  const asked = /^\W*(?:who|whom|when|where|why|how (?:many|much|long)|what|which)\b/iu.exec(question)?.[0];
  return asked ? [`${asked} ${bare.replace(/^(?:the|any) /iu, '')}`] : [];
}
