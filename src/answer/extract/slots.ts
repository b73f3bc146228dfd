/** Whether a candidate holds the sort of thing that a question asks for. */
import type { Token } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { countFill, hasAmount, hasMeasure, hasYear } from './amounts.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { voiceOf } from './party.ts';
import {
  asksWhence,
  asksWhereSaid,
  asksWhither,
  goalFill,
  originFill,
  placesIn,
  whereFill,
} from './places.ts';
import { whyFill } from './reasons.ts';
import { introduces, namesAnother } from './somebody.ts';
import { asksForFuture } from './tense.ts';
import { durationFill, hasClockTime, whenFill } from './times.ts';
import { MONEY, ORDINALS } from './vocabulary.ts';
import { isUnknownAnswer } from './wording.ts';

/** 1 where the candidate surely holds it, 0 where it does not, between where it may. */
export function slotFill(asked: Asked, candidate: Candidate, dossier: Dossier): number {
  const { tokens } = candidate.reading;
  if (isUnknownAnswer(asked, candidate)) return 1;
  switch (asked.slot) {
    case 'who':
      return asksForMore(asked) ? 0 : namesAnother(asked, candidate, dossier);
    case 'identity':
      return introduces(asked, candidate, dossier);
    case 'when':
      if (tokens.some(({ folded }) => asksFromOrTo(asked) === folded)) return 1;
      if (asksForFuture(asked) && isPast(candidate, dossier)) return WHEN_SAID;
      return Math.max(
        whenFill(candidate),
        asksHowSoon(asked) ? durationFill(tokens, false) : 0,
        asksForItsEnd(asked) ? IN_SO_LONG * durationFill(tokens, false) : 0,
      );
    case 'where':
      return placeFill(asked, candidate, dossier);
    case 'how-many':
      return Math.max(
        countFill(asked.terms, tokens),
        asksHowMuch(asked) && hasMeasure(tokens) ? SOME_AMOUNT : 0,
      );
    case 'money':
      return hasAmount(tokens) && MONEY.test(textOf(candidate)) ? 1 : 0;
    case 'measure':
      return ((hasAmount(tokens) || hasYear(tokens) || UNCOUNTED.test(textOf(candidate))) &&
        asked.measure?.test(textOf(candidate))) ||
        isDeedCounted(asked, tokens)
        ? 1
        : 0;
    case 'clock':
      return hasClockTime(textOf(candidate)) ? 1 : 0;
    case 'how-long':
      return durationFill(tokens, asksSinceWhen(asked));
    case 'why':
      return whyFill(candidate);
    case 'subject':
      return SUBJECT.test(textOf(candidate)) ? 1 : 0.3;
    case 'wording':
      return wordingFill(candidate, dossier);
    case 'quote':
      return Number(
        (candidate.quote?.speaker ?? candidate.fact?.attributedTo) !== undefined ||
          voiceOf(asked.speakers, candidate, dossier) > 0,
      );
    default:
      return 1;
  }
}

/** "When will it be back?" of what takes five years. */
const IN_SO_LONG = 0.7;

/** When it was said that talks are to come is not when they are to come. */
const WHEN_SAID = 0.4;

function asksForItsEnd(asked: Asked): boolean {
  return asksForFuture(asked) && asked.question.tokens.some(({ folded }) => ENDED.test(folded));
}
const ENDED = /^(?:back|over|ends?|finish(?:ed)?|done|recover(?:ed)?|ready|normal|healed)$/;

function isPast({ fact }: Candidate, { topic }: Dossier): boolean {
  return fact?.kind !== 'unknown' && fact?.date?.precision === 'day' && fact.date.on <= topic.asOf;
}

function placeFill(asked: Asked, candidate: Candidate, dossier: Dossier): number {
  if (asksWhither(asked)) return goalFill(candidate, dossier);
  if (namesPlaceAsked(asked, candidate)) return A_PLACE;
  const place = whereFill(candidate, dossier, {
    saidThere: asksWhereSaid(asked),
    but: placesIn(asked, dossier),
    isPlace: asked.places?.holds,
  });
  return asksWhence(asked) ? Math.max(place, originFill(candidate)) : place;
}

