/** What can go wrong with a model, by what an operator does about it. */
import OpenAI from 'openai';
import type { Breaker } from './breaker.ts';

/** The kinds of failure; labels of the metrics, so the set is fixed. */
export type FailureKind =
  | 'timeout'
  | 'rate-limited'
  | 'server-error'
  | 'unreachable'
  | 'wrong-key'
  | 'bad-request'
  | 'truncated'
  | 'invalid'
  | 'empty'
  | 'refused';

const ADVICE: Readonly<Record<FailureKind, string>> = {
  timeout: 'The model did not answer in time; raise OPENAI_TIMEOUT_MS or choose a faster model.',
  'rate-limited':
    'The model service limits the rate or the quota is spent; check the account or lower the load.',
  'server-error': 'The model service failed; nothing to do here unless it lasts.',
  unreachable: 'The model service cannot be reached; check OPENAI_BASE_URL and the network.',
  'wrong-key': 'The model service refuses the key; check OPENAI_API_KEY.',
  'bad-request':
    'The model service refuses the request; check that OPENAI_MODEL exists and takes a JSON schema.',
  truncated: 'The answer of the model broke off.',
  invalid: 'The answer of the model is not what the schema asks for.',
  empty: 'The model answered with nothing.',
  refused: 'The model refused to answer.',
};

/** A model's answer that cannot be used; extraction takes over. Holds nothing of what was asked or answered. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';
  readonly kind: FailureKind;
  /** How long the service asks to be left alone, in milliseconds, where it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(kind: FailureKind, retryAfterMs?: number) {
    super(ADVICE[kind]);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The failure behind whatever the SDK or the stream threw. */
export function toFailure(error: unknown): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (isAbort(error) || error instanceof OpenAI.APIConnectionTimeoutError) return new ModelFailure('timeout');
  if (error instanceof OpenAI.APIConnectionError) return new ModelFailure('unreachable');
  if (error instanceof OpenAI.APIError) return fromStatus(error);
  if (error instanceof SyntaxError) return new ModelFailure('invalid');
  return new ModelFailure('truncated');
}

const isAbort = (error: unknown) =>
  error instanceof OpenAI.APIUserAbortError ||
  (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'));

function fromStatus({
  status,
  headers,
}: {
  status: number | undefined;
  headers: Headers | undefined;
}): ModelFailure {
  // What a stream says of itself when it fails has no status.
  if (status === undefined) return new ModelFailure('server-error');
  if (status === 401 || status === 403) return new ModelFailure('wrong-key');
  if (status === 408) return new ModelFailure('timeout');
  if (status === 429) return new ModelFailure('rate-limited', retryAfter(headers));
  return new ModelFailure(status >= 500 ? 'server-error' : 'bad-request');
}

function retryAfter(headers: Headers | undefined): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

/** What a failure says of the service: that asking again soon is of no use, that it works, or neither. */
const SIGNS: Readonly<Record<FailureKind, 'outage' | 'works' | 'unclear'>> = {
  timeout: 'outage',
  'rate-limited': 'outage',
  'server-error': 'outage',
  unreachable: 'outage',
  'wrong-key': 'outage',
  // A model that does not exist or cannot keep to a schema will not do so with the next question.
  'bad-request': 'outage',
  invalid: 'outage',
  truncated: 'unclear',
  // Questions bring these about: nobody's question may switch the model off for all.
  empty: 'works',
  refused: 'works',
};

/** Tells the breaker what a failure says of the service. */
export function tellBreaker(breaker: Breaker, { kind, retryAfterMs }: ModelFailure): void {
  if (SIGNS[kind] === 'outage') breaker.failed(retryAfterMs);
  else if (SIGNS[kind] === 'works') breaker.succeeded();
}
