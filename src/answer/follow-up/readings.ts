/** "And when?", "did he deny it?": the full questions that a follow-up may stand for. */
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions } from '../extract/mentions.ts';
import { asksForAll } from '../extract/overview.ts';
import type { Turn } from '../thread.ts';
import { hasPronoun, withNames } from './antecedents.ts';
import { exchangeName, namedAlone } from './exchange.ts';
import { asksForMore, contentOf, type FollowUpText, ownMatter, ownTerms } from './lead.ts';

const POINTING = /\b(?:it|its|that|this|those|these)\b/iu;
/** "Who organised it?": not "is it true that". */
const POINTS_AT_IT =
  /\b(?:it|this|that|those|these)\s*\?*$|\b(?:did|does|was|is|has|will|would) (?:it|this|that) (?!true\b|that\b)\p{L}/iu;
/** "What happened after that?" */
const AFTER_THAT = /\s*\b(?:after (?:that|this)|afterwards|next)\b(?=\s*\?*$)/iu;
/** "No, I meant the sanctions". */
const CORRECTS = /^(?:(?:no|nope|sorry)\b[\s,.]*)*(?:i mean|i meant|not that)\b/iu;
/** "And Petro? What did he say?" */
const ASIDE =
  /^(.{2,40}?)(?:\? (?=\p{L}.{4})|, (?=(?:what|when|why|where|how|who|did|does|do|is|was|has)\b))/iu;

/** "Why did they do it?": what was asked about. */
const DO_IT = /^(?:why|when|where|how)\b.{1,40}\b(?:do|done|doing) (?:it|that|this|so)\b/iu;

/** A reading of what was asked. */
export type FullQuestion = {
  readonly text: string;
  /** The part of it that the user typed, which an answer must meet by itself. */
  readonly own?: string;
  /** Whether it makes no sense without the conversation. */
  readonly needsContext?: boolean;
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
  if (standsAlone(asked, { pronouns, dossier, led })) return [{ text: asked }];
  const named = pronouns ? withNames(bare, last, dossier) : [];
  const inherited = inheritKind(named[0] ?? bare, last);
  // What "and why?" finds by itself is about anything but the question that was declined.
  const isLost =
    POINTS_AT_IT.test(bare) || (last.citations.length === 0 && (pronouns || ownTerms(bare).length === 0));
  // "Did he get it back?" says too little without what "it" is.
  const isFull = !POINTING.test(bare) || ownMatter(bare).length > 1;
  const matter = contentOf(last.question);
  const told = named.length > 0 ? named : [bare];
  const readings: readonly FullQuestion[] = [
    ...(isFull ? named.map((each) => ({ text: each })) : told.map((each) => ({ text: each, own: matter }))),
    ...(inherited === undefined ? [] : [{ text: inherited }]),
    ...told.map((each) => ({ text: `${each} about ${matter}`, own: isOpen ? matter : each })),
  ];
  const without = isOpen || bare !== asked || CORRECTS.test(typed) ? new Set(last.citations) : undefined;
  return [
    { text: asked, ...(named.length > 0 || isLost || isOpen ? { needsContext: true } : {}) },
    ...readings.map((reading) => (without ? { ...reading, without } : reading)),
  ];
}

/** The readings of what can only be a follow-up: "tell me more", "and Petro?", "why did they do it?"; undefined for anything else. */
function soleReadings(
  bare: string,
  turns: readonly Turn[],
  dossier: Dossier,
): readonly FullQuestion[] | undefined {
  const last = turns.at(-1);
  if (!last) return undefined;
  if (asksForMore(bare)) {
    const without = new Set(turns.flatMap(({ citations }) => citations));
    return [last.question, contentOf(last.question)].map((text) => ({ text, without }));
  }
  const exchanged = exchangeName(bare, last, dossier);
  if (exchanged !== undefined) return [{ text: exchanged }];
  if (DO_IT.test(bare)) return [{ text: `${questionWord(bare)} ${contentOf(last.question)}` }];
  const [whole, name = ''] = ASIDE.exec(bare) ?? [];
  if (whole === undefined || !namedAlone(name, dossier)) return undefined;
  const named = withNames(bare.slice(whole.length), { ...last, question: name, citations: [] }, dossier);
  return named.map((text) => ({ text }));
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

function questionWord(text: string): string {
  return /^\w+/u.exec(text)?.[0] ?? '';
}

/** "And the next round?" after "When did the talks end?" asks when. */
function inheritKind(bare: string, { question }: Turn): string | undefined {
  if (analyseQuestion(bare).kind !== 'topic') return undefined;
  const asked = /^\W*(?:who|whom|when|where|why|how (?:many|much|long)|what|which)\b/iu.exec(question)?.[0];
  return asked && `${asked} ${bare}`;
}
