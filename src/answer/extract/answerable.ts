/** The chance that the best candidate answers the question at all: what is asked for may not be in the file. */
import type { Dossier } from '../dossier.ts';
import type { Asked } from './asked.ts';
import type { Assessment } from './assess.ts';
import { DOUBTS, doubtsOf } from './doubts.ts';
import type { Fault } from './faults.ts';
import { lacksPremise } from './premises.ts';
import { ANSWER_SIGNALS } from './signal-names.ts';
import { asksForFuture } from './tense.ts';
import { ANSWERABILITY } from './weights.ts';

/** Beside the signals of the best candidate and the doubts about it. */
const OF_QUESTION = [
  // The ranking's score of it, in tens.
  'score',
  // The ranking's own chance of it among the best.
  'certainty',
  // How far it stands above what any question finds in the file.
  'lead',
  // Of its sentence: a long one shares words by chance.
  'length',
  // A reason is asked for; and how little of one it gives.
  'why',
  'causeless',
  // What is to come is asked for.
  'future',
  // What something was about is asked for.
  'subjectAsked',
  // How many it has, in threes.
  'faults',
  // How little it has of what is to be counted.
  'uncounted',
  // How much more of the question another candidate surely meets.
  'surer',
  // It says that others did it.
  'role',
  // How surely it does not say who did it.
  'untold',
  // A yes-or-no question, which no slot narrows.
  'whether',
  // Signals of it with a weight of their own for questions of one sort.
  'shareWhether',
  'leastWhether',
  'fillWhere',
  'leastWhat',
  'leastAbout',
] as const;
/** What the chance is made from, in the order of its weights. */
export const CHANCES = [...ANSWER_SIGNALS, ...DOUBTS, ...OF_QUESTION] as const;
export type ChanceName = (typeof CHANCES)[number];

/**
 * From this chance on a question is answered: of a question that the file answers as often as not, readers are served
 * as badly by a needless abstention as by a sentence that does not answer (`npm run eval` prints what it costs).
 */
export const ANSWERED_FROM = 0.5;

/** 0..1; 0 where there is no candidate, or one that no likeness makes up for. `ranked` is best first. */
export function answerability(asked: Asked, ranked: readonly Assessment[], dossier: Dossier): number {
  const chances = chancesOf(asked, ranked, dossier);
  if (!chances || isForbidden(asked, ranked, dossier)) return 0;
  const sum = CHANCES.reduce(
    (total, name) => total + ANSWERABILITY[name] * chances[name],
    ANSWERABILITY.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** What the chance is made from; undefined where there is no candidate. */
export function chancesOf(
  asked: Asked,
  ranked: readonly Assessment[],
  dossier: Dossier,
): Readonly<Record<ChanceName, number>> | undefined {
  const [best] = ranked;
  if (!best) return undefined;
  const isWhether = asked.question.kind === 'yes-no';
  const { least } = best.alike;
  return {
    ...best.signals,
    ...doubtsOf(asked, best.candidate, dossier),
    score: best.score / 10,
    certainty: certaintyOf(ranked),
    lead: leadOf(ranked),
    length: best.candidate.reading.tokens.length / 20,
    why: Number(asked.slot === 'why'),
    causeless: asked.slot === 'why' ? 1 - best.fill : 0,
    future: Number(asksForFuture(asked)),
    subjectAsked: Number(asked.slot === 'subject'),
    faults: best.faults.length / 3,
    uncounted: asked.slot === 'how-many' ? 1 - countedIn(asked, best) : 0,
    surer: Math.max(...ranked.map(({ alike }) => alike.surely)) - best.alike.surely,
    role: Number(best.faults.includes('role')),
    untold: Math.max(0, -best.signals.doer),
    whether: Number(isWhether),
    shareWhether: isWhether ? best.coverage.share : 0,
    leastWhether: isWhether ? least : 0,
    fillWhere: asked.slot === 'where' ? best.fill : 0,
    leastWhat: asked.slot === 'what' ? least : 0,
    leastAbout: asked.slot === 'about' ? least : 0,
  } satisfies Record<ChanceName, number>;
}

/** A name that the file does not know, other dates and figures, advice, general knowledge, none of the sort asked for. */
const FORBIDDEN: readonly Fault[] = ['stranger', 'advice', 'general', 'number', 'sort'];

/** Whether the best candidate has a fault that no likeness makes up for. */
export function isForbidden(asked: Asked, [best]: readonly Assessment[], dossier: Dossier): boolean {
  if (!best || isOtherVoice(best, asked) || lacksPremise(asked, best, dossier)) return true;
  return best.faults.some(
    (fault) => FORBIDDEN.includes(fault) && !(fault === 'number' && asked.question.kind === 'yes-no'),
  );
}

/** The same with the words of others than the one who is asked for theirs behind all that may answer. */
export function ownVoicesFirst(
  ranked: readonly Assessment[],
  asked: Asked,
  { people }: Dossier,
): readonly Assessment[] {
  const [best] = ranked;
  // Many speak for a country, and whom of them a question means nobody can tell.
  const isState = asked.speakers.every((id) => people.get(id)?.kind === 'place');
  if (!best || isState || !isOtherVoice(best, asked)) return ranked;
  const { own = [], others = [] } = Object.groupBy(ranked, (each) =>
    isOtherVoice(each, asked) ? 'others' : 'own',
  );
  return [...own, ...others];
}

/** Whose words are asked for is not answered with the words of another. */
function isOtherVoice({ candidate: { fact, quote }, faults }: Assessment, { slot }: Asked): boolean {
  return (
    /^(?:quote|wording)$/.test(slot) &&
    faults.includes('speaker') &&
    (fact?.attributedTo ?? quote?.speaker) !== undefined
  );
}

const MOST_LEAD = 5;
/** Candidates that the best one is compared with. */
const COMPARED = 10;

function certaintyOf(ranked: readonly Assessment[]): number {
  const top = ranked[0]?.score ?? 0;
  return 1 / ranked.slice(0, COMPARED).reduce((sum, { score }) => sum + Math.exp(score - top), 0);
}

/** Those behind the first few, which may be nearly as good, are what any question finds in the file. */
const NEAR_BEST = 5;

function leadOf(ranked: readonly Assessment[]): number {
  const others = ranked.slice(Math.min(NEAR_BEST, ranked.length - 1));
  const level = others.reduce((sum, { score }) => sum + score, 0) / others.length;
  return Math.min(MOST_LEAD, (ranked[0]?.score ?? 0) - level) / MOST_LEAD;
}

/** Numbers are of something, and a count of other things does not answer; what is not known is not counted. */
function countedIn({ terms, question }: Asked, { coverage, candidate }: Assessment): number {
  const counted = terms.findIndex(({ part }) => part === 'focus');
  const isMany = question.tokens.some(({ folded }) => folded === 'many');
  return counted < 0 || !isMany || candidate.fact?.kind === 'unknown'
    ? 1
    : (coverage.strengths[counted] ?? 0);
}
