/** What speaks for and against a candidate, as numbers that the weights were fitted on. */
import type { Dossier } from '../dossier.ts';
import type { Alike } from './alike.ts';
import { asideShare } from './asides.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import type { Coverage } from './coverage.ts';
import type { Fault } from './faults.ts';
import { isSameParty, voiceOf } from './party.ts';
import type { Fit } from './roles.ts';
import { accountedShare, breadth, exactShare, keyedShare, pairShare, topicality } from './shared-words.ts';
import { whereFill } from './slots.ts';
import { tenseOf } from './tense.ts';
import {
  asksVerbatim,
  disputeSignals,
  fragmentFit,
  isAskedAsUnknown,
  isOrderTold,
  isTurnedRound,
  isUnknownReason,
} from './wording.ts';

/**
 * The signals. From `share` to `subject`: how much of the question is met (see `Coverage` and `Alike`); `exact`: by the
 * very words, `pairs`: side by side; `fill`: the sort of thing asked for is there, `full`: surely, with its own weight
 * for times and lengths; `fits`: its own verb says that the same do the same; from `person` to `thin`: faults, some of
 * them told apart for yes-or-no questions, which what was so instead may answer; `named`: share of the question's
 * people in it; `voice`: the word of the one who is asked about; `quote…`: a quote where quotes are asked for and
 * elsewhere; from `background` to `topical` what its kind and its wording are to this question; `aside`: what is met
 * only in passing; `future…`: see `Tense`; `accounted`: how much of it is met by the question; `unknown…`: it says that
 * this is not known; `doer`: see `doerTold`; `namedHere`, `leads`: the people in the sentence itself, and first in it;
 * `keyed`: met by the curator's keywords; `around`, `apart`: see `SubjectLikeness`.
 */
export const SIGNALS = [
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
  'aside',
  'asideWhen',
  'futureMet',
  'futureMissed',
  'futureForPast',
  'accounted',
  'unknownWhy',
  'unknownAsked',
  'doer',
  'namedHere',
  'leads',
  'around',
  'keyed',
  'apart',
  'verbatim',
] as const;
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
  const fragment = fragmentFit(asked, candidate, dossier);
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
    fillIdentity: slot === 'identity' ? fill : 0,
    full: Number(fill === 1),
    ...roleSignals(asked, 'open', 0),
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
    named: mean(coverage.named.filter((_, at) => !(isWhether && asked.mentions[at]?.located))),
    voice: asked.speakers.length > 0 ? voiceOf(asked.speakers, candidate, dossier) : 0,
    quoteAsked: Number(slot === 'quote' && quote !== undefined),
    quoteOther: Number(!/^(?:quote|wording)$/.test(slot) && quote !== undefined && fragment === 0),
    background: Number(fact?.kind === 'background'),
    unknown: Number(fact?.kind === 'unknown'),
    unknownWhen: Number(slot === 'when' && fact?.kind === 'unknown'),
    type: Number(asked.terms.some(({ part }, at) => part === 'type' && coverage.strengths[at] === 1)),
    fragment,
    order: Number(isOrderTold(asked, candidate)),
    ...disputeSignals(asked, candidate),
    rightPlace: rightPlace(asked, candidate, { coverage, dossier }),
    turned: Number(isTurnedRound(asked, candidate)),
    early: earliness(candidate, dossier),
    topical: topicality(asked, candidate),
    aside: slot === 'when' ? 0 : aside,
    asideWhen: slot === 'when' ? aside : 0,
    ...tenseOf(asked, candidate),
    accounted: accountedShare(asked, candidate),
    unknownWhy: Number(isUnknownReason(asked, candidate)),
    unknownAsked: Number(isAskedAsUnknown(asked, candidate)),
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

/** Of nobody named, everybody is there. */
function mean(shares: readonly number[]): number {
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Share of the question's people who stand in the sentence itself, or somebody for them, not only in what it is filed under. */
function namedHere({ mentions }: Asked, { reading }: Candidate, dossier: Dossier): number {
  const here = [...new Set(reading.mentions.flatMap(({ ids }) => ids))];
  return mean(
    mentions.map(({ ids }) =>
      Number(ids.some((id) => here.some((other) => isSameParty(id, other, dossier)))),
    ),
  );
}

/** Whether it begins with the one whose deed is asked about. */
function leads({ deed }: Asked, { reading, quote }: Candidate): boolean {
  const first = quote ? [quote.speaker] : (reading.mentions[0]?.ids ?? []);
  return deed?.agents.some((id) => first.includes(id)) ?? false;
}

/** Where a yes-or-no question has the place wrong, the fact that has it right is the answer. */
function rightPlace(
  { question, mentions }: Asked,
  candidate: Candidate,
  { coverage, dossier }: Pick<Measures, 'coverage' | 'dossier'>,
): number {
  if (question.kind !== 'yes-no') return 0;
  const isWrong = mentions.some(
    ({ ids }, at) => !coverage.named[at] && ids.every((id) => dossier.people.get(id)?.kind === 'place'),
  );
  return isWrong ? whereFill(candidate, dossier) : 0;
}
