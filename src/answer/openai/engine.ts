/** The model engine: composes claims for answers and briefings, within a budget, a time and a breaker. */
import type { Topic } from '../../knowledge/schema.ts';
import type { Claim } from '../answer.ts';
import type { Composer } from '../compose.ts';
import { languageOf } from '../language.ts';
import type { Turn } from '../thread.ts';
import { createAnswerCache } from './answer-cache.ts';
import { createBreaker } from './breaker.ts';
import { createBudget } from './budget.ts';
import { draft, MOST_EVIDENCE } from './drafting.ts';
import { createMeaningRanker, type MeaningRanker } from './embeddings.ts';
import { isOutage, toFailure } from './failure.ts';
import { rewriteFollowUp } from './follow-up.ts';
import { fuseRankings } from './fusion.ts';
import { BRIEFING_QUESTION } from './prompt.ts';
import { type EngineParts, mayAsk, startRequest, type Works } from './running.ts';
import { createSecondCheck } from './second-check.ts';
import type { OpenAiSettings } from './settings.ts';
import { createClient, createTransport } from './transport.ts';

/** A model behind the desk. Its claims are drafts: whoever shows them verifies them first. */
export type ModelEngine = {
  readonly compose: Composer;
  /** Claims for the lead of a briefing; as `compose` fails and declines. */
  readonly summarise: (
    topic: Topic,
    options?: { language?: string; user?: string },
  ) => Promise<AsyncIterable<Claim> | undefined>;
  /** A follow-up as a question that stands by itself; as it was asked where the model fails or may not be asked. */
  readonly rewriteFollowUp: (question: string, turns: readonly Turn[], user?: string) => Promise<string>;
  /** A lexical ranking fused with one by meaning; as it came without an embedding model or where that fails. */
  readonly rank: (question: string, topic: Topic, lexical: readonly string[]) => Promise<readonly string[]>;
};

/** The composer that `ask` takes. */
export const createOpenAiComposer = (settings: OpenAiSettings, parts: EngineParts): Composer =>
  openModelEngine(settings, parts).compose;

/** Opens the engine; nothing is asked until the first question. */
export function openModelEngine(settings: OpenAiSettings, parts: EngineParts): ModelEngine {
  const now = parts.now ?? Date.now;
  const transport = createTransport(settings);
  const works: Works = {
    ...parts,
    settings,
    transport,
    now,
    breaker: createBreaker({ now }),
    budget: createBudget({ cells: parts.cells, dailyTokens: settings.dailyTokens, now }),
    cache: createAnswerCache(parts.answers),
    check: settings.verifyWithModel ? createSecondCheck(transport) : undefined,
    byMeaning: rankerFor(settings, parts),
  };
  return {
    compose: async ({ question, topic, evidence, turns, locale, user }) => {
      const lexical = evidence.map(({ id }) => id);
      // Only what was retrieved is sent: a claim that cites anything else would be dropped.
      const ids = (await rank(works, { question, topic, lexical })).filter((id) => lexical.includes(id));
      return draft(works, { topic, ids, question, turns, language: languageOf(locale, topic) }, user);
    },
    summarise: (topic, { language = topic.language, user } = {}) => {
      const ids = [...topic.facts, ...topic.quotes].map(({ id }) => id);
      return draft(works, { topic, ids, question: BRIEFING_QUESTION, turns: [], language }, user);
    },
    rewriteFollowUp: (question, turns, user) => rewrite(works, { question, turns, user }),
    rank: (question, topic, lexical) => rank(works, { question, topic, lexical }),
  };
}

function rankerFor(
  { embeddingModel, apiKey, baseUrl, timeoutMs }: OpenAiSettings,
  { vectors, metrics }: EngineParts,
): MeaningRanker | undefined {
  if (!embeddingModel || !vectors) return undefined;
  const client = createClient({ apiKey, baseUrl, timeoutMs });
  const onTokens = (tokens: number) => metrics.count('openai_tokens', { kind: 'embedding' }, tokens);
  return createMeaningRanker({ client, model: embeddingModel, store: vectors, onTokens });
}

async function rewrite(
  works: Works,
  { question, turns, user }: { question: string; turns: readonly Turn[]; user: string | undefined },
): Promise<string> {
  if (turns.length === 0 || !(await mayAsk(works, user))) return question;
  const done = startRequest(works, user);
  try {
    const full = await rewriteFollowUp(works.transport, {
      question,
      turns,
      signal: done.signal,
      onUsage: done.onUsage,
    });
    done.succeeded();
    return full;
  } catch (error) {
    done.failed(error);
    return question;
  } finally {
    await done.settle();
  }
}

type Ranking = { readonly question: string; readonly topic: Topic; readonly lexical: readonly string[] };

/** By words and by meaning; by words alone where there is no other way. */
async function rank(
  { byMeaning, breaker, settings, metrics, log }: Works,
  { question, topic, lexical }: Ranking,
): Promise<readonly string[]> {
  if (!byMeaning || !breaker.mayTry()) return lexical;
  try {
    const meant = await byMeaning(question, topic, AbortSignal.timeout(settings.timeoutMs));
    const nearest = new Set(lexical);
    return fuseRankings([lexical, meant]).filter(
      (id) => nearest.has(id) || meant.indexOf(id) < MOST_EVIDENCE,
    );
  } catch (error) {
    const failure = toFailure(error);
    if (isOutage(failure)) breaker.failed(failure.retryAfterMs);
    metrics.count('openai_requests', { outcome: failure.kind });
    log.warn({ fault: failure.kind }, failure.message);
    return lexical;
  }
}
