/** What a question asks: its kind, the type of answer that would settle it, and the terms to look for. */
import { oncePerKey } from '../once-per-key.ts';
import { baseForm } from './irregular-forms.ts';
import {
  type AnswerType,
  answerTypeOf,
  findQuestionWord,
  isFocusKind,
  kindOf,
  type QuestionKind,
  type QuestionWord,
} from './question-kind.ts';
import { isFunctionWord } from './stop-words.ts';
import { type Token, tokenise } from './tokens.ts';

/** A content word of the question. */
export type QuestionTerm = Token & {
  /** `name`: written with a capital inside the question; `number`: digits or a number word. */
  readonly role: 'name' | 'number' | 'verb' | 'word';
  /** Its place among all tokens of the question, from 0. */
  readonly position: number;
};

/** A question, read. Pure: depends on the text alone, not on what is indexed. */
export type AnalysedQuestion = {
  readonly text: string;
  readonly kind: QuestionKind;
  readonly answerType: AnswerType;
  /** Content terms in order, each stem once; at most `MAX_TERMS`. Empty for a question of function words only. */
  readonly terms: readonly QuestionTerm[];
  /** All tokens, function words included. */
  readonly tokens: readonly Token[];
  /** The noun that names the answer: "city" in "what city …", "people" in "how many people …". */
  readonly focus?: QuestionTerm;
  /** Whether the question holds a "not", "never" or "n't". */
  readonly negated: boolean;
  /** Whether capitals were used after the first word, so that a name without one would be odd. */
  readonly capitals: boolean;
};

/** Characters of a question that are read; longer ones are cut. From the limit on a question's length. */
const MAX_LENGTH = 10_000;
/** Terms searched for; a question that means something has fewer. */
export const MAX_TERMS = 31;

/** More than the texts that one question of a conversation is read as. */
const MOST_KEPT = 100;

/** Reads a question. Total: every string gives an analysis, in time linear in its first 10,000 characters. Kept for a while. */
export const analyseQuestion = oncePerKey(readQuestion, MOST_KEPT);

function readQuestion(text: string): AnalysedQuestion {
  const read = text.slice(0, MAX_LENGTH);
  const tokens = tokenise(read, 400);
  const wh = findQuestionWord(tokens);
  const kind = kindOf(read, tokens, wh);
  const terms = termsOf(read, tokens, { kind, wh });
  const head = wh && isFocusKind(kind) ? focusOf(tokens, wh.at) : undefined;
  const focus = terms.find((term) => term.stem === head?.stem);
  return {
    text: read,
    kind,
    answerType: answerTypeOf(kind, focus?.stem),
    terms,
    tokens,
    ...(focus ? { focus } : {}),
    capitals: tokens.some(({ surface }, at) => at > 0 && /^\p{Lu}/u.test(surface)),
    negated: /\b(?:not|never|no one|nobody)\b|n['’]t\b/i.test(read),
  };
}

/** Nouns that stand for the noun after their "of": "what kind of boat", "what is the name of the ship". */
const STAND_IN = /^(?:name|type|kind|sort|form|example|part|piece)s?$/;

/** The head of the noun phrase that the question word asks for: "city" in "what modern city", "what is the city". */
function focusOf(tokens: readonly Token[], wh: number): Token | undefined {
  let at = wh + 1;
  if (/^(?:many|much|is|are|was|were)$/.test(tokens[at]?.folded ?? '')) at += 1;
  while (/^(?:the|a|an|one|some|of|s)$/.test(tokens[at]?.folded ?? '')) at += 1;
  let head: Token | undefined;
  for (
    let token = tokens[at];
    token && (!isFunctionWord(token.folded) || token.surface === 'US') && !isPast(token, head);
    token = tokens[at]
  ) {
    head = token;
    at += 1;
  }
  const stands = head && STAND_IN.test(head.folded) && tokens[at]?.folded === 'of';
  return stands ? (focusOf(tokens, at) ?? head) : head;
}

/** A past form after a noun is the question's verb: "which army attacked". */
function isPast({ folded }: Token, noun: Token | undefined): boolean {
  return (
    noun !== undefined &&
    (/[^e]ed$|^(?:put|hit|let)$/.test(folded) ||
      (/[a-z]/.test(baseForm(folded)) && baseForm(folded) !== folded))
  );
}

const SCAFFOLD = new Set(['many', 'much', 'long', 'whats', 'whos', 'say', 'name']);

function termsOf(
  text: string,
  tokens: readonly Token[],
  { kind, wh }: { readonly kind: QuestionKind; readonly wh: QuestionWord | undefined },
): QuestionTerm[] {
  const terms = new Map<string, QuestionTerm>();
  const base = baseVerbAt(tokens);
  tokens.forEach((token, position) => {
    if (terms.size >= MAX_TERMS || terms.has(token.stem) || isFunctionWord(token.folded)) return;
    if (
      SCAFFOLD.has(token.folded) &&
      (kind === 'how-many' || kind === 'how-long' || kind === 'quote' || token.folded.startsWith('wh'))
    )
      return;
    const opens = position === 0 || OPENING.test(text.slice(Math.max(0, token.start - 12), token.start));
    const role = position === base ? 'verb' : roleOf(tokens, position, { wh, opens });
    terms.set(token.stem, { ...token, role, position });
  });
  return [...terms.values()];
}

/** What stands before the first word of a sentence; "Gen." and "U.S." end none. */
const OPENING = /(?:[?!]|\p{Ll}{4}\.)\s+$/u;

function roleOf(
  tokens: readonly Token[],
  position: number,
  { wh, opens }: { readonly wh: QuestionWord | undefined; readonly opens: boolean },
): QuestionTerm['role'] {
  const token = tokens[position];
  if (!token || /^\d/.test(token.stem)) return 'number';
  if (!opens && /^\p{Lu}/u.test(token.surface)) return 'name';
  const before = tokens[position - 1]?.folded ?? '';
  if (DETERMINER.test(before)) return 'word';
  const inflected = isPast(token, token) || /[a-z]{2}ing$/.test(token.folded);
  return inflected || (wh?.at === position - 1 && wh.word === 'who') ? 'verb' : 'word';
}

const DETERMINER =
  /^(?:the|a|an|this|that|these|those|his|her|its|their|of|in|for|from|with|no|any|some|other|most|more)$/;

/** Where the base form stands that a "do", "does" or "did" asks for: "did the Dutch *fight*"; -1 for none. */
function baseVerbAt(tokens: readonly Token[]): number {
  const aux = tokens.findIndex(({ folded }) =>
    /^(?:do|does|did|didn|can|could|will|would|may|might|must|should)$/.test(folded),
  );
  if (aux < 0) return -1;
  return tokens.findIndex((token, at) => {
    if (at <= aux || isFunctionWord(token.folded) || !/^\p{Ll}/u.test(token.surface)) return false;
    const after = tokens[at + 1];
    return (
      !DETERMINER.test(tokens[at - 1]?.folded ?? '') &&
      (!after ||
        isFunctionWord(after.folded) ||
        /^\p{Lu}/u.test(after.surface) ||
        DETERMINER.test(after.folded))
    );
  });
}
