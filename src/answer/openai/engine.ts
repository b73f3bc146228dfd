/** The model engine: composes claims for answers and briefings, within a budget, a time and a breaker. */
import type { Topic } from '../../knowledge/schema.ts';
import type { Claim } from '../answer.ts';
import type { FollowUp, Model } from '../model.ts';
import { createAnswerCache } from './answer-cache.ts';
import { createBreaker } from './breaker.ts';
import { createBudget } from './budget.ts';
import { forgiving } from './cache-store.ts';
import { draft } from './drafting.ts';
import { createEmbed } from './embeddings.ts';
import { gatherEvidence, leadEvidence } from './evidence.ts';
import { rewriteFollowUp } from './follow-up.ts';
import { createMeaningRanker, type Meaning } from './meaning.ts';
import { type EngineParts, mayAsk, startRequest, type Works } from './running.ts';
import { createSecondCheck } from './second-check.ts';
import type { OpenAiSettings } from './settings.ts';
import { createClient, createTransport } from './transport.ts';

/** A model behind the desk. Its claims are drafts: whoever shows them verifies them first. */
export type ModelEngine = Model & {
  /** Claims for the lead of a briefing; as `compose` fails and declines. */
  readonly summarise: (topic: Topic) => Promise<AsyncIterable<Claim> | undefined>;
};

/** Opens the engine; nothing is asked until the first question. */
export function openModelEngine(settings: OpenAiSettings, parts: EngineParts): ModelEngine {
  const works = openWorks(settings, parts);
  const deadline = () => AbortSignal.timeout(settings.timeoutMs);
  return {
    deadline,
    compose: async ({ question, topic, found, turns, language, user, signal = deadline() }) => {
      const evidence = await gatherEvidence(works, { question, topic, found, user, signal });
      const task = { kind: 'answer', question, turns } as const;
      const claims = await draft(works, { topic, ids: evidence, task, language }, { user, signal });
      return claims && { evidence, claims };
    },
    summarise: (topic) => {
      const material = {
        topic,
        ids: leadEvidence(topic),
        task: { kind: 'lead' },
        language: topic.language,
      } as const;
      return draft(works, material, { user: undefined, signal: deadline() });
    },
    rewrite: (followUp) => rewrite(works, { signal: deadline(), ...followUp }),
  };
}

function openWorks(settings: OpenAiSettings, parts: EngineParts): Works {
  const { cells, log } = parts;
  const now = parts.now ?? Date.now;
  const onError = (error: unknown) => log.warn({ err: error }, 'what the model engine keeps is out of reach');
  const transport = createTransport(settings);
  return {
    ...parts,
    settings,
    transport,
    now,
    breaker: createBreaker({ now }),
    budget: createBudget({ cells, dailyTokens: settings.dailyTokens, now, onError }),
    cache: createAnswerCache(forgiving(parts.answers, onError)),
    check: settings.verifyWithModel ? createSecondCheck(transport) : undefined,
    meaning: openMeaning(settings, { ...parts, now, onError }),
  };
}

type Opening = EngineParts & { readonly now: () => number; readonly onError: (error: unknown) => void };

function openMeaning(
  { embeddingModel: model, apiKey, baseUrl, timeoutMs }: OpenAiSettings,
  { vectors, metrics, log, now, onError }: Opening,
): Meaning | undefined {
  if (!model || !vectors) return undefined;
  const client = createClient({ apiKey, baseUrl, timeoutMs });
  const onTokens = (tokens: number) => {
    metrics.count('openai_tokens', { kind: 'embedding' }, tokens);
    log.info({ model, tokens }, 'texts were embedded');
  };
  const embed = createEmbed({ client, model, store: forgiving(vectors, onError), onTokens });
  return { rank: createMeaningRanker(embed), breaker: createBreaker({ now }) };
}

async function rewrite(
  works: Works,
  { question, turns, user, signal }: FollowUp & { readonly signal: AbortSignal },
): Promise<string> {
  if (turns.length === 0 || !(await mayAsk(works, { user, signal }))) return question;
  const done = startRequest(works, { user, signal });
  try {
    const full = await rewriteFollowUp(works.transport, { question, turns, signal, onUsage: done.onUsage });
    done.succeeded();
    return full;
  } catch (error) {
    done.failed(error);
    return question;
  } finally {
    await done.settle();
  }
}
