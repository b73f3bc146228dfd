/** The chance that the best candidate answers the question at all: what is asked for may not be in the file. */
import type { Asked } from './asked.ts';
import { type AskedTerm, isTelling } from './asked-terms.ts';
import type { Assessment } from './assess.ts';
import { SIGNALS, type SignalName } from './signals.ts';
import { ANSWERABILITY } from './weights.ts';

/**
 * Beside the signals of the best candidate: `score`, in tens; `certainty`: the ranking's own chance of it, `margin`:
 * its lead; `why`, `causeless`: a question for a reason, and
 * that none is given; `future`: a question of what is to come; `faults`:
 * how many it has; `unmet`: how many words of the question it leaves unmet; `verbMet`, `focusMet`, `objectMet`: how
 * well it meets the verb, the thing asked for, what the verb is done to; `foreign`: how little the whole file has for
 * the word that it has least for; `surer`: how much more of the question another candidate meets; `role`: it says that
 * others did it; `…Whether`: the same for yes-or-no questions, which no slot narrows.
 */
const OF_QUESTION = [
  'score',
  'certainty',
  'margin',
  'why',
  'causeless',
  'future',
  'faults',
  'unmet',
  'verbMet',
  'focusMet',
  'objectMet',
  'foreign',
  'surer',
  'role',
  'whether',
  'shareWhether',
  'leastWhether',
] as const;
/** Signals that part the candidates of one question and say nothing of whether any answers. */
const OF_RANKING = [
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
] as const satisfies readonly SignalName[];
type RankingName = (typeof OF_RANKING)[number];

const isOfAnswer = (name: SignalName): name is Exclude<SignalName, RankingName> =>
  !OF_RANKING.some((other) => other === name);
export const CHANCES = [...SIGNALS.filter(isOfAnswer), ...OF_QUESTION] as const;
export type ChanceName = (typeof CHANCES)[number];

/**
 * From this chance on a question is answered: of a question that the file answers as often as not, readers are served
 * as badly by a needless abstention as by a sentence that does not answer (`npm run eval` prints what it costs).
 */
export const ANSWERED_FROM = 0.5;

/** 0..1; 0 where there is no candidate. `ranked` is best first. */
export function answerability(asked: Asked, ranked: readonly Assessment[]): number {
  const chances = chancesOf(asked, ranked);
  if (!chances) return 0;
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
): Readonly<Record<ChanceName, number>> | undefined {
  const [best, second] = ranked;
  if (!best) return undefined;
  const isWhether = asked.question.kind === 'yes-no';
  return {
    ...best.signals,
    score: best.score / 10,
    certainty: certaintyOf(ranked),
    margin: Math.min(MOST_LEAD, best.score - (second?.score ?? 0)),
    why: Number(asked.slot === 'why'),
    causeless: asked.slot === 'why' ? 1 - best.fill : 0,
    future: Number(asked.question.tokens.some(({ folded }) => FUTURE.test(folded))),
    faults: best.faults.length / 3,
    unmet: asked.terms.filter((term, at) => isTelling(term) && metBy(best, at) < UNMET).length / 3,
    verbMet: met(asked.deed?.verb, best, asked),
    focusMet: met(
      asked.terms.find(({ part }) => part === 'focus'),
      best,
      asked,
    ),
    objectMet: met(asked.deed?.object, best, asked),
    foreign: foreignness(asked, ranked),
    surer: Math.max(...ranked.map(({ alike }) => alike.surely)) - best.alike.surely,
    role: Number(best.faults.includes('role')),
    whether: Number(isWhether),
    shareWhether: isWhether ? best.coverage.share : 0,
    leastWhether: isWhether ? best.alike.least : 0,
  } satisfies Record<SignalName | (typeof OF_QUESTION)[number], number>;
}

const MOST_LEAD = 3;
const FUTURE = /^(?:will|going|next|gonna|would)$/;
/** Below this a word of the question is not there in any sense. */
const UNMET = 0.45;
/** Candidates that the best one is compared with. */
const COMPARED = 10;

function certaintyOf(ranked: readonly Assessment[]): number {
  const top = ranked[0]?.score ?? 0;
  return 1 / ranked.slice(0, COMPARED).reduce((sum, { score }) => sum + Math.exp(score - top), 0);
}

function metBy({ alike }: Assessment, term: number): number {
  return alike.met[term] ?? 0;
}

/** 1 where the question has no such word. */
function met(term: AskedTerm | undefined, assessment: Assessment, { terms }: Asked): number {
  return term ? metBy(assessment, terms.indexOf(term)) : 1;
}

function foreignness({ terms }: Asked, ranked: readonly Assessment[]): number {
  const missed = terms.map((term, at) =>
    isTelling(term) ? 1 - Math.max(...ranked.map((assessment) => metBy(assessment, at))) : 0,
  );
  return Math.max(0, ...missed);
}
