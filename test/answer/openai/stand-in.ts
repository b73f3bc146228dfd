/** A model service for tests: a real OpenAI-compatible server on loopback, and a desk's worth of parts around it. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import type { Claim } from '../../../src/answer/answer.ts';
import type { CompositionRequest } from '../../../src/answer/compose.ts';
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

/** A request for composition, with the evidence that the question really finds. */
export function requestFor(question: string, more: Partial<CompositionRequest> = {}): CompositionRequest {
  const { hits } = createKnowledgeIndex([topic]).search({ question, topic: topic.topic, limit: 24 });
  return { question, asked: question, topic, evidence: hits, turns: [], ...more };
}

/** A draft as the model returns it. */
export const draftOf = (
  claims: readonly Claim[],
  status = claims.length > 0 ? 'answered' : 'file_does_not_say',
) => JSON.stringify({ status, claims });

/** All claims of a composition; undefined where the composer declined. */
export async function collect(
  claims: AsyncIterable<Claim> | undefined,
): Promise<readonly Claim[] | undefined> {
  if (!claims) return undefined;
  const all: Claim[] = [];
  for await (const claim of claims) all.push(claim);
  return all;
}

/** A server that keeps the bodies sent to it and answers each with one status. */
export async function startRecorder(statusOf: (path: string) => number) {
  const bodies: { path: string; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    bodies.push({ path: request.url ?? '', body: await bodyOf(request) });
    response
      .writeHead(statusOf(request.url ?? ''), { 'content-type': 'application/json' })
      .end('{"error":{"message":"no"}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}
