/** What a question asks: its kind, the type of answer that would settle it, and the terms to look for. */
import { isFunctionWord } from './stop-words.ts';
import { type Token, tokenise } from './tokens.ts';

/** How a question is put. */
export type QuestionKind =
  | 'who'
  | 'when'
  | 'where'
  | 'how-many'
  | 'how-long'
  | 'how'
  | 'why'
  | 'which'
  | 'what'
  | 'yes-no'
  | 'quote'
  | 'topic';

/** What has to stand in a fact for it to be an answer; `open` where no type can be told from the question. */
export type AnswerType =
  | 'person'
  | 'date'
  | 'place'
  | 'number'
  | 'duration'
  | 'reason'
  | 'quote'
  | 'truth'
  | 'open';

/** A content word of the question. */
export interface QuestionTerm extends Token {
  /** `name`: written with a capital inside the question; `number`: digits or a number word. */
  readonly role: 'name' | 'number' | 'verb' | 'word';
  /** Its place among all tokens of the question, from 0. */
  readonly position: number;
  /** Part in the question's meaning, 0..1, before rarity in the index is counted. */
  readonly weight: number;
}

/** A question, read. Pure: depends on the text alone, not on what is indexed. */
export interface AnalysedQuestion {
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
}

/** Characters of a question that are read; longer ones are cut. From the limit on a question's length. */
const MAX_LENGTH = 10_000;
/** Terms searched for. Masks of matched terms are 32-bit integers, so no more than 31 fit. */
export const MAX_TERMS = 31;

/** Reads a question. Total: every string gives an analysis, in time linear in its first 10,000 characters. */
export function analyseQuestion(text: string): AnalysedQuestion {
  const read = text.slice(0, MAX_LENGTH);
  const tokens = tokenise(read, 400);
  const wh = findQuestionWord(tokens);
  const kind = kindOf(read, tokens, wh);
  const terms = termsOf(tokens, kind, wh);
  const focus = terms.find((term) => wh !== undefined && term.position > wh.at && term.position <= wh.at + 3);
  return {
    text: read,
    kind,
    answerType: answerTypeOf(kind, focus?.stem),
    terms,
    tokens,
    ...(focus && (kind === 'what' || kind === 'which' || kind === 'how-many') ? { focus } : {}),
    negated: /\b(?:not|never|no one|nobody)\b|n['’]t\b/i.test(read),
  };
}

interface QuestionWord {
  readonly word: string;
  readonly at: number;
}

const WH = new Set(['who', 'whom', 'whose', 'when', 'where', 'why', 'how', 'what', 'which', 'whats', 'whos']);

/** The first question word; a "who" or "which" inside a clause comes after it, except in "In what year …". */
function findQuestionWord(tokens: readonly Token[]): QuestionWord | undefined {
  const at = tokens.findIndex((token) => WH.has(token.folded));
  const token = tokens[at];
  return token && { word: token.folded, at };
}

const AUXILIARY =
  /^(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|isnt|didnt|wasnt)$/;

function kindOf(text: string, tokens: readonly Token[], wh: QuestionWord | undefined): QuestionKind {
  if (
    /\bquotes?\b|\b(?:exact|own) words\b|\bwhat (?:did|does|has|have|had)\b.{1,80}\b(?:say|said|call|tweet|write|post)\b/i.test(
      text,
    )
  ) {
    return 'quote';
  }
  const first = tokens[0]?.folded ?? '';
  if (wh === undefined) return AUXILIARY.test(first) ? 'yes-no' : 'topic';
  if (AUXILIARY.test(first) && wh.at > 1) return 'yes-no';
  const next = tokens[wh.at + 1]?.folded ?? '';
  switch (wh.word) {
    case 'who':
    case 'whos':
    case 'whom':
    case 'whose':
      return 'who';
    case 'how':
      return howKind(next);
    case 'whats':
      return 'what';
    case 'when':
    case 'where':
    case 'why':
    case 'which':
      return wh.word;
    default:
      return 'what';
  }
}

function howKind(next: string): QuestionKind {
  if (/^(?:many|much|few|old|tall|big|large|far|high|often|fast|deep|wide)$/.test(next)) return 'how-many';
  return next === 'long' ? 'how-long' : 'how';
}

const FOCUS_TYPES: readonly (readonly [AnswerType, RegExp])[] = [
  ['date', /^(?:year|date|day|month|centuri|decad|time|era|period|weekday)$/],
  [
    'place',
    /^(?:citi|countri|place|locat|region|state|town|area|citi|contin|provinc|river|island|nation|citi|capit|venu|build|territori|coloni)$/,
  ],
  [
    'person',
    /^(?:person|man|woman|king|queen|leader|presid|minist|emperor|author|writer|gener|scientist|scholar|philosoph|explor|architect|poet|historian|ruler|command|govern|artist|theologian|secretari)$/,
  ],
  ['number', /^(?:percentag|percent|number|amount|proport|total|share|popul|price|cost|age|sum|figur|toll)$/],
];

function answerTypeOf(kind: QuestionKind, focus: string | undefined): AnswerType {
  switch (kind) {
    case 'who':
      return 'person';
    case 'when':
      return 'date';
    case 'where':
      return 'place';
    case 'how-many':
      return 'number';
    case 'how-long':
      return 'duration';
    case 'why':
      return 'reason';
    case 'quote':
      return 'quote';
    case 'yes-no':
      return 'truth';
    default:
      return FOCUS_TYPES.find(([, pattern]) => focus !== undefined && pattern.test(focus))?.[0] ?? 'open';
  }
}

const SCAFFOLD = new Set(['many', 'much', 'long', 'whats', 'whos', 'say', 'name']);

function termsOf(tokens: readonly Token[], kind: QuestionKind, wh: QuestionWord | undefined): QuestionTerm[] {
  const terms = new Map<string, QuestionTerm>();
  const afterAuxiliary = (at: number) =>
    tokens.slice(Math.max(0, at - 6), at).some((t) => AUXILIARY.test(t.folded));
  tokens.forEach((token, position) => {
    if (terms.size >= MAX_TERMS || terms.has(token.stem) || isFunctionWord(token.folded)) return;
    if (
      SCAFFOLD.has(token.folded) &&
      (kind === 'how-many' || kind === 'how-long' || kind === 'quote' || token.folded.startsWith('wh'))
    )
      return;
    const role = roleOf(token, position, position > (wh?.at ?? 0) && afterAuxiliary(position));
    terms.set(token.stem, { ...token, role, position, weight: 1 });
  });
  return [...terms.values()];
}

function roleOf(token: Token, position: number, mayBeVerb: boolean): QuestionTerm['role'] {
  if (/^\d/.test(token.stem)) return 'number';
  if (position > 0 && /^\p{Lu}/u.test(token.surface)) return 'name';
  return mayBeVerb && /(?:ed|e|ing|en|t|d|y|n|k|h|l|s)$/.test(token.folded) ? 'verb' : 'word';
}
