/** What sort of answer a question wants. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import { howWord } from './asked-measure.ts';
import { isPossessive, type Mention } from './mentions.ts';
import {
  COUNT_NOUNS,
  DATE_NOUNS,
  LANGUAGE_NOUNS,
  LENGTH_NOUNS,
  MEASURES,
  MONEY_WORDS,
  NO_PLACES,
  PERSON_NOUNS,
  PLACE_NOUNS,
  PRICE_NOUNS,
  REASON_NOUNS,
  TIME_UNITS,
} from './vocabulary.ts';

/** What has to stand in a fact for it to answer. */
export type Slot =
  | 'who'
  | 'identity'
  | 'when'
  | 'clock'
  | 'where'
  | 'how-many'
  | 'money'
  | 'measure'
  | 'how-long'
  | 'why'
  | 'what'
  | 'yes-no'
  | 'quote'
  | 'wording'
  | 'subject'
  | 'about';

/** "What is the name of the minister?", "the minister's name"; "the name of Petro's wife" is not Petro's. */
export function asksForName(question: AnalysedQuestion, mentions: readonly Mention[]): boolean {
  const { focus, tokens } = question;
  const named = tokens.findIndex(({ folded }) => /^(?:name|named)$/.test(folded));
  const isAsked =
    named >= 0 &&
    /^(?:of|by|the|full|is)$/.test(tokens[named + 1]?.folded ?? tokens[named - 1]?.folded ?? '');
  return (
    (focus?.folded === 'name' || isAsked) &&
    mentions.length === 1 &&
    !mentions.some(
      (mention) => isPossessive(mention, question) && !/^names?$/.test(tokens[mention.to]?.folded ?? ''),
    )
  );
}

type Named = { readonly mentions: readonly Mention[]; readonly speakers: readonly string[] };

/** The sort of answer. "What exactly did Petro write" asks for words, whatever stands between. */
export function slotFor(question: AnalysedQuestion, { mentions, speakers }: Named): Slot {
  if (isIdentity(question, mentions) || asksForName(question, mentions)) return 'identity';
  if (question.tokens.some(({ folded }) => folded === 'names')) return 'who';
  if (asksForWording(question)) return 'wording';
  if (question.kind === 'what' && speakers.length > 0 && nounSlot(question) === 'what') return 'quote';
  if (asksForSubject(question)) return 'subject';
  return isPlacedFocus(question) ? 'where' : slotOf(question);
}

/** "Which word", "what insult"; "her exact words" are a quote. */
function asksForWording({ focus }: AnalysedQuestion): boolean {
  return focus !== undefined && LANGUAGE_NOUNS.has(focus.stem) && !focus.folded.endsWith('s');
}

/** "What was the call about?", "what subjects came up?", "what did they discuss?", "topics of the talks" */
function asksForSubject({ kind, tokens }: AnalysedQuestion): boolean {
  if (!/^(?:what|which|topic)$/.test(kind)) return false;
  return (
    (kind !== 'which' && isAbout(tokens)) ||
    tokens.some(({ folded }) => /^(?:discuss|discussed|(?:subject|topic|issue|theme|agenda)s?)$/.test(folded))
  );
}

/** "What was it about?", "what did they talk about on the phone?" */
function isAbout(tokens: AnalysedQuestion['tokens']): boolean {
  if (tokens[0]?.folded === 'about' && tokens[1]?.folded === 'what') return true;
  return tokens.some(
    ({ folded }, at) =>
      folded === 'about' &&
      (tokens[at + 1] === undefined ||
        (/^(?:talk|talks|talked|talking|speak|spoke|spoken|speaking)$/.test(tokens[at - 1]?.folded ?? '') &&
          /^(?:on|in|during|over|at|when|while|with)$/.test(tokens[at + 1]?.folded ?? ''))),
  );
}

/** "On which platform", "in what city": a preposition before the question word asks where. */
export function isPlacedFocus({ kind, tokens, focus, answerType }: AnalysedQuestion): boolean {
  const wh = tokens.findIndex(({ folded }) => /^(?:what|which)$/.test(folded));
  const before = tokens[wh - 1]?.folded ?? '';
  return (
    /^(?:what|which)$/.test(kind) &&
    wh === 1 &&
    /^(?:on|in|at|aboard)$/.test(before) &&
    focus !== undefined &&
    !DATE_NOUNS.has(focus.stem) &&
    !TIME_UNITS.has(focus.stem) &&
    !NO_PLACES.has(focus.stem) &&
    answerType !== 'number'
  );
}

