/** What speaks for and against a candidate, as numbers that the weights were fitted on. */
import type { Dossier } from '../dossier.ts';
import type { Alike } from './alike.ts';
import { asideShare } from './asides.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import type { Coverage } from './coverage.ts';
import type { Fault } from './faults.ts';
import type { Fit } from './fit.ts';
import { voiceOf } from './party.ts';
import { leads, namedHere, namedShare, rightPlace } from './presence.ts';
import { accountedShare, breadth, exactShare, keyedShare, pairShare, topicality } from './shared-words.ts';
import { tenseOf } from './tense.ts';
import {
  asksVerbatim,
  disputeSignals,
  fragmentFit,
  isAskedAsUnknown,
  isOrderTold,
  isTurnedRound,
  isUnknownAnswer,
  isUnknownElse,
} from './wording.ts';

/**
 * The signals. From `share` to `subject`: how much of the question is met (see `Coverage` and `Alike`); `exact`: by
 * the very words, `pairs`: side by side; `fill`: the sort of thing asked for is there, `full`: surely, with its own
 * weight for some sorts; `fits`: its own verb says that the same do the same, `turnedWhether`: that others do; from
 * `person` to `thin`: faults, some of them told apart for yes-or-no questions, which what was so instead may answer;
 * `named`: share of the question's people in it; `voice`: the word of the one who is asked about; `quote…`: a quote
 * where quotes are asked for and elsewhere; from `background` to `topical` what its kind and its wording are to this
 * question; `aside`: what is met only in passing; `future…`: see `Tense`; `accounted`: how much of it is met by the
 * question; `unknown…`: it says that this is not known; `doer`: see `doerTold`; `namedHere`, `leads`: the people in
 * the sentence itself, and first in it; `keyed`: met by the curator's keywords; `around`, `apart`: see
 * `SubjectLikeness`; `verbatim`: a quote, and somebody's very words are asked for.
 */
export const ANSWER_SIGNALS = [
  'share',
  'words',
  'surely',
  'company',
  'beside',
  'least',
  'subject',
  'exact',
  'pairs',
  'fill',
  'fillWhen',
  'fillLong',
  'fillWhy',
  'fillIdentity',
  'fillSubject',
  'full',
  'fits',
  'turnedWhether',
  'person',
  'placeWhether',
  'stranger',
  'number',
  'numberWhether',
  'verb',
  'verbWhether',
  'slot',
  'speaker',
  'thin',
  'named',
  'voice',
  'quoteAsked',
  'quoteOther',
  'background',
  'unknown',
  'unknownWhen',
  'type',
  'fragment',
  'order',
  'denialAsked',
  'allegationAsked',
  'rightPlace',
  'turned',
  'early',
  'topical',
  'unknownElse',
] as const;
/** Those that part the candidates of one question and say nothing of whether any answers. */
const RANKING_SIGNALS = [
  'aside',
  'asideWhen',
  'futureMet',
  'futureMissed',
  'futureForPast',
  'accounted',
  'unknownOf',
  'unknownAsked',
  'doer',
  'namedHere',
  'leads',
  'around',
  'keyed',
  'apart',
  'verbatim',
] as const;
export const SIGNALS = [...ANSWER_SIGNALS, ...RANKING_SIGNALS] as const;
export type SignalName = (typeof SIGNALS)[number];
export type Signals = Readonly<Record<SignalName, number>>;

export type Measures = {
  readonly coverage: Coverage;
  readonly alike: Alike;
  readonly fill: number;
  readonly faults: readonly Fault[];
  readonly dossier: Dossier;
};

