/** What speaks for and against a candidate, as numbers that the weights were fitted on. */
import type { Dossier } from '../dossier.ts';
import type { Alike } from './alike.ts';
import { isAnonymous, isNameless } from './anonymous.ts';
import { asideShare } from './asides.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import type { Coverage } from './coverage.ts';
import type { Fault } from './faults.ts';
import type { Fit } from './fit.ts';
import { voiceOf } from './party.ts';
import { asksWithQuote, quotedShare } from './premises.ts';
import { leads, namedHere, namedShare, rightPlace } from './presence.ts';
import { accountedShare, breadth, exactShare, keyedShare, pairShare, topicality } from './shared-words.ts';
import type { Signals } from './signal-names.ts';
import { tenseOf } from './tense.ts';
import { SPEECH } from './vocabulary.ts';
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
    anotherDeed: 0,
    othersDo: 0,
    doer: 0,
    person: has('person'),
    placeWhether: isWhether ? has('place') : 0,
    stranger: has('stranger'),
    number: isWhether ? 0 : has('number'),
    numberWhether: isWhether ? has('number') : 0,
    verb: isWhether ? 0 : has('verb'),
    verbWhether: isWhether ? has('verb') : 0,
    verbWho: slot === 'who' ? has('verb') : 0,
    slot: has('slot'),
    speaker: has('speaker'),
    thin: has('thin'),
    focus: isWhether ? 0 : has('focus'),
    focusWhether: isWhether ? has('focus') : 0,
    named: namedShare(asked, coverage),
    voice: asked.speakers.length > 0 ? voiceOf(asked.speakers, candidate, dossier) : 0,
    quoteAsked: Number(slot === 'quote' && quote !== undefined),
    quoteOther: Number(
      !/^(?:quote|wording)$/.test(slot) && quote !== undefined && fragment === 0 && !asksWhoSaid(asked),
    ),
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
    unnamed: Number(isNameless(asked, candidate) || isAnonymous(asked, candidate)),
    quoted: asksWithQuote(asked) ? quotedShare(asked, candidate, dossier) : 0,
  };
}

/** "Who said that it would be over by May?" */
function asksWhoSaid({ slot, terms }: Asked): boolean {
  return slot === 'who' && terms.some(({ stem, position }) => SPEECH.has(stem) && position <= 2);
}

/** Those that take a reading of who does what in it: see `fitOf` and `doerTold`. */
export function roleSignals(
  { question }: Asked,
  fit: Fit,
  doer: number,
): Pick<Signals, 'fits' | 'turnedWhether' | 'anotherDeed' | 'othersDo' | 'doer'> {
  return {
    fits: Number(fit === 'fits'),
    anotherDeed: Number(fit === 'another'),
    othersDo: Number(fit === 'others'),
    turnedWhether: Number(question.kind === 'yes-no' && fit === 'contradicts'),
    doer,
  };
}

/** News tells first what matters most. */
function earliness({ fact }: Candidate, { order, facts }: Dossier): number {
  return fact ? 1 - (order.get(fact.id) ?? 0) / facts.size : 0;
}
