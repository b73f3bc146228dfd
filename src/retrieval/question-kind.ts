/** How a question is put, and the type of answer that would settle it. */
import type { Token } from './tokens.ts';

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

/** A question word and its place among the tokens. */
export type QuestionWord = {
  readonly word: string;
  readonly at: number;
};

const WH = new Set(['who', 'whom', 'whose', 'when', 'where', 'why', 'how', 'what', 'which', 'whats', 'whos']);

/** The first question word; a "who" or "which" inside a clause comes after it, except in "In what year …". */
export function findQuestionWord(tokens: readonly Token[]): QuestionWord | undefined {
  const at = tokens.findIndex((token) => WH.has(token.folded));
  const token = tokens[at];
  return token && { word: token.folded, at };
}

const AUXILIARY =
  /^(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must|isnt|didnt|wasnt)$/;

/** "In his own words", "what did Petro call it?"; but neither "what did the call bring?" nor "what did he write about?". */
const ASKS_FOR_A_QUOTE: readonly RegExp[] = [
  /\bquotes?\b|\bverbatim\b|\bword for word\b|\b(?:exact|own) (?:words|wording)\b/i,
  /\bwhat (?:did|does|has|have|had)\b.{1,80}\b(?:say|said|(?<!\b(?:the|a|an|this|that|his|her|their|phone) )call|tweet|write|post)\b(?!.*\babout\s*\??$)/i,
];

/** How a question is put, from its text, its tokens and the first question word in it. */
export function kindOf(text: string, tokens: readonly Token[], wh: QuestionWord | undefined): QuestionKind {
  if (ASKS_FOR_A_QUOTE.some((pattern) => pattern.test(text))) return 'quote';
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
    /^(?:citi|countri|place|locat|region|state|town|area|contin|provinc|river|island|nation|capit|venu|build|territori|coloni)$/,
  ],
  [
    'person',
    /^(?:person|man|woman|king|queen|leader|presid|minist|emperor|author|writer|gener|scientist|scholar|philosoph|explor|architect|poet|historian|ruler|command|govern|artist|theologian|secretari)$/,
  ],
  ['number', /^(?:percentag|percent|number|amount|proport|total|share|popul|price|cost|age|sum|figur|toll)$/],
];

/** The type of answer that settles a question of this kind; `focus` is the stem of the noun that it asks for. */
export function answerTypeOf(kind: QuestionKind, focus: string | undefined): AnswerType {
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

/** Whether a question of this kind names the answer by a noun: "what city", "how many people". */
export function isFocusKind(kind: QuestionKind): boolean {
  return kind === 'what' || kind === 'which' || kind === 'how-many';
}
