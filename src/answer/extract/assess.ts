/** Judges how well one candidate answers a question. */
import { tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import { hasAmount } from './amounts.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { type Coverage, coverageOf, MET } from './coverage.ts';
import { blocks, type Fault, faultsOf } from './faults.ts';
import { findMentions } from './mentions.ts';
import { voiceOf } from './party.ts';
import { type Fit, fitOf } from './roles.ts';
import { slotFill, whereFill } from './slots.ts';
import { ACCUSING, DENYING, LANGUAGE_NOUNS } from './vocabulary.ts';

export type Assessment = {
  readonly candidate: Candidate;
  /** Higher answers better; comparable within one question. */
  readonly score: number;
  readonly coverage: Coverage;
  /** How surely it holds the sort of thing that is asked for, 0..1. */
  readonly fill: number;
  readonly faults: readonly Fault[];
  /** Whether a fault forbids it; the others only keep it from agreeing with the question. */
  readonly blocked: boolean;
};

/** The judgement by words alone; `refine` adds who did what to whom. */
export function assess(asked: Asked, candidate: Candidate, dossier: Dossier): Assessment {
  return judge(asked, candidate, { coverage: coverageOf(asked, candidate, dossier), fit: 'open', dossier });
}

/** The judgement with the roles of the fact's own sentence, which take longer to read. */
export function refine(assessment: Assessment, asked: Asked, dossier: Dossier): Assessment {
  const { candidate, coverage } = assessment;
  if (!asked.deed || !candidate.fact) return assessment;
  const fit = fitOf(asked.deed, candidate.fact, dossier);
  return fit === 'open' ? assessment : judge(asked, candidate, { coverage, fit, dossier });
}

function judge(asked: Asked, candidate: Candidate, measures: Measures): Assessment {
  const { coverage, dossier } = measures;
  const fill = slotFill(asked, candidate, dossier);
  const faults = faultsOf(asked, candidate, { ...measures, fill });
  const blocking = faults.filter((fault) => blocks(fault, asked, coverage));
  const score = 4 * coverage.share + 1.5 * fill + bonuses(asked, candidate, measures);
  return { candidate, score: score - blocking.length, coverage, fill, faults, blocked: blocking.length > 0 };
}

type Measures = { readonly coverage: Coverage; readonly fit: Fit; readonly dossier: Dossier };

function bonuses(asked: Asked, candidate: Candidate, { coverage, fit, dossier }: Measures): number {
  return (
    fitBonus(asked, fit) +
    kindBonus(asked, candidate) +
    typeBonus(asked, coverage) +
    fragmentBonus(asked, candidate, dossier) +
    orderBonus(asked, candidate) +
    answerBonus(asked, candidate) +
    insteadBonus(asked, candidate, { coverage, dossier }) +
    (asked.speakers.length > 0 ? 0.5 * voiceOf(asked.speakers, candidate, dossier) : 0) -
    (isTurnedRound(asked, candidate) ? TURNED : 0) -
    0.01 * candidate.rank
  );
}

/** To "did he call?" the fact that another called is the answer. */
function fitBonus({ question }: Asked, fit: Fit): number {
  if (fit === 'fits') return 0.5;
  return fit === 'contradicts' && question.kind === 'yes-no' ? 0.6 : 0;
}

/** Fragments such as “cordial” say little by themselves. */
const WHOLE_SENTENCE = 25;

function kindBonus({ slot }: Asked, { fact, quote }: Candidate): number {
  if (slot === 'quote') return quote ? (quote.text.length > WHOLE_SENTENCE ? 1 : 0.7) : 0;
  if (quote) return -0.4;
  if (fact?.kind === 'background') return -0.2;
  if (slot === 'yes-no' && (fact?.kind === 'denial' || fact?.kind === 'allegation')) return 0.2;
  return slot === 'when' && fact?.kind === 'unknown' ? 0.3 : 0;
}

/** "Which adjective did he use for it?" is answered by a word or two that were said of just that. */
function fragmentBonus({ question, mentions }: Asked, { quote }: Candidate, dossier: Dossier): number {
  const asksForWord = question.focus !== undefined && LANGUAGE_NOUNS.has(question.focus.stem);
  if (!asksForWord || !quote || quote.text.split(/\s+/).length > 4) return 0;
  const of = findMentions(tokenise(quote.context ?? ''), dossier).find(({ from }) => from === 0);
  const last = mentions.at(-1);
  const isOfThat =
    of?.ids.some((id) => last?.ids.includes(id)) && of.to === tokenise(quote.context ?? '').length;
  return isOfThat ? 1.3 : 0.8;
}

/** "No date has been announced" speaks of the date that is asked for; other facts merely have one. */
function typeBonus({ terms }: Asked, { strengths }: Coverage): number {
  return terms.some(({ part }, at) => part === 'type' && strengths[at] === 1) ? 0.3 : 0;
}

/** What somebody answers to an accusation is the denial, though the accusation shares its words. */
function answerBonus({ terms }: Asked, { fact }: Candidate): number {
  if (terms.some(({ stem }) => DENYING.has(stem))) return fact?.kind === 'denial' ? 0.6 : 0;
  return fact?.kind === 'allegation' && terms.some(({ stem }) => ACCUSING.has(stem)) ? 0.3 : 0;
}

/** Where a yes-or-no question has the place or the figure wrong, the fact that has it right is the answer. */
function insteadBonus(
  { question, mentions, terms }: Asked,
  candidate: Candidate,
  { coverage, dossier }: Pick<Measures, 'coverage' | 'dossier'>,
): number {
  if (question.kind !== 'yes-no') return 0;
  const wrongPlace = mentions.some(
    ({ ids }, at) => !coverage.named[at] && ids.every((id) => dossier.people.get(id)?.kind === 'place'),
  );
  const wrongNumber = terms.some(({ role }, at) => role === 'number' && (coverage.strengths[at] ?? 0) < MET);
  const { tokens } = candidate.reading;
  return (
    (wrongPlace ? 0.5 * whereFill(candidate, dossier) : 0) + (wrongNumber && hasAmount(tokens) ? 0.4 : 0)
  );
}

const BEFORE = /^(?:before|ever|first|previous|previously|last|earlier|already)$/;

/** "Had they spoken before?" asks for what was the first or the last. */
function orderBonus({ question }: Asked, { reading }: Candidate): number {
  const isAsked = question.tokens.some(({ folded }) => BEFORE.test(folded));
  const isTold = reading.tokens.some(({ folded }) => folded !== 'before' && BEFORE.test(folded));
  return isAsked && isTold ? 0.4 : 0;
}

/** "Farmers refused to leave" is no answer to who left. */
const TURNED = 0.8;
const TURNING =
  /^(?:refus|reject|not|never|no|none|nobodi|without|deni|cannot|declin|cancel|suspend|rule|unlik|fail|n't)/;

function isTurnedRound({ question, deed }: Asked, { reading, fact }: Candidate): boolean {
  if (!deed || question.kind === 'yes-no' || question.negated || fact?.kind === 'unknown') return false;
  const at = reading.tokens.findIndex(({ stem }) => (deed.verb.kin.words.get(stem) ?? 0) >= MET);
  return reading.tokens
    .slice(Math.max(0, at - 3), Math.max(0, at))
    .some(({ folded }) => TURNING.test(folded));
}
