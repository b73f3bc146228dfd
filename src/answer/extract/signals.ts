/** What speaks for and against a candidate, as numbers that the weights were fitted on. */
import { tokenise } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { Alike } from './alike.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidate.ts';
import { type Coverage, MET } from './coverage.ts';
import type { Fault } from './faults.ts';
import { findMentions } from './mentions.ts';
import { voiceOf } from './party.ts';
import type { Fit } from './roles.ts';
import { whereFill } from './slots.ts';
import { ACCUSING, DENYING, LANGUAGE_NOUNS } from './vocabulary.ts';

/**
 * The signals. From `share` to `subject`: how much of the question is met (see `Coverage` and `Alike`); `exact`: by the
 * very words, `pairs`: side by side; `fill`: the sort of thing asked for is there, `full`: surely, with its own weight
 * for times and lengths; `fits`: its own verb says that the same do the same; from `person` to `thin`: faults, some of
 * them told apart for yes-or-no questions, which what was so instead may answer; `named`: share of the question's
 * people in it; `voice`: the word of the one who is asked about; `quote…`: a quote where quotes are asked for and
 * elsewhere; from `background` on what its kind and its wording are to this question.
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
] as const;
export type SignalName = (typeof SIGNALS)[number];
export type Signals = Readonly<Record<SignalName, number>>;

export type Measures = {
  readonly coverage: Coverage;
  readonly alike: Alike;
  readonly fill: number;
  readonly fit: Fit;
  readonly faults: readonly Fault[];
  readonly dossier: Dossier;
};

/** The signals of a candidate, most of them 0 or 1. */
export function signalsOf(asked: Asked, candidate: Candidate, measures: Measures): Signals {
  const { coverage, alike, fill, fit, faults, dossier } = measures;
  const isWhether = asked.question.kind === 'yes-no';
  const has = (fault: Fault) => Number(faults.includes(fault));
  const { fact, quote } = candidate;
  const { slot } = asked;
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
    fits: Number(fit === 'fits'),
    turnedWhether: Number(isWhether && fit === 'contradicts'),
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
    quoteOther: Number(slot !== 'quote' && quote !== undefined && fragment === 0),
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
  };
}

/** One word alone tells nothing of a subject as a whole. */
function breadth({ telling }: Asked): number {
  return telling.length === 0 ? 0 : 1 - 1 / telling.length;
}

/** News tells first what matters most. */
function earliness({ fact }: Candidate, { order, facts }: Dossier): number {
  return fact ? 1 - (order.get(fact.id) ?? 0) / facts.size : 0;
}

/** What a sentence begins with is what it is about: how near its beginning the question's words stand. */
function topicality({ telling }: Asked, { reading }: Candidate): number {
  const places = telling
    .map(({ stem }) => reading.tokens.findIndex((token) => token.stem === stem))
    .filter((place) => place >= 0);
  return places.length === 0 ? 0 : 1 - Math.min(...places) / reading.tokens.length;
}

/** Of nobody named, everybody is there. */
function mean(shares: readonly number[]): number {
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function exactShare({ terms }: Asked, { strengths }: Coverage): number {
  let met = 0;
  let all = 0;
  for (const [at, { telling, rarity }] of terms.entries()) {
    if (!telling) continue;
    all += rarity;
    if (strengths[at] === 1) met += rarity;
  }
  return all > 0 ? met / all : 0;
}

/** Share of the question's neighbouring words that stand side by side here too. */
function pairShare({ pairs }: Asked, { reading: { tokens } }: Candidate): number {
  if (pairs.length === 0) return 0;
  const shared = pairs.filter(({ first, second }) =>
    tokens.some(({ stem }, at) => stem === first && tokens[at + 1]?.stem === second),
  );
  return shared.length / pairs.length;
}

/** "Which adjective did he use for it?" is answered by a word or two that were said of just that. */
function fragmentFit({ question, mentions }: Asked, { quote }: Candidate, dossier: Dossier): number {
  const asksForWord = question.focus !== undefined && LANGUAGE_NOUNS.has(question.focus.stem);
  if (!asksForWord || !quote || quote.text.split(/\s+/).length > 4) return 0;
  const context = tokenise(quote.context ?? '');
  const of = findMentions(context, dossier).find(({ from }) => from === 0);
  const last = mentions.at(-1);
  const isOfThat = of?.ids.some((id) => last?.ids.includes(id)) && of.to === context.length;
  return isOfThat ? 1 : 0.6;
}

/** What somebody answers to an accusation is the denial, though the accusation shares its words. */
function disputeSignals(
  { terms }: Asked,
  { fact }: Candidate,
): Pick<Signals, 'denialAsked' | 'allegationAsked'> {
  const asksAnswer = terms.some(({ stem }) => DENYING.has(stem));
  const asksAccusation = !asksAnswer && terms.some(({ stem }) => ACCUSING.has(stem));
  return {
    denialAsked: Number(asksAnswer && fact?.kind === 'denial'),
    allegationAsked: Number(asksAccusation && fact?.kind === 'allegation'),
  };
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

const BEFORE = /^(?:before|ever|first|previous|previously|last|earlier|already)$/;

/** "Had they spoken before?" asks for what was the first or the last. */
function isOrderTold({ question }: Asked, { reading }: Candidate): boolean {
  return (
    question.tokens.some(({ folded }) => BEFORE.test(folded)) &&
    reading.tokens.some(({ folded }) => folded !== 'before' && BEFORE.test(folded))
  );
}

/** "Farmers refused to leave" is no answer to who left. */
const TURNING =
  /^(?:refus|reject|not|never|no|none|nobodi|without|deni|cannot|declin|cancel|suspend|rule|unlik|fail|n't)/;

function isTurnedRound({ question, deed }: Asked, { reading, fact }: Candidate): boolean {
  if (!deed || question.kind === 'yes-no' || question.negated || fact?.kind === 'unknown') return false;
  const at = reading.tokens.findIndex(({ stem }) => (deed.verb.kin.words.get(stem) ?? 0) >= MET);
  return reading.tokens
    .slice(Math.max(0, at - 3), Math.max(0, at))
    .some(({ folded }) => TURNING.test(folded));
}
