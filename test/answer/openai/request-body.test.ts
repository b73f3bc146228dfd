/** The bodies that go over the wire, against the service's published description. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openModelEngine } from '../../../src/answer/openai/engine.ts';
import { fileBeside } from '../../beside.ts';
import { collect, memoryParts, requestFor, settingsFor, startRecorder } from './stand-in.ts';

const description = fileBeside('specs/openai-openapi.json');

describe.runIf(description !== undefined)('request bodies fit the published description', () => {
  let recorder: Awaited<ReturnType<typeof startRecorder>>;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: false });
  beforeAll(async () => {
    // The description still holds a few of OpenAPI 3.0's "nullable", which JSON Schema does not know.
    const plain = (key: string, value: unknown) => (key === 'nullable' ? undefined : value);
    ajv.addSchema(JSON.parse(readFileSync(description ?? '', 'utf8'), plain), 'openai');
    recorder = await startRecorder((path) => (path.endsWith('/responses') ? 404 : 500));
    const settings = settingsFor(recorder.url, { OPENAI_EMBEDDING_MODEL: 'text-embedding-3-small' });
    const { compose } = openModelEngine(settings, memoryParts());
    const composition = await compose(requestFor('How many ships are waiting?'));
    await collect(composition?.claims).catch(() => undefined);
  });
  afterAll(() => recorder.stop());

  test.each([
    ['/v1/responses', 'CreateResponse'],
    ['/v1/chat/completions', 'CreateChatCompletionRequest'],
    ['/v1/embeddings', 'CreateEmbeddingRequest'],
  ])('%s', (path, name) => {
    const check = ajv.compile({ $ref: `openai#/components/schemas/${name}` });
    const sent = recorder.bodies.find((request) => request.path === path)?.body;
    expect(sent).toBeDefined();
    check(sent);
    expect(check.errors ?? []).toEqual([]);
  });

  test('the service is asked to keep nothing', () => {
    const sent = recorder.bodies.find(({ path }) => path === '/v1/responses')?.body;
    expect(sent).toMatchObject({ store: false, stream: true });
  });
});
