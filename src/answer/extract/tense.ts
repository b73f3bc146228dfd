/** What a question and a sentence say of what is to come and of what was. */
import type { Fact, Quote } from '../../knowledge/schema.ts';
import { oncePer } from '../../once-per.ts';
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';

/** A plan is a thing as well: "the spending plan". */
const ASKS_FUTURE = /\b(?:will|going|next|gonna|would|upcoming|planned|plans? to|soon|expected|yet)\b/iu;
const ASKS_PAST = /^(?:did|was|were|had|happened)$/;
const TELLS_FUTURE =
  /\b(?:will|would|being (?:arranged|prepared|planned|organi[sz]ed)|(?:is|are|was|were) to (?!the\b|a\b)[a-z]+|expected|plans? to|planned|scheduled|due|intends?|next|looks? forward|has (?:not|given no)|have not|not known|unknown|no date)\b/iu;

/** `futureMet`: both are of what is to come or not yet known; `futureMissed`: only the question is; `futureForPast`: only the sentence. */
export type Tense = Readonly<Record<'futureMet' | 'futureMissed' | 'futureForPast', number>>;

const tellsFuture = oncePer(({ text }: Fact | Quote) => TELLS_FUTURE.test(text));

/** Compares the tenses. */
export function tenseOf({ question: { text, tokens } }: Asked, { fact, quote }: Candidate): Tense {
  const asked = ASKS_FUTURE.test(text) || ON_SCHEDULE.test(text);
  const past = !asked && tokens.some(({ folded }) => ASKS_PAST.test(folded));
  const item = fact ?? quote;
  const told = item !== undefined && tellsFuture(item);
  return {
    futureMet: Number(asked && told),
    futureMissed: Number(asked && !told),
    futureForPast: Number(past && told),
  };
}

const FUTURE = /^(?:will|would|gonna|next|soon|tomorrow)$/;
const AHEAD =
  /^(?:will|would|can|could|may|might|shall|should|if|until|next|soon|due|going|forward|plan(?:s|ned|ning)?|expect(?:s|ed)?|intends?|wants?|promise[sd]?|threat(?:ened)?|prepar(?:e|es|ed|ing|ations)|arranged|coordinating|announced|ready|begins?|agreed|ruled|whether|decide|decided|undecided)$/;
/** "The summit is to be held". */
const IS_TO = /\b(?:is|are) to (?!the\b|a\b|an\b)[a-z]/u;

/** Whether nothing but what is to come answers: "will he resign?", "what is next?"; "yet" and "planned" ask for what was as well. */
export function asksForFuture({ question }: Asked): boolean {
  return isOfFuture(question);
}
const isOfFuture = oncePer(
  ({ text, tokens }: AnalysedQuestion): boolean =>
    tokens.some(({ folded }) => FUTURE.test(folded)) ||
    IS_COMING.test(text) ||
    ON_SCHEDULE.test(text) ||
    GOING_TO.test(text),
);
const GOING_TO = /\bgoing to (?!the\b|a\b|an\b)\p{Ll}/u;
/** "When does it open?", "when do we get the results?": a timetable. */
const ON_SCHEDULE = /^(?:and |so )?when do(?:es)? /iu;
const IS_COMING =
  /^(?:and |so )?when(?:['’]s| is| are) .{1,40}\b(?!during\b|being\b|everything\b|nothing\b|something\b|morning\b|evening\b|meeting\b|hearing\b|king\b|thing\b|spring\b)\p{L}{2,}ing\b/iu;

/** Whether it bears at all on what is to come, a wish or a condition too, or says that this is not known. */
export function looksAhead({ fact, reading }: Candidate): boolean {
  return (
    fact?.kind === 'unknown' ||
    reading.tokens.some(({ folded }) => AHEAD.test(folded)) ||
    IS_TO.test(fact?.text ?? '')
  );
}