/** The signals of a candidate by its words, most of them 0 or 1; `roleSignals` tells what its sentence adds. */
export function signalsOf(asked: Asked, candidate: Candidate, measures: Measures): Signals {
  const { coverage, alike, fill, faults, dossier } = measures;
  const isWhether = asked.question.kind === 'yes-no';
  const has = (fault: Fault) => Number(faults.includes(fault));
  const { fact, quote } = candidate;
  const { slot } = asked;
  const aside = asideShare(asked, candidate, coverage);
  const dispute = disputeSignals(asked, candidate);
  const tense = tenseOf(asked, candidate);
  const fragment = fragmentFit(asked, candidate, dossier);
  // Every name in its place, for an object that others are spread into is slow to make, and it is made for each candidate.
  return {
    share: coverage.share,
    words: alike.words,
    surely: alike.surely,
    company: alike.company,
    beside: alike.beside,
    least: alike.least,
    subject: alike.subject * breadth(asked),
    exact: exactShare(asked, coverage),
    pairs: pairShare(asked, candidate),
    fill,
    fillWhen: slot === 'when' ? fill : 0,
    fillLong: slot === 'how-long' ? fill : 0,
    fillWhy: slot === 'why' ? fill : 0,
    fillSubject: slot === 'subject' ? fill : 0,
    fillIdentity: slot === 'identity' ? fill : 0,
    full: Number(fill === 1),
    // What takes a reading of the sentence: see `roleSignals`.
    fits: 0,
    turnedWhether: 0,
    doer: 0,
    person: has('person'),
    placeWhether: isWhether ? has('place') : 0,
    stranger: has('stranger'),
    number: isWhether ? 0 : has('number'),
    numberWhether: isWhether ? has('number') : 0,
    verb: isWhether ? 0 : has('verb'),
    verbWhether: isWhether ? has('verb') : 0,
    slot: has('slot'),
    speaker: has('speaker'),
    thin: has('thin'),
    named: namedShare(asked, coverage),
    voice: asked.speakers.length > 0 ? voiceOf(asked.speakers, candidate, dossier) : 0,
    quoteAsked: Number(slot === 'quote' && quote !== undefined),
    quoteOther: Number(!/^(?:quote|wording)$/.test(slot) && quote !== undefined && fragment === 0),
    background: Number(fact?.kind === 'background'),
    unknown: Number(fact?.kind === 'unknown'),
    unknownWhen: Number(slot === 'when' && fact?.kind === 'unknown'),
    type: Number(asked.terms.some(({ part }, at) => part === 'type' && coverage.strengths[at] === 1)),
    fragment,
    order: Number(isOrderTold(asked, candidate)),
    denialAsked: dispute.denialAsked,
    allegationAsked: dispute.allegationAsked,
    rightPlace: rightPlace(asked, candidate, { coverage, dossier }),
    turned: Number(isTurnedRound(asked, candidate)),
    early: earliness(candidate, dossier),
    topical: topicality(asked, candidate),
    aside: slot === 'when' ? 0 : aside,
    asideWhen: slot === 'when' ? aside : 0,
    futureMet: tense.futureMet,
    futureMissed: tense.futureMissed,
    futureForPast: tense.futureForPast,
    accounted: accountedShare(asked, candidate),
    unknownOf: Number(isUnknownAnswer(asked, candidate)),
    unknownAsked: Number(isAskedAsUnknown(asked, candidate)),
    unknownElse: Number(isUnknownElse(asked, candidate)),
    namedHere: namedHere(asked, candidate, dossier),
    leads: Number(leads(asked, candidate)),
    around: alike.around * breadth(asked),
    keyed: keyedShare(asked, candidate),
    apart: alike.apart * breadth(asked),
    verbatim: Number(quote !== undefined && asksVerbatim(asked)),
  };
}

/** Those that take a reading of who does what in it: see `fitOf` and `doerTold`. */
export function roleSignals(
  { question }: Asked,
  fit: Fit,
  doer: number,
): Pick<Signals, 'fits' | 'turnedWhether' | 'doer'> {
  return {
    fits: Number(fit === 'fits'),
    turnedWhether: Number(question.kind === 'yes-no' && fit === 'contradicts'),
    doer,
  };
}

/** News tells first what matters most. */
function earliness({ fact }: Candidate, { order, facts }: Dossier): number {
  return fact ? 1 - (order.get(fact.id) ?? 0) / facts.size : 0;
}
