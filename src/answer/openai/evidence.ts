/** What the model is given for a question: what its words found, and what is near to it in meaning. */
import type { Topic } from '../../knowledge/schema.ts';
import { tellBreaker, toFailure } from './failure.ts';
import { fuseRankings } from './fusion.ts';
import type { Works } from './running.ts';

/** Facts and quotes that one request sends at most. */
const MOST_EVIDENCE = 24;
/** Those of them that meaning may bring in: words keep half at least. */
const NEAREST = 12;
/** Share of a question's time that finding by meaning may take: the model needs the rest. */
const SHARE_OF_TIME = 1 / 4;

/** A question for which evidence is gathered. */
export type EvidenceRequest = {
  readonly question: string;
  readonly topic: Topic;
  /** Ids of the facts and quotes that the words of the question found, best first. */
  readonly found: readonly string[];
  readonly user: string | undefined;
  readonly signal: AbortSignal;
};

/** Ids of facts and quotes, best first, by reciprocal rank fusion. Never fails: without meaning, words alone decide. */
export async function gatherEvidence(works: Works, request: EvidenceRequest): Promise<readonly string[]> {
  const near = await nearest(works, request);
  return withBothSides(fuseRankings([request.found, near]).slice(0, MOST_EVIDENCE), request.topic);
}

/** Whoever is to tell an allegation with its denial must have both. */
function withBothSides(ids: readonly string[], { disputes }: Topic): readonly string[] {
  const sides = disputes.map(({ allegations, denials }) => [...allegations, ...denials]);
  const touched = sides.filter((side) => side.some((id) => ids.includes(id)));
  return [...new Set([...ids, ...touched.flat()])];
}

/** Ids for the lead of a briefing: what the curator summed up first, then what is disputed and not known, then the rest. */
export function leadEvidence({ summary, disputes, facts, quotes }: Topic): readonly string[] {
  const led = [
    ...summary.flatMap((sentence) => sentence.facts),
    ...disputes.flatMap(({ allegations, denials }) => [...allegations, ...denials]),
    ...facts.filter(({ kind }) => kind === 'unknown').map(({ id }) => id),
  ];
  const rest = [...facts, ...quotes].map(({ id }) => id);
  return [...new Set([...led, ...rest])].slice(0, MOST_EVIDENCE);
}

async function nearest(
  { meaning, settings, budget, metrics, log }: Works,
  { question, topic, user, signal }: EvidenceRequest,
): Promise<readonly string[]> {
  if (!meaning || !(await budget.isLeft(user)) || !meaning.breaker.mayTry()) return [];
  let tokens = 0;
  try {
    const inTime = AbortSignal.any([signal, AbortSignal.timeout(settings.timeoutMs * SHARE_OF_TIME)]);
    const onTokens = (used: number) => {
      tokens += used;
    };
    const ranked = await meaning.rank({ question, topic, signal: inTime, onTokens });
    meaning.breaker.succeeded();
    metrics.count('openai_embeddings', { outcome: 'ok' });
    return ranked.slice(0, NEAREST);
  } catch (error) {
    const failure = toFailure(error);
    tellBreaker(meaning.breaker, failure);
    metrics.count('openai_embeddings', { outcome: failure.kind });
    log.warn({ fault: failure.kind }, `Facts are found by words alone. ${failure.message}`);
    return [];
  } finally {
    await budget.spend(user, tokens);
  }
}
