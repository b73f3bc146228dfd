/** Asks the model for JSON and hands on its text as it comes: by the Responses API, or by chat where that is missing. */
import OpenAI from 'openai';
import { zodResponseFormat, zodTextFormat } from 'openai/helpers/zod';
import type { z } from 'zod';
import { type FailureKind, ModelFailure, toFailure } from './failure.ts';

/** Tokens that a request took, as the service counts them. */
export type Usage = { readonly input: number; readonly output: number; readonly cached: number };

/** One request to a model, answered in the form of a schema. */
export type ModelRequest = {
  readonly instructions: string;
  /** The material, as data. */
  readonly input: string;
  readonly schema: z.ZodType;
  /** Name of the schema. */
  readonly name: string;
  readonly signal: AbortSignal;
  readonly onUsage: (usage: Usage) => void;
};

/** A model behind a service; pieces of its text come in order. Fails with ModelFailure. */
export type Transport = { readonly stream: (request: ModelRequest) => AsyncIterable<string> };

/** Which model of which service is asked. */
export type TransportOptions = {
  readonly apiKey: string;
  readonly baseUrl: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
};

/** The longest answer, in tokens; reasoning included. */
const MOST_OUTPUT_TOKENS = 2000;
/** No answer within that limit is as long; a service that does not keep to it is not listened to any further. */
const MOST_CHARACTERS = 100_000;

/** A client of the service. It retries nothing: by then extraction has answered. */
export function createTransport({ apiKey, baseUrl, model, timeoutMs }: TransportOptions): Transport {
  const client = createClient({ apiKey, baseUrl, timeoutMs });
  let hasResponses = true;
  const byEither = async function* (request: ModelRequest): AsyncGenerator<string, void, undefined> {
    try {
      if (hasResponses) return yield* byResponses(client, model, request);
    } catch (error) {
      if (!lacksResponses(error)) throw error;
      // Servers such as older Ollama and vLLM know chat only; they are not asked twice.
      hasResponses = false;
    }
    yield* byChat(client, model, request);
  };
  return { stream: (request) => counted(byEither, request) };
}

type Stream = (request: ModelRequest) => AsyncIterable<string>;

/** About four characters of English make a token: for services that do not count. */
const CHARACTERS_A_TOKEN = 4;

/** Sees to it that failures are ModelFailures and that tokens are counted, also where the service counts none. */
async function* counted(stream: Stream, request: ModelRequest): AsyncGenerator<string, void, undefined> {
  let length = 0;
  let known = false;
  const onUsage = (usage: Usage) => {
    known = usage.input + usage.output > 0;
    if (known) request.onUsage(usage);
  };
  try {
    for await (const piece of stream({ ...request, onUsage })) {
      length += piece.length;
      if (length > MOST_CHARACTERS) throw new ModelFailure('invalid');
      yield piece;
    }
  } catch (error) {
    const failure = toFailure(error);
    throw failure.kind === 'unreachable' && length > 0 ? new ModelFailure('truncated') : failure;
  } finally {
    if (!known && length > 0) request.onUsage(estimate(request, length));
  }
}

const estimate = ({ instructions, input }: ModelRequest, length: number): Usage => ({
  input: Math.ceil((instructions.length + input.length) / CHARACTERS_A_TOKEN),
  output: Math.ceil(length / CHARACTERS_A_TOKEN),
  cached: 0,
});

/** The SDK's client, without retries, and without its own log, which holds what was answered. */
export function createClient({ apiKey, baseUrl, timeoutMs }: Omit<TransportOptions, 'model'>): OpenAI {
  const options = { apiKey, maxRetries: 0, timeout: timeoutMs, ...(baseUrl ? { baseURL: baseUrl } : {}) };
  return new OpenAI({ ...options, logLevel: 'off' });
}

const lacksResponses = (error: unknown) =>
  error instanceof OpenAI.APIError &&
  (error.status === 404 || error.status === 405 || error.status === 501) &&
  error.code !== 'model_not_found';

async function* byResponses(
  client: OpenAI,
  model: string,
  request: ModelRequest,
): AsyncGenerator<string, void, undefined> {
  const events = await client.responses.create(
    {
      model,
      instructions: request.instructions,
      input: [{ role: 'user', content: request.input }],
      text: { format: zodTextFormat(request.schema, request.name) },
      max_output_tokens: MOST_OUTPUT_TOKENS,
      prompt_cache_key: `briefdesk-${request.name}`,
      store: false,
      stream: true,
    },
    { signal: request.signal },
  );
  let complete = false;
  for await (const event of events) {
    if (event.type === 'response.output_text.delta') yield event.delta;
    else if (event.type === 'response.refusal.delta') throw new ModelFailure('refused');
    else if (event.type === 'error') throw new ModelFailure('server-error');
    else if (event.type === 'response.failed' || event.type === 'response.incomplete') {
      // What broke off is paid for as well.
      report(event.response.usage, request);
      throw new ModelFailure(faultOf(event.response));
    } else if (event.type === 'response.completed') {
      complete = true;
      report(event.response.usage, request);
    }
  }
  if (!complete) throw new ModelFailure('truncated');
}

function faultOf({ status, incomplete_details: details }: OpenAI.Responses.Response): FailureKind {
  if (details?.reason === 'content_filter') return 'refused';
  return status === 'incomplete' ? 'truncated' : 'server-error';
}

function report(usage: OpenAI.Responses.ResponseUsage | undefined, { onUsage }: ModelRequest): void {
  if (!usage) return;
  onUsage({
    input: usage.input_tokens,
    output: usage.output_tokens,
    cached: usage.input_tokens_details?.cached_tokens ?? 0,
  });
}

async function* byChat(
  client: OpenAI,
  model: string,
  request: ModelRequest,
): AsyncGenerator<string, void, undefined> {
  const chunks = await client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: request.instructions },
        { role: 'user', content: request.input },
      ],
      response_format: zodResponseFormat(request.schema, request.name),
      max_completion_tokens: MOST_OUTPUT_TOKENS,
      stream: true,
      stream_options: { include_usage: true },
    },
    { signal: request.signal },
  );
  let end: string | undefined;
  for await (const { choices, usage } of chunks) {
    if (usage)
      request.onUsage({
        input: usage.prompt_tokens,
        output: usage.completion_tokens,
        cached: usage.prompt_tokens_details?.cached_tokens ?? 0,
      });
    const choice = choices[0];
    if (choice?.delta.refusal) throw new ModelFailure('refused');
    if (choice?.delta.content) yield choice.delta.content;
    end = choice?.finish_reason ?? end;
  }
  if (end === 'content_filter') throw new ModelFailure('refused');
  if (end !== 'stop') throw new ModelFailure('truncated');
}
