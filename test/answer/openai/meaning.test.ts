/** Finding by meaning, against a server whose vectors say which concepts a text speaks of. */
import type { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createAsk } from '../../../src/answer/ask.ts';
import { openModelEngine } from '../../../src/answer/openai/engine.ts';
import { createKnowledgeIndex } from '../../../src/retrieval/knowledge-index.ts';
import {
  collect,
  draftOf,
  memoryParts,
  requestFor,
  settingsFor,
  startEmbedder,
  startModel,
  topic,
} from './stand-in.ts';

let model: LLMock;
beforeAll(async () => {
  model = await startModel();
});
afterEach(() => model.reset());
afterAll(() => model.stop());

const concepts = [/vessels?|ships?|boats?|flotilla/i, /wage|pay|salar/i, /strike|walked out|stoppage/i];
const question = 'How big is the flotilla?';

async function engineWith(
  options: Parameters<typeof startEmbedder>[1] & { env?: Record<string, string> } = {},
) {
  const { env, ...embedder } = options;
  const service = await startEmbedder(concepts, { behind: model.url, ...embedder });
  onTestFinished(() => void service.stop());
  const parts = memoryParts();
  const settings = settingsFor(service.url, { OPENAI_EMBEDDING_MODEL: 'words', ...env });
  const inputs = () =>
    service.bodies.flatMap(({ path, body }) => (path === '/v1/embeddings' ? [JSON.stringify(body)] : []));
  return { engine: openModelEngine(settings, parts), settings, parts, inputs };
}

describe('finding by meaning', () => {
  test('brings in facts that no word of the question found', async () => {
    model.onMessage(/./, { content: draftOf([]) });
    const { engine } = await engineWith();
    const composition = await engine.compose(requestFor(question, { found: ['walkout'] }));
    expect(composition?.evidence).toContain('walkout');
    expect(composition?.evidence).toContain('ships-waiting');
    await collect(composition?.claims);
    expect(JSON.stringify(model.getLastRequest()?.body)).toContain('23 ships');
  });

  test('lets an answer stand on them', async () => {
    const ships = {
      text: 'As many as 23 ships were waiting outside the harbour on Thursday.',
      citations: ['ships-waiting'],
    };
    model.onMessage(/flotilla/, { content: draftOf([ships]) });
    const { engine } = await engineWith();
    const ask = createAsk({ index: createKnowledgeIndex([topic]), model: engine });
    expect(await ask({ text: question, topic: topic.topic })).toMatchObject({
      engine: 'openai',
      claims: [ships],
    });
  });

  test('puts what words and meaning both find before what only one finds', async () => {
    model.onMessage(/./, { content: draftOf([]) });
    const { engine } = await engineWith();
    const found = ['port-history', 'ships-waiting'];
    const composition = await engine.compose(requestFor(question, { found }));
    expect(composition?.evidence[0]).toBe('ships-waiting');
  });

  test('sends no more than words alone would', async () => {
    model.onMessage(/./, { content: draftOf([]) });
    const { engine } = await engineWith();
    const all = [...topic.facts, ...topic.quotes].map(({ id }) => id);
    const composition = await engine.compose(requestFor(question, { found: all.slice(0, 24) }));
    expect(composition?.evidence).toHaveLength(Math.min(24, all.length));
  });

  test('embeds each text once, in requests of a bounded size', async () => {
    model.onMessage(/./, { content: draftOf([]) });
    const facts = Array.from({ length: 300 }, (_, at) => ({
      ...(topic.facts[0] ?? expect.unreachable()),
      id: `fact-${at}`,
      text: `Ship number ${at} is waiting.`,
    }));
    const { engine, settings, parts, inputs } = await engineWith({ env: { OPENAI_TIMEOUT_MS: '20000' } });
    const large = { ...topic, facts, quotes: [], hash: 'large' };
    await engine.compose(requestFor(question, { topic: large, found: [] }));
    const texts = inputs().flatMap((body): string[] => JSON.parse(body).input);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toHaveLength(301);
    expect(Math.max(...inputs().map((body) => JSON.parse(body).input.length))).toBeLessThanOrEqual(128);
    // Another process finds the vectors in the store, whatever else the file says by now.
    const other = openModelEngine(settings, parts);
    await other.compose(requestFor(question, { topic: { ...large, hash: 'edited' }, found: [] }));
    expect(inputs().flatMap((body) => JSON.parse(body).input)).toHaveLength(301);
  });

  test.each([
    ['the service fails', () => true],
    ['only the topic fails', (input: readonly string[]) => input.length > 1],
  ])('leaves it at words where %s', async (_name, fails) => {
    model.onMessage(/./, { content: draftOf([]) });
    const { engine, parts } = await engineWith({ fails });
    const composition = await engine.compose(requestFor(question, { found: ['walkout'] }));
    expect(composition?.evidence).toEqual(['walkout']);
    expect(parts.counted).toContain('openai_embeddings server-error 1');
  });

  test('that fails does not keep the model from being asked', async () => {
    model.onMessage(/./, { content: draftOf([]) });
    const { engine, parts } = await engineWith({ fails: () => true });
    for (const found of ['walkout', 'ships-waiting', 'port-history', 'walkout'])
      expect(await engine.compose(requestFor(`${question} ${found}`, { found: [found] }))).toBeDefined();
    expect(parts.counted.filter((line) => line.startsWith('openai_declined'))).toEqual([]);
  });

  test('counts the tokens of the question for the asker, and those of the topic for nobody', async () => {
    model.onMessage(/./, { content: draftOf([]) });
    const { engine, parts } = await engineWith({ env: { OPENAI_DAILY_TOKENS: '1' } });
    await engine.compose(requestFor(question, { user: 'ann' }));
    expect(await engine.compose(requestFor('Boats?', { user: 'ann' }))).toBeUndefined();
    const embedded = parts.counted.filter((line) => line.startsWith('openai_tokens embedding'));
    expect(embedded).toHaveLength(2);
  });

  test('goes on where its store fails', async () => {
    model.onMessage(/./, { content: draftOf([]) });
    const { settings, parts } = await engineWith();
    const broken = {
      get: () => Promise.reject(new Error('down')),
      set: () => Promise.reject(new Error('down')),
    };
    const engine = openModelEngine(settings, { ...parts, vectors: broken, answers: broken });
    const composition = await engine.compose(requestFor(question, { found: [] }));
    expect(composition?.evidence).toContain('ships-waiting');
  });
});
