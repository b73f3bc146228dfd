/** A model service for tests: a real OpenAI-compatible server on loopback, and a desk's worth of parts around it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import { z } from 'zod';
import type { Claim } from '../../../src/answer/answer.ts';
import type { CompositionRequest } from '../../../src/answer/model.ts';
import type { EngineParts } from '../../../src/answer/openai/running.ts';
import { readOpenAiSettings } from '../../../src/answer/openai/settings.ts';
import { createKnowledgeIndex } from '../../../src/retrieval/knowledge-index.ts';
import { createMemoryCells } from '../../../src/storage/cells.ts';
import { readTopic } from '../../eval/claims/corpus.ts';

export const topic = readTopic('topics/harwick-port.yaml');

/** Starts a server that answers as its fixtures say. */
export async function startModel(): Promise<LLMock> {
  const model = new LLMock({ port: 0, logLevel: 'silent' });
  await model.start();
  return model;
}

/** Settings that point at a server. */
export function settingsFor(url: string, env: Record<string, string> = {}) {
  const settings = readOpenAiSettings({
    OPENAI_API_KEY: 'key-of-a-test',
    OPENAI_BASE_URL: `${url}/v1`,
    OPENAI_TIMEOUT_MS: '2000',
    ...env,
  });
  if (!settings) throw new Error('the key is set');
  return settings;
}

/** Engine parts in memory that keep what is counted and logged. */
export function memoryParts(): EngineParts & {
  readonly counted: string[];
  readonly logged: string[];
  readonly clock: { now: number };
} {
  const counted: string[] = [];
  const logged: string[] = [];
  const clock = { now: Date.parse('2026-03-20T10:00:00Z') };
  const log = (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`);
  return {
    answers: mapStore(),
    vectors: mapStore(),
    cells: createMemoryCells(),
    metrics: {
      count: (name, labels = {}, by = 1) =>
        void counted.push(`${name} ${Object.values(labels).join(' ')} ${by}`),
      gauge: () => undefined,
      time: () => undefined,
    },
    log: { info: log, warn: log },
    now: () => clock.now,
    counted,
    logged,
    clock,
  };
}

function mapStore(): EngineParts['answers'] {
  const kept = new Map<string, unknown>();
  return { get: async (key) => kept.get(key), set: async (key, value) => void kept.set(key, value) };
}

/** A request for composition, with what the question really finds. */
export function requestFor(question: string, more: Partial<CompositionRequest> = {}): CompositionRequest {
  const { hits } = createKnowledgeIndex([topic]).search({ question, topic: topic.topic, limit: 24 });
  return { question, topic, found: hits.map(({ id }) => id), turns: [], language: 'en', ...more };
}

/** A draft as the model returns it. */
export const draftOf = (
  claims: readonly Claim[],
  status = claims.length > 0 ? 'answered' : 'file_does_not_say',
) => JSON.stringify({ status, claims });

/** All claims of a draft; undefined where the engine declined. */
export async function collect(
  claims: AsyncIterable<Claim> | undefined,
): Promise<readonly Claim[] | undefined> {
  if (!claims) return undefined;
  const all: Claim[] = [];
  for await (const claim of claims) all.push(claim);
  return all;
}

type Answer = (path: string, body: unknown, response: ServerResponse) => unknown;

/** A server that keeps the bodies sent to it and answers as it is told. */
async function startServer(answer: Answer) {
  const bodies: { path: string; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const [path, body] = [request.url ?? '', await bodyOf(request)];
    bodies.push({ path, body });
    await answer(path, body, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A server that answers each request with one status. */
export const startRecorder = (statusOf: (path: string) => number) =>
  startServer((path, _body, response) =>
    response
      .writeHead(statusOf(path), { 'content-type': 'application/json' })
      .end('{"error":{"message":"no"}}'),
  );

/** A server that answers every request with these events of the Responses API. */
export const startEvents = (...events: readonly { readonly type: string }[]) =>
  startText(events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''));

/** A server that answers every request with this text, as if it were events. */
export const startText = (text: string) =>
  startServer((_path, _body, response) =>
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(text),
  );

const embeddingRequestSchema = z.object({ input: z.array(z.string()) });

/**
 * A service whose embeddings say which of the concepts a text speaks of, each concept known by some of its words.
 * Everything else is answered by the server at `behind`. `fails` says which inputs it refuses.
 */
export function startEmbedder(
  concepts: readonly RegExp[],
  { behind, fails = () => false }: { behind?: string; fails?: (input: readonly string[]) => boolean } = {},
) {
  const vectorOf = (text: string) => concepts.map((concept) => Number(concept.test(text)));
  return startServer(async (path, body, response) => {
    const embeds = path === '/v1/embeddings';
    if (!embeds && behind) return pass(`${behind}${path}`, body, response);
    const { input } = embeddingRequestSchema.parse(body);
    if (fails(input)) return response.writeHead(500).end('{"error":{"message":"no"}}');
    const data = input.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) }));
    const usage = { prompt_tokens: input.length, total_tokens: input.length };
    return response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ object: 'list', model: 'words', data: data.reverse(), usage }));
  });
}

async function pass(url: string, body: unknown, response: ServerResponse): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  response
    .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    .end(await answer.text());
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}
