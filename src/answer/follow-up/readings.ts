/** "And when?", "did he deny it?": the full questions that a follow-up may stand for. */
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import type { Turn } from '../thread.ts';
import { namedIn } from './antecedents.ts';
import { exchangedNoun, isNounAlone } from './exchange.ts';
import { contentOf, type FollowUpText, ownMatter } from './lead.ts';
import { hangs, leans, points, standsAlone } from './leaning.ts';
import { hasPronoun, withNames } from './pronouns.ts';
import { leansOnTold } from './said.ts';
import { soleReadings } from './sole.ts';
import { spliced } from './splice.ts';
import { withHeads, withThings } from './things.ts';

/** "What happened after that?" */
const AFTER_THAT = /\s*\b(?:after (?:that|this)|afterwards|next)\b(?=\s*\?*$)/iu;
/** "No, I meant the sanctions". */
const CORRECTS = /^(?:(?:no|nope|sorry)\b[\s,.]*)*(?:i mean|i meant|not that)\b/iu;
/** Somebody or something else than what was told of. */
const OTHERS = /\b(?:others?|else|another)\b/iu;
/** Where and about what it was may be told of what goes with it; a reason or a date is of the deed itself. */
const ELSEWHERE = /^(?:where|whereabouts|about what|in (?:which|what))\b/iu;
/** "Whose software was it?": it is what the question names itself. */
const NAMES_IT =
  /^((?:whose|which|what) \p{L}+(?: \p{L}+)?) (?:is|are|was|were) (?:it|that|this|they|those|these)\s*\?*$/iu;

/** A reading of what was asked. */
export type FullQuestion = {
  readonly text: string;
  /** The part of it that the user typed, or that was asked before, which an answer must meet by itself. */
  readonly own?: string;
  /** Whether it makes no sense without the conversation. */
  readonly needsContext?: boolean;
  /** A question whose sort of answer it has to hold: "and the visa?" after when something was. */
  readonly sort?: string;
  /** What was typed of it. */
  readonly typed?: string;
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
  const bare = whole(asked, last, dossier);
  if (standsAlone(bare, { dossier, led })) return [{ text: asked }];
  const named = hasPronoun(bare) ? withNames(bare, last, dossier) : [];
  const needsContext = named.length > 0 || leans(bare, last) || isOpen;
  const isOfOthers =
    (isOpen && ELSEWHERE.test(bare)) || AFTER_THAT.test(asked) || CORRECTS.test(typed) || OTHERS.test(bare);
  const without = isOfOthers ? toldOf(last, dossier) : undefined;
  return [
    { text: asked, typed: bare, ...sortOf(bare, last), ...(needsContext ? { needsContext } : {}) },
    ...readingsOf(bare, { named, last, dossier, isOpen }).map((reading) => ({
      ...reading,
      typed: bare,
      ...(without ? { without } : {}),
    })),
  ];
}

/** With a noun for "one", and without what only points: "after that", "whose software was it". */
function whole(asked: string, last: Turn, dossier: Dossier): string {
  const text = withHeads(asked.replace(AFTER_THAT, ''), last, dossier);
  return leansOnTold(text) ? text : text.replace(NAMES_IT, '$1');
}

/** Ids of what was told but for what tells of others itself: "have they built others?" after "built three other stands". */
function toldOf({ citations }: Turn, { facts, quotes }: Dossier): ReadonlySet<string> {
  return new Set(citations.filter((id) => !OTHERS.test((facts.get(id) ?? quotes.get(id))?.text ?? '')));
}

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
  const filled = (text: string) => (isOpen || hangs(text) ? spliced(text, last.question) : undefined);
  const filledUp = texts.map((text) => ({
    text: filled(text) ?? `${text} about ${matter}`,
    own: isOpen ? matter : text,
  }));
  if (hangs(bare)) return filledUp;
  // What is a thing of a question that was declined is not told.
  const saysEnough = (text: string) =>
    last.citations.length > 0 &&
    !points(text) &&
    (namedIn(text, dossier).length > 0 || ownMatter(text).length > 1);
  const things = [...named, bare].flatMap((text) => withThings(text, last, dossier));
  // "Did he get it back?" says too little without what "it" is.
  const isFull = !points(bare) || ownMatter(bare).length > 1;
  const others = [
    ...things.map((text) => (saysEnough(text) ? { text } : { text, own: matter })),
    ...(isFull ? named.map((text) => ({ text })) : texts.map((text) => ({ text, own: matter }))),
    ...inheritKind(texts[0] ?? bare, last).map((text) => ({ text })),
    ...filledUp,
  ];
  return [
    ...exchangedNoun(bare, last, dossier),
    ...others.map((reading) => ({ ...reading, ...sortOf(bare, last) })),
  ];
}

/** "And the visa?" after when something was wants a date too. */
function sortOf(bare: string, { question }: Turn): Pick<FullQuestion, 'sort'> {
  return isNounAlone(bare) ? { sort: question } : {};
}

/** "And the next round?" after "When did the talks end?" asks when. */
function inheritKind(bare: string, { question }: Turn): readonly string[] {
  if (analyseQuestion(bare).kind !== 'topic') return [];
  const asked = /^\W*(?:who|whom|when|where|why|how (?:many|much|long)|what|which)\b/iu.exec(question)?.[0];
  return asked ? [`${asked} ${bare.replace(/^(?:the|any) /iu, '')}`] : [];
}
