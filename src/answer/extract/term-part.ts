/** What part a word plays in a question: what is asked for, its type, what it is about, or next to nothing. */
import { baseForm } from '../../retrieval/irregular-forms.ts';
import type { AnalysedQuestion, QuestionTerm } from '../../retrieval/question.ts';
import { slipsBetween } from '../../retrieval/slips.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import { isPlacedFocus } from './asked-slot.ts';
import type { QuestionMeans } from './means.ts';
import type { Mention } from './mentions.ts';
import { isOwnWord } from './own-words.ts';
import { isOfCalendar } from './times.ts';
import {
  COUNT_NOUNS,
  DATE_NOUNS,
  GENERIC,
  GENERIC_WORDS,
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

/** `focus` names the thing asked for ("which judge"), `type` its type ("which month"), `generic` next to nothing. */
export type Part = 'content' | 'focus' | 'type' | 'generic' | 'speech';

/** What of a question as a whole its words are read by. */
export type QuestionReading = {
  /** Whether a name stands there. */
  readonly covered: (at: number) => boolean;
  readonly focus: QuestionTerm | undefined;
  readonly placed: boolean;
  /** Whether the question is how long. */
  readonly lasting: boolean;
  /** Whether a term says that somebody speaks, rather than what of. */
  readonly voiced: (term: QuestionTerm) => boolean;
};

/** Reads the question as a whole. */
export function readWhole(
  question: AnalysedQuestion,
  { mentions, speakers }: { readonly mentions: readonly Mention[]; readonly speakers: readonly string[] },
): QuestionReading {
  const covered = (at: number) => mentions.some(({ from, to }) => at >= from && at < to);
  return {
    covered,
    focus: focusOf(question, covered),
    placed: isPlacedFocus(question),
    lasting: question.kind === 'how-long',
    voiced: voicedIn(question, speakers),
  };
}

/** Words of saying ask for words only before "about": behind it they are what is spoken of. */
function voicedIn(
  { tokens, kind }: AnalysedQuestion,
  speakers: readonly string[],
): QuestionReading['voiced'] {
  const about = tokens.findIndex(({ folded }) => /^(?:about|to|on)$/.test(folded));
  const isVoiced = speakers.length > 0 || kind === 'quote' || kind === 'topic';
  return ({ position }) => isVoiced && (about < 0 || position < about);
}

/** The part that a word plays. */
export function partOf(
  term: QuestionTerm,
  question: AnalysedQuestion,
  { focus, placed, lasting, voiced }: QuestionReading,
  { dossier, wordnet }: Omit<QuestionMeans, 'vectors'>,
): Part {
  const isFocus = focus?.stem === term.stem;
  const isType = [DATE_NOUNS, PLACE_NOUNS, REASON_NOUNS, PERSON_NOUNS, COUNT_NOUNS].some((nouns) =>
    nouns.has(term.stem),
  );
  if (isFocus && (LENGTH_NOUNS.has(term.stem) || TIME_UNITS.has(term.stem))) return 'type';
  if (isFocus && (isType || placed || isPrice(term, question) || LANGUAGE_NOUNS.has(term.stem)))
    return 'type';
  if (isMeasureWord(term, question)) return 'type';
  if (isBeforeTime(term, question) || isMereAdverb(term, wordnet)) return 'generic';
  if (isMisspeltGeneric(term, { dossier, wordnet })) return 'generic';
  if (isDoneTo(term, question) || isOwnWord(term, question)) return 'content';
  if (GENERIC.has(term.stem) || PERSON_NOUNS.has(term.stem)) return 'generic';
  if (lasting && LASTING.has(term.stem)) return 'generic';
  if (isLying(term, question)) return 'generic';
  if (voiced(term) && SPEECH.has(term.stem)) return 'speech';
  return isFocus ? 'focus' : 'content';
}

/** "Fast" in "how fast was it" says which measure is wanted. */
function isMeasureWord({ position, folded }: QuestionTerm, { tokens }: AnalysedQuestion): boolean {
  return tokens[position - 1]?.folded === 'how' && MEASURES.has(folded);
}

/** "Where was he taken?", "what was found?": what happened to somebody or something is asked. */
function isDoneTo({ position, folded }: QuestionTerm, { tokens }: AnalysedQuestion): boolean {
  return (
    /^(?:taken|found)$/.test(folded) &&
    tokens
      .slice(0, position)
      .some((token) => /^(?:is|are|was|were|been|being|get|got)$/.test(token.folded)) &&
    !/^(?:place|part|on|up|over|down|off|out|into)$/.test(tokens[position + 1]?.folded ?? '')
  );
}

/** "Where does it lie?", "how deep is it located?" */
function isLying({ folded }: QuestionTerm, { kind, tokens }: AnalysedQuestion): boolean {
  return (
    /^(?:lie|lies|lay|lying|located|situated|based)$/.test(folded) &&
    (kind === 'where' || tokens.some((token) => token.folded === 'how'))
  );
}

/** "Which fine" is one, "how much fine" a sum. */
function isPrice({ stem }: QuestionTerm, { kind }: AnalysedQuestion): boolean {
  return PRICE_NOUNS.has(stem) || (kind === 'how-many' && MONEY_WORDS.has(stem));
}

/** "Basically", "supposedly": how it is said rather than what. */
function isMereAdverb({ folded }: QuestionTerm, wordnet: WordNet): boolean {
  return (
    folded.endsWith('ly') && wordnet.partsOf(folded).every((part) => part === 'adv') && !TELLING.test(folded)
  );
}
const TELLING =
  /^(?:publicly|officially|directly|personally|secretly|previously|immediately|legally|unanimously|annually|\w*illegally)$/;

/** "Last October", "next week": no lasting. */
function isBeforeTime({ position, folded }: QuestionTerm, { tokens }: AnalysedQuestion): boolean {
  const next = tokens[position + 1];
  return /^(?:last|next|past|coming)$/.test(folded) && next !== undefined && isOfCalendar(next);
}

/** The last of the words right after the question word: "strikes" in "how many boat strikes have there been". */
function focusOf(
  { focus, terms, kind, tokens }: AnalysedQuestion,
  covered: (at: number) => boolean,
): QuestionTerm | undefined {
  if (!focus || covered(focus.position) || !/^(?:how-many|which|what)$/.test(kind)) return undefined;
  if (isDoing(focus, tokens)) return undefined;
  const people = terms.find(({ position }) => position === focus.position - 1);
  if (people && IRREGULAR_PLURAL.test(people.folded) && !isPlural(focus.folded)) return people;
  const rest = terms.filter(({ position, role }) => position >= focus.position && role !== 'number');
  const unit = terms.find(
    ({ position, stem }) => TIME_UNITS.has(stem) && tokens[position - 1]?.folded === 'many',
  );
  if (unit) return unit;
  const broken = rest.findIndex(
    ({ position, folded, stem }, at) =>
      position !== (rest[0]?.position ?? 0) + at ||
      isPastForm(folded) ||
      (at > 0 && (GENERIC.has(stem) || (isPlural(rest[at - 1]?.folded ?? '') && !isPlural(folded)))),
  );
  return broken === 0 ? undefined : (broken < 0 ? rest : rest.slice(0, broken)).at(-1);
}

/** "What is the mayor planning to do?", "what is the government doing about it?": a deed is asked for, not one of a sort. */
function isDoing({ position, folded }: QuestionTerm, tokens: AnalysedQuestion['tokens']): boolean {
  const wh = tokens.findIndex((token) => /^(?:what|whats)$/.test(token.folded));
  const isBare = (at: number) => /^(?:to|about|with|for|now|next|$)$/.test(tokens[at]?.folded ?? '');
  const isVerb = (at: number) => /\p{L}{2}ing$/u.test(tokens[at]?.folded ?? '') && isBare(at + 1);
  return (
    /^(?:is|are|was|were|s)$/.test(tokens[wh + 1]?.folded ?? '') &&
    position > wh + 2 &&
    (isVerb(position + 1) ||
      (folded.endsWith('ing') && isVerb(position) && tokens[position - 1]?.folded !== 'the'))
  );
}

const isPastForm = (folded: string) =>
  /ed$/.test(folded) || (baseForm(folded) !== folded && !IRREGULAR_PLURAL.test(folded));
/** "How many people work there": behind a plural no noun goes on, but for another plural. */
const isPlural = (folded: string) => /[^su]s$/.test(folded) || IRREGULAR_PLURAL.test(folded);
const IRREGULAR_PLURAL = /^(?:people|men|women|children|feet|teeth|mice|geese|\p{L}+ves)$/u;

/** "happend", "wich": a word that neither dictionary nor topic knows, and nearly one that carries nothing. */
function isMisspeltGeneric(
  { folded, stem }: QuestionTerm,
  { dossier, wordnet }: Omit<QuestionMeans, 'vectors'>,
): boolean {
  if (stem.length < 4 || dossier.stems.has(stem) || wordnet.partsOf(folded).length > 0) return false;
  return GENERIC_WORDS.some((word) => word[0] === folded[0] && slipsBetween(word, folded) <= 1);
}
