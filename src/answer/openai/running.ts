/** The parts of the model engine, and one request: its clock, its tokens, and what is reported of it. */
import type { Metrics } from '../../metrics.ts';
import type { Cells } from '../../storage/cells.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { Breaker } from './breaker.ts';
import type { Budget } from './budget.ts';
import type { CacheStore } from './cache-store.ts';
import { type ModelFailure, tellBreaker, toFailure } from './failure.ts';
import type { Meaning } from './meaning.ts';
import type { SecondCheck } from './second-check.ts';
import type { OpenAiSettings } from './settings.ts';
import type { Transport, Usage } from './transport.ts';

/** What the engine needs from the house. */
export type EngineParts = {
  /** Keeps drafts. */
  readonly answers: CacheStore;
  /** Keeps vectors; needed only with an embedding model. */
  readonly vectors?: CacheStore;
  /** Counts tokens, shared by all replicas. */
  readonly cells: Cells;
  readonly metrics: Metrics;
  readonly log: EngineLog;
  readonly now?: () => number;
};

/** A pino logger, or what the engine uses of one. */
type EngineLog = {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
};

/** The engine's own parts. */
export type Works = EngineParts & {
  readonly settings: OpenAiSettings;
  readonly transport: Transport;
  readonly breaker: Breaker;
  readonly budget: Budget;
  readonly cache: AnswerCache;
  readonly check: SecondCheck | undefined;
  readonly meaning: Meaning | undefined;
  readonly now: () => number;
};

/** For whom something is asked, and until when. */
export type Asker = { readonly user: string | undefined; readonly signal: AbortSignal };

/** Whether the budget, the clock and the breaker let a request out now. */
export async function mayAsk(
  { breaker, budget, metrics, log }: Works,
  { user, signal }: Asker,
): Promise<boolean> {
  const declined = (reason: 'budget' | 'late' | 'circuit') => {
    metrics.count('openai_declined', { reason });
    return false;
  };
  if (!(await budget.isLeft(user))) {
    log.warn({}, 'a user has spent the tokens of the day (OPENAI_DAILY_TOKENS); extraction answers');
    return declined('budget');
  }
  if (signal.aborted) return declined('late');
  return breaker.mayTry() || declined('circuit');
}

/** A request under way. */
export type Running = {
  readonly onUsage: (usage: Usage) => void;
  readonly succeeded: () => void;
  readonly failed: (error: unknown) => ModelFailure;
  /** Books the tokens, however it ended. */
  readonly settle: () => Promise<void>;
};

/** Begins a request; `settle` has to be called however it ends. */
export function startRequest(
  { settings, breaker, budget, metrics, log, now }: Works,
  { user }: Asker,
): Running {
  const started = now();
  const used = { input: 0, output: 0, cached: 0 };
  const report = (outcome: string) => {
    metrics.count('openai_requests', { outcome });
    metrics.time('openai_request', now() - started, { outcome });
  };
  return {
    onUsage: ({ input, output, cached }) => {
      used.input += input;
      used.output += output;
      used.cached += cached;
    },
    succeeded: () => {
      breaker.succeeded();
      report('ok');
    },
    failed: (error) => {
      const failure = toFailure(error);
      tellBreaker(breaker, failure);
      report(failure.kind);
      log.warn({ fault: failure.kind, ms: now() - started }, failure.message);
      return failure;
    },
    settle: async () => {
      for (const [kind, tokens] of Object.entries(used))
        if (tokens > 0) metrics.count('openai_tokens', { kind }, tokens);
      if (used.input + used.output === 0) return;
      log.info({ model: settings.model, ...used, ms: now() - started }, 'the model was asked');
      await budget.spend(user, used.input + used.output);
    },
  };
}
