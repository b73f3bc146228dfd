/** What stands before a follow-up, and what it leaves out. */
import { analyseQuestion, type QuestionTerm } from '../../retrieval/question.ts';
import { plainly } from '../extract/phrasing.ts';
import { GENERIC, SPEECH } from '../extract/vocabulary.ts';

const COURTESY =
  /^(?:(?:thanks(?: a lot)?|thank you(?: very much)?|thx|ty|great|cool|nice|wow|interesting|i see|got it|alright|all right|lol|lmao|haha|omg|oh|damn|ouch|jesus|wait|hm+|ok different thing|different (?:thing|question))\b[\s,.!:]*)+/iu;
const LEAD =
  /^(?:(?:and|but|so|ok(?:ay)?|then|well|also|what about|how about|hm+|yes|yeah|yep|please|pls|no|nope|sorry|i mean|i meant|rather|actually|remind me)\b[\s,.!]*)+/iu;

/** "Did she say who did it?" */
const WHO_IT_WAS =
  /\b(?:say|tell|reveal|disclose) who (?:did (?:it|that|this)|(?:it|that|this) (?:was|is)|(?:they|he|she) (?:was|is|are|were))\b/iu;

/** A follow-up as it was typed, and put plainly. */
export type FollowUpText = {
  readonly typed: string;
  /** In plain words, without thanks and without what ties it to what was said before: "and". */
  readonly bare: string;
  /** Whether it was tied so. */
  readonly led: boolean;
};

/** Puts a follow-up plainly. */
export function readFollowUp(typed: string): FollowUpText {
  const asked = plainly(typed.replace(COURTESY, '').trim()) || typed;
  const bare = asked.replace(LEAD, '').replace(WHO_IT_WAS, 'name anyone').trim();
  return /\p{L}/u.test(bare)
    ? { typed, bare: plainly(bare), led: LEAD.test(asked) }
    : { typed, bare: asked.replace(/^what about(?=\s*\?*$)/iu, 'about what'), led: false };
}

/** Words that say what is asked about. */
export function ownTerms(question: string): readonly QuestionTerm[] {
  return analyseQuestion(question).terms.filter(({ stem }) => !GENERIC.has(stem));
}

/** The same without words of saying. */
export function ownMatter(question: string): readonly QuestionTerm[] {
  return ownTerms(question).filter(({ stem }) => !SPEECH.has(stem));
}

/** Names and telling words of a question, without how it was put. */
export function contentOf(question: string): string {
  return analyseQuestion(question)
    .terms.map(({ surface }) => surface)
    .join(' ');
}

const MORE =
  /^(?:(?:can|could) you )?(?:(?:tell|give) (?:me|us) |say )?(?:(?:any|some)(?:thing)? |what |a (?:bit|little) )?(?:more|else)\b|^(?:go on|continue|elaborate)\b|\banything (?:else|more)\b/iu;

/** "Tell me more", "anything else?" */
export function asksForMore(bare: string): boolean {
  return MORE.test(bare) && ownMatter(bare).length <= 1;
}
