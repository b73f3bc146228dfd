/** A question read against a topic: who is named, what sort of answer is wanted, whose words. */
import { distance } from 'fastest-levenshtein';
import { baseForm } from '../../retrieval/irregular-forms.ts';
import type { AnalysedQuestion, QuestionTerm } from '../../retrieval/question.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import type { Dossier } from '../dossier.ts';
import { type Kin, kinOf } from './kinship.ts';
import { newsroomWords } from './lexicon.ts';
import { findMentions, type Mention } from './mentions.ts';
import { type Deed, deedOf } from './roles.ts';
import { isMonth } from './times.ts';
import {
  DATE_NOUNS,
  GENERIC,
  LANGUAGE_NOUNS,
  LASTING,
  LENGTH_NOUNS,
  MEASURES,
  MONEY_WORDS,
  PERSON_NOUNS,
  PLACE_NOUNS,
  PRICE_NOUNS,
  REASON_NOUNS,
  SPEECH,
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
  | 'subject'
  | 'about';

/** A word of the question outside the names, and all that may stand for it. */
export type AskedTerm = QuestionTerm & {
  readonly kin: Kin;
  /** Whether it is a month or a year that the answer has to be of. */
  readonly dated: boolean;
  /** Whether it stands behind an article, as a noun. */
  readonly nominal: boolean;
  /** `focus` names the thing asked for ("which judge"), `type` its type ("which month"), `generic` next to nothing. */
  /** For the thing asked for: which words and whose names are of its sort. */
  readonly sort?: Sort;
  readonly part: 'content' | 'focus' | 'type' | 'generic' | 'speech';
};

/** What counts as one of the things asked for. */
export type Sort = {
  readonly people: 'person' | 'organisation' | 'place' | undefined;
  /** Whether a folded word names one. */
  readonly holds: (folded: string) => boolean;
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
  const lasting = question.kind === 'how-long';
  const about = question.tokens.findIndex(
    ({ folded }) => folded === 'about' || folded === 'to' || folded === 'on',
  );
  const isVoiced = speakers.length > 0 || question.kind === 'quote' || question.kind === 'topic';
  const voiced = ({ position }: QuestionTerm) => isVoiced && (about < 0 || position < about);
  const terms = question.terms
    .filter(({ position }) => !covered(position) && !isPairedLater(question, position))
    .map(
      (term): AskedTerm => ({
        ...term,
        dated: isDated(question, term.position),
        nominal:
          /^(?:the|a|an|this|that|his|her|its|their|any)$/.test(
            question.tokens[term.position - 1]?.folded ?? '',
          ) && !/ing$/.test(term.folded),
        kin: kinOf({ ...term, pair: pairAt(question, term.position) }, { wordnet, known: dossier.stems }),
        part: pairAt(question, term.position)
          ? 'content'
          : partOf(term, { focus, placed, lasting, voiced }, { dossier, wordnet }),
        ...(term.stem === focus?.stem ? { sort: sortOf(term.folded, wordnet) } : {}),
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

/** "In March", "May 2025": not "did they march", "may they". */
function isDated({ tokens }: AnalysedQuestion, at: number): boolean {
  if (!isMonth(tokens[at]?.folded ?? '')) return false;
  const before = tokens[at - 1]?.folded ?? '';
  return (
    /^(?:in|since|of|last|this|next|until|till|by|before|after|on|early|late|mid|from|during|\d{1,2})$/.test(
      before,
    ) || /^\d/.test(tokens[at + 1]?.folded ?? '')
  );
}

/** Two words that say one thing: "back up", "take part". */
function pairAt({ tokens }: AnalysedQuestion, at: number): string | undefined {
  const pair = `${tokens[at]?.stem ?? ''} ${tokens[at + 1]?.stem ?? ''}`;
  return newsroomWords(pair).size > 0 ? pair : undefined;
}

function isPairedLater(question: AnalysedQuestion, at: number): boolean {
  return at > 0 && pairAt(question, at - 1) !== undefined;
}

/** Nouns of these meanings are also met by the names of the file's people of that kind. */
const KINDS_OF_PEOPLE = [
  ['person', 'person'],
  ['organisation', 'organization'],
  ['place', 'location'],
] as const;

function sortOf(folded: string, wordnet: WordNet): Sort {
  const wanted = new Set(wordnet.meanings(folded));
  const kinds = wordnet.kinds(folded);
  const people = KINDS_OF_PEOPLE.find(([, noun]) =>
    wordnet.meanings(noun).some((meaning) => kinds.has(meaning)),
  )?.[0];
  return {
    people,
    holds: (word) => word.length > 3 && [...wordnet.kinds(word)].some((kind) => wanted.has(kind)),
  };
}

/** "What is the name of the minister?" */
export function asksForName({ focus, tokens }: AnalysedQuestion, mentions: readonly Mention[]): boolean {
  const named = tokens.findIndex(({ folded }) => /^(?:name|named)$/.test(folded));
  const isAsked =
    named >= 0 &&
    /^(?:of|by|the|full|is)$/.test(tokens[named + 1]?.folded ?? tokens[named - 1]?.folded ?? '');
  return (focus?.folded === 'name' || isAsked) && mentions.length === 1;
}

/** "According to Petro", ", says the ministry". */
function isToldBy({ tokens }: AnalysedQuestion, from: number): boolean {
  const before = tokens
    .slice(Math.max(0, from - 3), from)
    .map(({ folded }) => folded)
    .join(' ');
  return /\baccording to(?: the)?$/.test(before) || /\b(?:says|said|claims)(?: the)?$/.test(before);
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
      return 'about';
    default:
      return nounSlot(question);
  }
}

/** "What was the duration", "how many minutes". */
function asksForLength({ focus, kind }: AnalysedQuestion): boolean {
  if (focus === undefined) return false;
  return kind === 'how-many' ? TIME_UNITS.has(focus.stem) : LENGTH_NOUNS.has(focus.stem);
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
  if (PRICE_NOUNS.has(focus.stem)) return 'money';
  return REASON_NOUNS.has(focus.stem) ? 'why' : 'what';
}

type Reading = {
  readonly focus: QuestionTerm | undefined;
  readonly placed: boolean;
  /** Whether the question is how long. */
  readonly lasting: boolean;
  /** Whether a term says that somebody speaks, rather than what of. */
  readonly voiced: (term: QuestionTerm) => boolean;
};

function partOf(
  term: QuestionTerm,
  { focus, placed, lasting, voiced }: Reading,
  { dossier, wordnet }: Means,
): AskedTerm['part'] {
  const isFocus = focus?.stem === term.stem;
  const isType = [DATE_NOUNS, PLACE_NOUNS, REASON_NOUNS, PERSON_NOUNS].some((nouns) => nouns.has(term.stem));
  if (isFocus && (LENGTH_NOUNS.has(term.stem) || TIME_UNITS.has(term.stem))) return 'type';
  if (isFocus && (isType || placed || MONEY_WORDS.has(term.stem) || LANGUAGE_NOUNS.has(term.stem)))
    return 'type';
  if (isMisspeltGeneric(term, { dossier, wordnet })) return 'generic';
  if (GENERIC.has(term.stem) || PERSON_NOUNS.has(term.stem)) return 'generic';
  if (lasting && LASTING.has(term.stem)) return 'generic';
  if (voiced(term) && SPEECH.has(term.stem)) return 'speech';
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
  const told = mentions.find(({ from }) => isToldBy(question, from));
  if (told) return told.ids;
  const [only, ...others] = mentions;
  if (only && others.length === 0 && SPEECH.has(question.focus?.stem ?? '')) {
    const at = question.focus?.position ?? 0;
    if (only.to === at || (only.from > at && only.from - at <= 3)) return only.ids;
  }
  const asksForWords = question.kind === 'quote' || LANGUAGE_NOUNS.has(question.focus?.stem ?? '');
  if (!asksForWords) return [];
  return (
    mentions.find(({ from }) => /^(?:by|from|quote)$/.test(question.tokens[from - 1]?.folded ?? ''))?.ids ??
    mentions[0]?.ids ??
    []
  );
}
