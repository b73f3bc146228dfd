/** A question read against a topic: who is named, what sort of answer is wanted, whose words. */
import { distance } from 'fastest-levenshtein';
import { baseForm } from '../../retrieval/irregular-forms.ts';
import type { AnalysedQuestion, QuestionTerm } from '../../retrieval/question.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import type { Dossier } from '../dossier.ts';
import { type Kin, kinOf } from './kinship.ts';
import { findMentions, type Mention } from './mentions.ts';
import { type Deed, deedOf } from './roles.ts';
import {
  DATE_NOUNS,
  GENERIC,
  LANGUAGE_NOUNS,
  MEASURES,
  MONEY_WORDS,
  PERSON_NOUNS,
  PLACE_NOUNS,
  REASON_NOUNS,
  SPEECH,
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
  | 'subject'
  | 'about';

/** A word of the question outside the names, and all that may stand for it. */
export type AskedTerm = QuestionTerm & {
  readonly kin: Kin;
  /** Whether it stands behind an article, as a noun. */
  readonly nominal: boolean;
  /** `focus` names the thing asked for ("which judge"), `type` its type ("which month"), `generic` next to nothing. */
  readonly part: 'content' | 'focus' | 'type' | 'generic' | 'speech';
};

export type Asked = {
  readonly question: AnalysedQuestion;
  readonly slot: Slot;
  readonly measure?: RegExp;
  readonly mentions: readonly Mention[];
  readonly terms: readonly AskedTerm[];
  /** Ids of those whose words are asked for; empty where nobody's are. */
  readonly speakers: readonly string[];
  readonly deed?: Deed;
};

type Means = { readonly dossier: Dossier; readonly wordnet: WordNet };

/** Reads the question. */
export function readAgainst(question: AnalysedQuestion, { dossier, wordnet }: Means): Asked {
  const mentions = findMentions(question.tokens, dossier);
  const covered = (at: number) => mentions.some(({ from, to }) => at >= from && at < to);
  const focus = focusOf(question, covered);
  const placed = isPlacedFocus(question);
  const speakers = speakersOf(question, mentions);
  const voiced = speakers.length > 0 || question.kind === 'quote' || question.kind === 'topic';
  const terms = question.terms
    .filter(({ position }) => !covered(position))
    .map(
      (term): AskedTerm => ({
        ...term,
        nominal:
          /^(?:the|a|an|this|that|his|her|its|their|any)$/.test(
            question.tokens[term.position - 1]?.folded ?? '',
          ) && !/ing$/.test(term.folded),
        kin: kinOf(term, { wordnet, known: dossier.stems }),
        part: partOf(term, { focus, placed, voiced }, { dossier, wordnet }),
      }),
    );
  const slot = slotFor(question, { mentions, speakers });
  const deed = deedOf(question, { mentions, terms, wordnet });
  const measure = slot === 'measure' ? MEASURES.get(howWord(question)) : undefined;
  return {
    question,
    slot,
    mentions,
    terms,
    speakers,
    ...(deed ? { deed } : {}),
    ...(measure ? { measure } : {}),
  };
}

/** "What is the name of the minister?" */
export function asksForName({ focus }: AnalysedQuestion, mentions: readonly Mention[]): boolean {
  return focus?.folded === 'name' && mentions.length === 1;
}

type Named = { readonly mentions: readonly Mention[]; readonly speakers: readonly string[] };

/** "What exactly did Petro write" asks for words, whatever stands between. */
function slotFor(question: AnalysedQuestion, { mentions, speakers }: Named): Slot {
  if (isIdentity(question, mentions) || asksForName(question, mentions)) return 'identity';
  if (question.kind === 'what' && speakers.length > 0) return 'quote';
  if (asksForSubject(question)) return 'subject';
  return isPlacedFocus(question) ? 'where' : slotOf(question);
}

/** "What was the call about?", "what subjects came up?" */
function asksForSubject({ kind, tokens, focus }: AnalysedQuestion): boolean {
  if (!/^(?:what|which)$/.test(kind)) return false;
  return (
    tokens.at(-1)?.folded === 'about' || /^(?:subject|topic|issue|theme|agenda)s?$/.test(focus?.folded ?? '')
  );
}

/** "On which platform", "in what city": a preposition before the question word asks where. */
function isPlacedFocus({ kind, tokens, focus, answerType }: AnalysedQuestion): boolean {
  const wh = tokens.findIndex(({ folded }) => /^(?:what|which)$/.test(folded));
  const before = tokens[wh - 1]?.folded ?? '';
  return (
    /^(?:what|which)$/.test(kind) &&
    wh === 1 &&
    /^(?:on|in|at|aboard)$/.test(before) &&
    focus !== undefined &&
    !DATE_NOUNS.has(focus.stem) &&
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

function howWord({ tokens }: AnalysedQuestion): string {
  const how = tokens.findIndex(({ folded }) => folded === 'how');
  return how < 0 ? '' : (tokens[how + 1]?.folded ?? '');
}

function slotOf(question: AnalysedQuestion): Slot {
  if (MEASURES.has(howWord(question))) return 'measure';
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
      return 'about';
    default:
      return nounSlot(question);
  }
}

function asksForMoney({ tokens }: AnalysedQuestion): boolean {
  return tokens.some(({ folded }) => folded === 'much') && tokens.some(({ stem }) => MONEY_WORDS.has(stem));
}

function nounSlot({ focus, tokens }: AnalysedQuestion): Slot {
  if (focus === undefined) return 'what';
  const isAsked = tokens[focus.position - 1]?.folded;
  if (focus.folded === 'time' && isAsked !== undefined && /^wh/.test(isAsked)) return 'clock';
  if (DATE_NOUNS.has(focus.stem)) return 'when';
  if (PLACE_NOUNS.has(focus.stem)) return 'where';
  return REASON_NOUNS.has(focus.stem) ? 'why' : 'what';
}

function partOf(
  term: QuestionTerm,
  { focus, placed, voiced }: { focus: QuestionTerm | undefined; placed: boolean; voiced: boolean },
  { dossier, wordnet }: Means,
): AskedTerm['part'] {
  const isFocus = focus?.stem === term.stem;
  const isType = [DATE_NOUNS, PLACE_NOUNS, REASON_NOUNS, PERSON_NOUNS].some((nouns) => nouns.has(term.stem));
  if (isFocus && (isType || placed || MONEY_WORDS.has(term.stem) || LANGUAGE_NOUNS.has(term.stem)))
    return 'type';
  if (isMisspeltGeneric(term, { dossier, wordnet })) return 'generic';
  if (GENERIC.has(term.stem) || PERSON_NOUNS.has(term.stem)) return 'generic';
  if (SPEECH.has(term.stem) && voiced) return 'speech';
  return isFocus ? 'focus' : 'content';
}

/** The last of the words right after the question word: "strikes" in "how many boat strikes have there been". */
function focusOf(
  { focus, terms, kind }: AnalysedQuestion,
  covered: (at: number) => boolean,
): QuestionTerm | undefined {
  if (!focus || covered(focus.position) || !/^(?:how-many|which|what)$/.test(kind)) return undefined;
  const rest = terms.filter(({ position, role }) => position >= focus.position && role !== 'number');
  const broken = rest.findIndex(
    ({ position, folded }, at) => position !== (rest[0]?.position ?? 0) + at || isPastForm(folded),
  );
  return broken === 0 ? undefined : (broken < 0 ? rest : rest.slice(0, broken)).at(-1);
}

const isPastForm = (folded: string) => /ed$/.test(folded) || baseForm(folded) !== folded;

/** "happend", "wich": a word that neither dictionary nor topic knows, and nearly one that carries nothing. */
function isMisspeltGeneric({ folded, stem }: QuestionTerm, { dossier, wordnet }: Means): boolean {
  if (stem.length < 4 || dossier.stems.has(stem) || wordnet.partsOf(folded).length > 0) return false;
  return [...GENERIC].some((word) => word[0] === stem[0] && distance(word, stem) <= 1);
}

/** The name before a verb of saying ("what did Rubio say"), or after "by" or "quote". */
function speakersOf(question: AnalysedQuestion, mentions: readonly Mention[]): readonly string[] {
  const speech = question.tokens.findIndex(
    ({ stem }, at) => SPEECH.has(stem) && mentions.some(({ to }) => to <= at && at - to <= 2),
  );
  if (speech >= 0) return mentions.findLast(({ to }) => to <= speech)?.ids ?? [];
  if (SPEECH.has(question.focus?.stem ?? '') && mentions.length === 1) return mentions[0]?.ids ?? [];
  const asksForWords = question.kind === 'quote' || LANGUAGE_NOUNS.has(question.focus?.stem ?? '');
  if (!asksForWords) return [];
  return (
    mentions.find(({ from }) => /^(?:by|from|quote)$/.test(question.tokens[from - 1]?.folded ?? ''))?.ids ??
    mentions[0]?.ids ??
    []
  );
}
