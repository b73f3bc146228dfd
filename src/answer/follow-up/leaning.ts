/** By what a follow-up leans on what was said before it. */
import { analyseQuestion } from '../../retrieval/question.ts';
import type { Dossier } from '../dossier.ts';
import { findMentions } from '../extract/mentions.ts';
import { asksForAll } from '../extract/overview.ts';
import type { Turn } from '../thread.ts';
import { ownTerms } from './lead.ts';
import { hasPronoun } from './pronouns.ts';
import { leansOnTold } from './said.ts';

const POINTING = /\b(?:it|its|that|this|those|these)\b/iu;
/** "Who organised it?": not "is it true that". */
const POINTS_AT_IT =
  /\b(?:it|this|that|those|these)\s*\?*$|\b(?:did|does|was|is|has|will|would) (?:it|this|that) (?!true\b|that\b)\p{L}/iu;
/** "With interest?", "for what cause?": what a question ends with. */
const ENDING =
  /^(?:with|without|for|by|from|on|at|in|to|against|because|despite|until|since|under|over)\b(?!.*\b(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could)\b)/iu;
/** "Whose software?" */
const BEGINNING = /^(?:whose|which|what) \p{L}+(?: \p{L}+)?\s*\?*$/iu;
/** Nobody is "them" outside a conversation; "he" may be the only one whom a topic is about. */
const PLURAL = /\b(?:they|them)\b/iu;
/** "On how many counts?" says what it asks for. */
const ASKS = /\b(?:whose|how (?:many|much|long|often))\b/iu;
const TOO = /\b(?:too|as well|also)\s*\?*$/iu;

/** Whether a text points at something without naming it: "it", "that". */
export function points(text: string): boolean {
  return POINTING.test(text);
}

/** Whether a text only says more of what was asked: "because of the weather?", "his family too?" */
export function hangs(text: string): boolean {
  return (
    ENDING.test(text) || BEGINNING.test(text) || (TOO.test(text) && analyseQuestion(text).kind === 'topic')
  );
}

/** Whether a follow-up means nothing without its conversation. */
export function leans(bare: string, { citations }: Turn): boolean {
  if (POINTS_AT_IT.test(bare) || PLURAL.test(bare) || leansOnTold(bare)) return true;
  if (hangs(bare) && !ASKS.test(bare)) return true;
  // What "and why?" finds by itself is about anything but the question that was declined.
  return citations.length === 0 && (hasPronoun(bare) || ownTerms(bare).length === 0);
}

type Look = { readonly dossier: Dossier; readonly led: boolean };

/** Whether a follow-up names people of its own or says enough to be a question by itself. `led`: tied on by "and". */
export function standsAlone(bare: string, { dossier, led }: Look): boolean {
  if (leansOnTold(bare) || hasPronoun(bare) || points(bare)) return false;
  const question = analyseQuestion(bare);
  // "What happened?" may well be what happened to those just spoken of.
  if (asksForAll(question) && !/\bhappened\b/iu.test(bare)) return true;
  if (led) return false;
  return findMentions(question.tokens, dossier).length > 0 || ownTerms(bare).length > 1;
}