/** "How big is it?" of the second-largest, "how often?" of every day: measures without a number. */
const UNCOUNTED = new RegExp(
  `\\b(?:larg|bigg|small|tall|high|long|deep|old)est\\b|\\b(?:daily|weekly|monthly|every|once|twice|repeatedly|century|centuries|${ORDINALS})\\b`,
);

/** "What places were searched?" of a headquarters and two homes. */
const A_PLACE = 0.8;

function namesPlaceAsked({ terms, question }: Asked, { reading }: Candidate): boolean {
  const place = terms.find(({ part, sort }) => part === 'type' && sort?.people === 'place');
  return (
    place !== undefined &&
    /^(?:place|location|site|spot)s?$/.test(place.folded) &&
    /^(?:what|which)$/.test(question.tokens[place.position - 1]?.folded ?? '') &&
    reading.words.some((word) => place.sort?.isNamedBy(word))
  );
}

function textOf({ fact, quote }: Candidate): string {
  return (fact ?? quote)?.text.toLowerCase() ?? '';
}

/** "How long has it been" is also answered by since when, "how long did it take" is not. */
function asksSinceWhen({ question }: Asked): boolean {
  return question.tokens.some(({ folded }) => /^(?:has|have|is|are)$/.test(folded));
}

/** "How many times did they strike?" of "30 strikes". */
function isDeedCounted({ question, deed }: Asked, tokens: readonly Token[]): boolean {
  const isTimes = question.tokens.some(
    ({ folded }, at) => folded === 'times' && question.tokens[at - 1]?.folded === 'many',
  );
  return isTimes && deed !== undefined && countFill([{ ...deed.verb, part: 'focus' }], tokens) === 1;
}

/** "How soon was it told?" of "within 24 hours". */
function asksHowSoon({ question: { tokens } }: Asked): boolean {
  return tokens.some(({ folded }, at) => folded === 'soon' && tokens[at - 1]?.folded === 'how');
}

/** "Since when", "until when": an event or a notice as well as a day. */
function asksFromOrTo({ question: { tokens } }: Asked): string | undefined {
  const when = tokens.findIndex(({ folded }) => folded === 'when');
  const before = tokens[when - 1]?.folded ?? '';
  return /^(?:since|until)$/.test(before) ? before : undefined;
}

/** "How much electricity" is told in megawatts, which need not stand by the word. */
const SOME_AMOUNT = 0.7;

function asksHowMuch({ question }: Asked): boolean {
  return question.tokens.some(({ folded }) => folded === 'much');
}

/** More words are a saying rather than a name for something. */
const A_NAME = 4;

/** "Which word did he use for it?" is answered by a quote of a few words, or by the fact that has it. */
function wordingFill({ fact, quote }: Candidate, { quotesOf, facts }: Dossier): number {
  const quotes = quote ? [quote] : (quotesOf.get(fact?.id ?? '') ?? []);
  if (!quotes.some(({ text }) => text.split(/\s+/).length <= A_NAME)) return 0.1;
  const told = quote ? quote.facts.flatMap((id) => facts.get(id) ?? []) : fact ? [fact] : [];
  return told.some(({ text }) => NAMING.test(text)) ? 1 : A_PHRASE;
}

/** Words quoted where nothing is named by them may be any part of what was said. */
const A_PHRASE = 0.6;
const NAMING =
  /\b(?:call(?:s|ed|ing)?|label(?:s|led|ling|ed)?|brand(?:s|ed)?|dub(?:s|bed)?|term(?:s|ed)|nam(?:es|ed)|words? for|(?:describ|spoke|speak|refer|dismiss|denounc|prais|portray|characteri[sz])\w* .*\bas)\b/iu;

const SUBJECT =
  /\b(?:about|to (?:discuss|explain|talk|negotiate|debate|address)|concerning|regarding|on the (?:subject|topic|issue) of)\b/u;

/** "Who else" asks beyond what was said; no single fact tells that it is beyond. */
function asksForMore({ question }: Asked): boolean {
  return question.tokens.some(({ folded }) => folded === 'else');
}