/** "Who is Marco Rubio?", "who's the president of Colombia". */
function isIdentity({ kind, tokens, terms }: AnalysedQuestion, mentions: readonly Mention[]): boolean {
  const [mention, ...others] = mentions;
  if (kind !== 'who' || !mention || others.length > 0 || mention.from > 3) return false;
  const before = tokens
    .slice(0, mention.from)
    .map(({ folded }) => folded)
    .join(' ');
  return (
    /^(?:who(?:s| is| was| are| s)?)(?: the)?$/.test(before) &&
    terms.every(({ position }) => position < mention.to)
  );
}

function slotOf(question: AnalysedQuestion): Slot {
  if (MEASURES.has(howWord(question))) return 'measure';
  if (asksForLength(question)) return 'how-long';
  if (howWord(question) === 'soon') return 'when';
  switch (question.kind) {
    case 'how-many':
      return asksForMoney(question) ? 'money' : 'how-many';
    case 'who':
    case 'when':
    case 'where':
    case 'how-long':
    case 'why':
    case 'yes-no':
    case 'quote':
      return question.kind;
    case 'topic':
      return fragmentSlot(question) ?? 'about';
    default:
      return nounSlot(question);
  }
}

/** "Inquest date?", "death toll": the last word of a few says what is wanted. */
function fragmentSlot({ tokens }: AnalysedQuestion): Slot | undefined {
  const last = tokens.at(-1);
  if (!last || tokens.length < 2 || tokens.length > FRAGMENT) return undefined;
  if (DATE_NOUNS.has(last.stem) && !TIME_UNITS.has(last.stem)) return 'when';
  if (/^(?:location|venue)$/.test(last.folded)) return 'where';
  return REASON_NOUNS.has(last.stem) ? 'why' : undefined;
}
/** Tokens of a question that is only a noun and what it is wanted of. */
const FRAGMENT = 5;

/** "What was the duration", "how many minutes". */
function asksForLength({ focus, kind, tokens }: AnalysedQuestion): boolean {
  if (kind !== 'how-many') return focus !== undefined && LENGTH_NOUNS.has(focus.stem);
  const many = tokens.findIndex(({ folded }) => folded === 'many');
  return many >= 0 && TIME_UNITS.has(tokens[many + 1]?.stem ?? '');
}

/** "What did they pay?", "what does a ticket cost?"; "what did they pay for?" asks for what was bought. */
function asksForPrice({ kind, tokens }: AnalysedQuestion): boolean {
  return (
    kind === 'what' &&
    tokens.at(-1)?.folded !== 'for' &&
    /^(?:do|does|did|will|would)$/.test(tokens[1]?.folded ?? '') &&
    tokens.some(({ folded }) => /^(?:pay|cost)$/.test(folded))
  );
}

function asksForMoney({ tokens }: AnalysedQuestion): boolean {
  return tokens.some(({ folded }) => folded === 'much') && tokens.some(({ stem }) => MONEY_WORDS.has(stem));
}

function nounSlot(question: AnalysedQuestion): Slot {
  const { focus, tokens } = question;
  if (asksForPrice(question)) return 'money';
  if (focus === undefined) return 'what';
  const isAsked = tokens[focus.position - 1]?.folded;
  if (/^(?:time|hour)$/.test(focus.folded) && isAsked !== undefined && /^wh/.test(isAsked)) return 'clock';
  if (DATE_NOUNS.has(focus.stem)) return 'when';
  if (PLACE_NOUNS.has(focus.stem)) return 'where';
  if (PRICE_NOUNS.has(focus.stem)) return 'money';
  if (PERSON_NOUNS.has(focus.stem)) return 'who';
  if (COUNT_NOUNS.has(focus.stem)) return 'how-many';
  return REASON_NOUNS.has(focus.stem) ? 'why' : 'what';
}
