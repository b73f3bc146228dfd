/** Finds what answers a text in which several things may be asked, each in the light of those before it. */

import { eachOnce } from './claims.ts';
import { plainly } from './extract/phrasing.ts';
import { type Found, findAnswer, type Inquiry, type Sources } from './find.ts';
import { ownTerms } from './follow-up/lead.ts';
import { points } from './follow-up/leaning.ts';
import { hasPronoun } from './follow-up/pronouns.ts';
import { questionsIn } from './questions-in.ts';
import type { Turn } from './thread.ts';

/** Claims told of each of several questions. */
const TOLD_OF_EACH = 2;

/** What answers the questions of a text, as one; what nothing answers is left out. */
export function findEach(inquiry: Inquiry, sources: Sources): Found | undefined {
  const asked = questionsIn(inquiry.text);
  const [first] = asked;
  if (asked.length === 1 && first?.text === inquiry.text) return findEither(inquiry, sources);
  let { turns, slug } = inquiry;
  const found: Found[] = [];
  for (const { text, before } of asked) {
    const isFirst = found.length === 0;
    // "Who won the cup, and who lost it?": of what the file does not know.
    if (found.at(-1)?.claims.length === 0 && (hasPronoun(text) || points(text))) continue;
    const told =
      isFirst && turns.length === 0 && hasPronoun(text) ? toldBefore(before, inquiry, sources) : [];
    const full =
      isFirst && ownTerms(text).length === 0 && told.length === 0 ? `${before} ${text}`.trim() : text;
    const answer = findEither({ text: full, slug, turns: [...turns, ...told] }, sources);
    if (!answer) continue;
    found.push(answer);
    turns = [...turns, turnOf(answer)];
    if (answer.claims.length > 0) slug ??= answer.topic.topic;
  }
  const answered = together(found);
  if (answered && found.length === asked.length && found.every(({ claims }) => claims.length > 0))
    return answered;
  const whole = findEither(inquiry, sources);
  return !answered || (whole && whole.confidence > answered.confidence + SURER) ? whole : answered;
}

/** How much surer the text as a whole must be of its answer than its first question is. */
const SURER = 0.1;

/** What was said before a question, as a turn of the conversation: "she says he insulted her. What did he call her?" */
function toldBefore(text: string, inquiry: Inquiry, sources: Sources): readonly Turn[] {
  const found = text === '' ? undefined : findAnswer({ ...inquiry, text }, sources);
  return found ? [{ ...turnOf(found), citations: [] }] : [];
}

function turnOf({ question, topic, claims }: Found): Turn {
  return { question, topic: topic.topic, citations: claims.flatMap(({ citations }) => citations) };
}

function together(found: readonly Found[]): Found | undefined {
  const answered = found.filter(({ claims }) => claims.length > 0);
  const [first] = answered.length > 0 ? answered : found;
  if (!first || answered.length < 2) return first;
  const same = answered.filter(({ topic }) => topic === first.topic);
  return {
    ...first,
    question: same.map(({ question }) => question).join(' '),
    hits: [...new Set(same.flatMap(({ hits }) => hits))],
    near: [...new Set(same.flatMap(({ near }) => near))],
    claims: eachOnce(same.flatMap(({ claims }) => claims.slice(0, TOLD_OF_EACH))),
  };
}

/** "… or somewhere else?": words of one side of a choice that the file does not tell of. */
const OR = /,? or (?!more\b|less\b|so\b)/iu;
/** A side of fewer words is no question. */
const WORDS = 3;
/** "Was the fire before or after the flood?" */
const ORDER = /^(?:was|were|did|is) (.+?) (?:come |happen |take place )?before or after (.+?)\s*\?*$/iu;

/** Other questions that a text without an answer may be taken for: one side of a choice, when each of two things was. */
function choicesIn(text: string): readonly (readonly string[])[] {
  const [, one, other] = ORDER.exec(plainly(text)) ?? [];
  const times = [one, other].flatMap((each) => (each ? [`when was ${each}?`] : []));
  const [side = '', ...others] = text.split(OR);
  const isChoice = others.length > 0 && side.split(' ').length >= WORDS;
  return [...(times.length > 0 ? [times] : []), ...(isChoice ? [[side]] : [])];
}

/** Where the whole of a choice has no answer, what answers a side of it sets it right. */
function findEither(inquiry: Inquiry, sources: Sources): Found | undefined {
  const whole = findAnswer(inquiry, sources);
  if (whole && whole.claims.length > 0) return whole;
  for (const texts of choicesIn(inquiry.text)) {
    const found = together(texts.flatMap((text) => findAnswer({ ...inquiry, text }, sources) ?? []));
    if (found && found.claims.length > 0) return { ...found, question: inquiry.text };
  }
  return whole;
}
