/** The model engine against a real server on loopback: claims, faults, budget, cache, second check. */
import type { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openModelEngine } from '../../../src/answer/openai/engine.ts';
import { ModelFailure } from '../../../src/answer/openai/failure.ts';
import { verifyClaims } from '../../../src/answer/verify/verify.ts';
import {
  collect,
  draftOf,
  memoryParts,
  requestFor,
  settingsFor,
  startEvents,
  startModel,
  startRecorder,
  startText,
  topic,
} from './stand-in.ts';

let model: LLMock;
beforeAll(async () => {
  model = await startModel();
});
afterEach(() => model.reset());
afterAll(() => model.stop());

const ships = {
  text: 'As many as 23 ships were waiting outside the harbour on Thursday.',
  citations: ['ships-waiting'],
};
const walkout = { text: 'About 1,400 dock workers walked out on Monday.', citations: ['walkout'] };
const compose = (env: Record<string, string> = {}, parts = memoryParts()) =>
  openModelEngine(settingsFor(model.url, env), parts).compose;
const incomplete = (reason: string) => ({
  type: 'response.incomplete',
  response: {
    status: 'incomplete',
    incomplete_details: { reason },
    usage: { input_tokens: 700, output_tokens: 2000 },
  },
});
const down = () => Promise.reject(new Error('the store is down'));
const brokenStore = { get: down, set: down };
const brokenCells = { read: down, readMany: down, swap: down };
const failureOf = async (claims: Promise<unknown>) =>
  claims.then(
    () => 'no failure',
    (error: unknown) => (error instanceof ModelFailure ? error.kind : error),
  );
const answer = async (composer = compose(), request = requestFor('How many ships are waiting?')) =>
  collect((await composer(request))?.claims);

describe('composing', () => {
  test('yields the claims of the structured output', async () => {
    model.onMessage(/ships/, { content: draftOf([ships, walkout]) });
    expect(await answer()).toEqual([ships, walkout]);
  });

  test('yields nothing when the file does not say', async () => {
    model.onMessage(/ships/, { content: draftOf([]) });
    expect(await answer()).toEqual([]);
  });

  test('yields a claim before the stream is over', async () => {
    model.onMessage(
      /ships/,
      { content: draftOf([ships, walkout]) },
      { chunkSize: 20, truncateAfterChunks: 16, latency: 5 },
    );
    const composition = await compose()(requestFor('How many ships are waiting?'));
    const first = await composition?.claims[Symbol.asyncIterator]().next();
    expect(first?.value).toEqual(ships);
  });

  test('sends what was retrieved and nothing else', async () => {
    model.onMessage(/ships/, { content: draftOf([ships]) });
    const request = requestFor('How many ships are waiting?');
    const composition = await compose()({ ...request, found: ['ships-waiting'] });
    await collect(composition?.claims);
    expect(composition?.evidence).toEqual(['ships-waiting']);
    const sent = JSON.stringify(model.getLastRequest()?.body);
    expect(sent).toContain('ships-waiting');
    expect(sent).not.toContain('bad-faith');
  });

  test('sends both sides of a dispute where one was found', async () => {
    model.onMessage(/./, { content: draftOf([]) });
    const [dispute] = topic.disputes;
    const [allegation = '', denial = ''] = [dispute?.allegations[0], dispute?.denials[0]];
    const composition = await compose()(requestFor('What is alleged?', { found: [allegation] }));
    expect(composition?.evidence).toContain(denial);
    await collect(composition?.claims);
    expect(JSON.stringify(model.getLastRequest()?.body)).toContain(denial);
  });

  test('keeps instructions apart from the material and free of anything that varies', async () => {
    model.onMessage(/./, { content: draftOf([ships]) });
    await answer(compose(), requestFor('How many ships are waiting?'));
    await answer(compose(), requestFor('Who is Okafor?'));
    const [one, other] = model.getRequests().map(({ body }) => JSON.parse(JSON.stringify(body)).messages[0]);
    expect(one).toEqual(other);
    expect(JSON.stringify(one)).not.toContain('Harwick');
  });

  test('sums up a large topic from what its summary, its disputes and its unknowns say', async () => {
    model.on({ systemMessage: 'Sum up the topic' }, { content: draftOf([walkout]) });
    const padding = Array.from({ length: 30 }, (_, at) => ({
      ...(topic.facts[0] ?? expect.unreachable()),
      id: `padding-${at}`,
    }));
    const large = { ...topic, facts: [...padding, ...topic.facts] };
    await collect(await openModelEngine(settingsFor(model.url), memoryParts()).summarise(large));
    const sent = JSON.stringify(model.getLastRequest()?.body);
    for (const { facts } of large.summary) for (const id of facts) expect(sent).toContain(id);
    for (const { allegations, denials } of large.disputes)
      for (const id of [...allegations, ...denials]) expect(sent).toContain(id);
    expect(large.disputes.length + large.summary.length).toBeGreaterThan(0);
  });

  test('sums up a topic from all of its facts', async () => {
    model.on({ systemMessage: 'Sum up the topic' }, { content: draftOf([walkout]) });
    const engine = openModelEngine(settingsFor(model.url), memoryParts());
    expect(await collect(await engine.summarise(topic))).toEqual([walkout]);
    expect(JSON.stringify(model.getLastRequest()?.body)).toContain('port-history');
  });
});

describe('a server without the Responses API', () => {
  test('is asked by chat, and not for responses a second time', async () => {
    const recorder = await startRecorder((path) => (path.endsWith('/responses') ? 404 : 500));
    const { compose: composer } = openModelEngine(settingsFor(recorder.url), memoryParts());
    expect(await failureOf(answer(composer))).toBe('server-error');
    expect(await failureOf(answer(composer))).toBe('server-error');
    expect(recorder.bodies.map(({ path }) => path)).toEqual([
      '/v1/responses',
      '/v1/chat/completions',
      '/v1/chat/completions',
    ]);
    await recorder.stop();
  });
});

describe('faults', () => {
  test.each([
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [401, 'wrong-key'],
    [400, 'bad-request'],
  ])('status %i is the failure "%s"', async (status, kind) => {
    model.nextRequestError(status, { message: 'no' });
    expect(await failureOf(answer())).toBe(kind);
  });

  test('a refused connection is "unreachable"', async () => {
    const { compose: composer } = openModelEngine(settingsFor('http://127.0.0.1:9'), memoryParts());
    expect(await failureOf(answer(composer))).toBe('unreachable');
  });

  test('a slow answer is a "timeout" and comes to an end in time', async () => {
    model.onMessage(/ships/, { content: draftOf([ships]) }, { chaos: { latencyMs: 5000 } });
    expect(await failureOf(answer(compose({ OPENAI_TIMEOUT_MS: '150' })))).toBe('timeout');
  });

  test('a stream that breaks off fails after the claims that were complete', async () => {
    model.onMessage(
      /ships/,
      { content: draftOf([ships, walkout]) },
      { chunkSize: 20, truncateAfterChunks: 16, latency: 5 },
    );
    expect(await failureOf(answer())).toBe('truncated');
  });

  test.each([
    ['no JSON', 'Sure! There are 23 ships.', 'invalid'],
    ['other JSON', '{"answer":"23"}', 'invalid'],
    ['nothing', ' ', 'empty'],
    ['an answer without claims', '{"status":"answered","claims":[]}', 'empty'],
    ['claims without ids', '{"status":"answered","claims":[{"text":"23 ships.","citations":[]}]}', 'empty'],
  ])('%s is a failure', async (_name, content, kind) => {
    model.onMessage(/ships/, { content });
    expect(await failureOf(answer())).toBe(kind);
  });

  test.each([
    ['a refusal', { type: 'response.refusal.delta', delta: 'No.' }, 'refused'],
    ['an answer that was filtered', incomplete('content_filter'), 'refused'],
    ['an answer that grew too long', incomplete('max_output_tokens'), 'truncated'],
    ['a response that failed', { type: 'response.failed', response: { status: 'failed' } }, 'server-error'],
    ['an error within the stream', { type: 'error', message: 'no' }, 'server-error'],
  ])('%s is a failure', async (_name, event, kind) => {
    const service = await startEvents(event);
    const { compose: composer } = openModelEngine(settingsFor(service.url), memoryParts());
    expect(await failureOf(answer(composer))).toBe(kind);
    await service.stop();
  });

  test('an answer without an end is not read to its end', async () => {
    const endless = { type: 'response.output_text.delta', delta: 'x'.repeat(60_000) };
    const service = await startEvents(...Array(400).fill(endless));
    const parts = memoryParts();
    expect(await failureOf(answer(openModelEngine(settingsFor(service.url), parts).compose))).toBe('invalid');
    expect(parts.counted.find((line) => line.startsWith('openai_tokens output'))).toBe(
      'openai_tokens output 30000',
    );
    await service.stop();
  });

  test('what is no event is a failure, and is not written to the log as it is', async () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const service = await startText('data: {"secret of a reader\n\n');
    const { compose: composer } = openModelEngine(settingsFor(service.url), memoryParts());
    expect(await failureOf(answer(composer))).toBe('invalid');
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
    await service.stop();
  });

  test('are paid for as far as the answer went', async () => {
    const service = await startEvents(incomplete('max_output_tokens'));
    const parts = memoryParts();
    await failureOf(answer(openModelEngine(settingsFor(service.url), parts).compose));
    expect(parts.counted).toContain('openai_tokens input 700');
    await service.stop();
  });

  test('of what keeps drafts cost no answer', async () => {
    model.onMessage(/ships/, { content: draftOf([ships]) });
    const parts = memoryParts();
    expect(await answer(compose({}, { ...parts, answers: brokenStore }))).toEqual([ships]);
    expect(parts.counted).toContain('openai_requests ok 1');
    expect(parts.counted.join()).not.toContain('truncated');
  });

  test('of what counts tokens leave the question to extraction', async () => {
    const parts = { ...memoryParts(), cells: brokenCells };
    const engine = openModelEngine(settingsFor(model.url, { OPENAI_DAILY_TOKENS: '9' }), parts);
    expect(await engine.compose(requestFor('How many ships are waiting?'))).toBeUndefined();
    const turns = [{ question: 'Who?', answered: [walkout.text] }];
    expect(await engine.rewrite({ question: 'When?', turns })).toBe('When?');
  });

  test('leave no time for more than one wait', async () => {
    model.onMessage(/./, { content: draftOf([ships]) }, { chaos: { latencyMs: 5000 } });
    const parts = memoryParts();
    const engine = openModelEngine(settingsFor(model.url, { OPENAI_TIMEOUT_MS: '150' }), parts);
    const signal = engine.deadline();
    const turns = [{ question: 'Who?', answered: [walkout.text] }];
    await engine.rewrite({ question: 'How many ships?', turns, signal });
    expect(await engine.compose(requestFor('How many ships are waiting?', { signal }))).toBeUndefined();
    expect(parts.counted).toContain('openai_declined late 1');
  });

  test('are logged and counted without the question', async () => {
    const parts = memoryParts();
    model.nextRequestError(500, { message: 'no' });
    await failureOf(answer(compose({}, parts)));
    expect(parts.counted).toContain('openai_requests server-error 1');
    expect(parts.logged.join()).toContain('server-error');
    expect(parts.logged.join()).not.toContain('ships');
  });

  test('that a question can bring about leave the circuit closed, those of a misfit model do not', async () => {
    const parts = memoryParts();
    const composer = compose({}, parts);
    model.onMessage(/ships/, { content: '{"status":"answered","claims":[]}' });
    for (let time = 0; time < 5; time += 1) expect(await failureOf(answer(composer))).toBe('empty');
    model.reset();
    model.onMessage(/ships/, { content: 'Sure!' });
    for (let time = 0; time < 3; time += 1) expect(await failureOf(answer(composer))).toBe('invalid');
    expect(await answer(composer)).toBeUndefined();
  });

  test('leave the service alone for as long as it asks', async () => {
    const parts = memoryParts();
    const composer = compose({}, parts);
    model.onMessage(/ships/, { error: { message: 'slow down' }, status: 429, retryAfter: 120 });
    for (let time = 0; time < 3; time += 1) expect(await failureOf(answer(composer))).toBe('rate-limited');
    model.reset();
    model.onMessage(/ships/, { content: draftOf([ships]) });
    parts.clock.now += 119_000;
    expect(await answer(composer)).toBeUndefined();
    parts.clock.now += 1000;
    expect(await answer(composer)).toEqual([ships]);
  });

  test('three in a row open the circuit, and one success after the pause closes it', async () => {
    const parts = memoryParts();
    const composer = compose({}, parts);
    for (let time = 0; time < 3; time += 1) {
      model.nextRequestError(500, { message: 'no' });
      await failureOf(answer(composer));
    }
    model.onMessage(/ships/, { content: draftOf([ships]) });
    expect(await answer(composer)).toBeUndefined();
    parts.clock.now += 31_000;
    expect(await answer(composer)).toEqual([ships]);
  });
});

describe('cost', () => {
  test('the same question over the same file is asked once', async () => {
    model.onMessage(/ships/i, { content: draftOf([ships]) });
    const composer = compose();
    expect(await answer(composer)).toEqual([ships]);
    expect(await answer(composer, requestFor('how many SHIPS are waiting'))).toEqual([ships]);
    expect(model.getRequests()).toHaveLength(1);
  });

  test('a changed file forgets its answers', async () => {
    model.onMessage(/ships/i, { content: draftOf([ships]) });
    const composer = compose();
    const request = requestFor('How many ships are waiting?');
    await answer(composer, request);
    await answer(composer, { ...request, topic: { ...topic, hash: 'another' } });
    expect(model.getRequests()).toHaveLength(2);
  });

  test('a user over the budget gets no model, another does, and tomorrow everybody does', async () => {
    model.onMessage(/./, { content: draftOf([ships]) });
    const parts = memoryParts();
    const composer = compose({ OPENAI_DAILY_TOKENS: '1' }, parts);
    const ask = (question: string, user: string) => answer(composer, requestFor(question, { user }));
    expect(await ask('How many ships are waiting?', 'ann')).toEqual([ships]);
    expect(await ask('Which ships are there?', 'ann')).toBeUndefined();
    expect(parts.logged.join()).toContain('OPENAI_DAILY_TOKENS');
    expect(await ask('What ships wait?', 'bob')).toEqual([ships]);
    parts.clock.now += 24 * 60 * 60 * 1000;
    expect(await ask('Are ships waiting?', 'ann')).toEqual([ships]);
  });

  test('counts tokens in the metrics', async () => {
    const parts = memoryParts();
    model.onMessage(/ships/, { content: draftOf([ships]) });
    await answer(compose({}, parts));
    expect(parts.counted.some((line) => /^openai_tokens input \d+$/.test(line))).toBe(true);
    expect(parts.counted.some((line) => /^openai_tokens output \d+$/.test(line))).toBe(true);
  });
});

describe('the second check', () => {
  test('drops what the model does not find in the facts', async () => {
    model.on(
      { systemMessage: 'You check one claim', userMessage: '1,400' },
      { content: '{"entailed":false}' },
    );
    model.on({ systemMessage: 'You check one claim' }, { content: '{"entailed":true}' });
    model.onMessage(/ships/, { content: draftOf([ships, walkout]) });
    expect(await answer(compose({ VERIFY_WITH_MODEL: 'true' }))).toEqual([ships]);
  });

  test('is made of claims in another language too', async () => {
    const inSpanish = {
      text: 'Unos 1.400 trabajadores del puerto se fueron a la huelga el lunes en Harwick.',
      citations: ['walkout'],
    };
    expect(verifyClaims([inSpanish], { topic }, { language: 'es' }).kept).toEqual([inSpanish]);
    model.on({ systemMessage: 'You check one claim' }, { content: '{"entailed":false}' });
    model.onMessage(/ships/, { content: draftOf([inSpanish]) });
    const request = requestFor('How many ships are waiting?', { language: 'es' });
    expect(await answer(compose({ VERIFY_WITH_MODEL: 'true' }), request)).toEqual([]);
  });

  test('is told who said the words that a claim quotes', async () => {
    const [quote] = topic.quotes;
    const speaker = topic.people.find(({ id }) => id === quote?.speaker)?.name;
    const quoted = { text: `${speaker} said: “${quote?.text}”`, citations: [quote?.id ?? ''] };
    model.on({ systemMessage: 'You check one claim' }, { content: '{"entailed":true}' });
    model.onMessage(/said/, { content: draftOf([quoted]) });
    await answer(compose({ VERIFY_WITH_MODEL: 'true' }), requestFor(`What was said: ${quote?.text}?`));
    expect(JSON.stringify(model.getLastRequest()?.body)).toContain(`said_by\\":\\"${speaker}`);
  });

  test('is not passed by drafts that were kept without it', async () => {
    const parts = memoryParts();
    model.on({ systemMessage: 'You check one claim' }, { content: '{"entailed":false}' });
    model.onMessage(/ships/, { content: draftOf([ships]) });
    expect(await answer(compose({}, parts))).toEqual([ships]);
    expect(await answer(compose({ VERIFY_WITH_MODEL: 'true' }, parts))).toEqual([]);
  });

  test.each(['yes', '{"entailed":"perhaps"}'])(
    'fails with %s, so that nothing unchecked comes out',
    async (content) => {
      model.on({ systemMessage: 'You check one claim' }, { content });
      model.onMessage(/ships/, { content: draftOf([ships]) });
      expect(await failureOf(answer(compose({ VERIFY_WITH_MODEL: 'true' })))).toBe('invalid');
    },
  );
});

describe('follow-ups', () => {
  const turns = [{ question: 'How many ships are waiting?', answered: [ships.text] }];

  test('are rewritten with the turns before', async () => {
    model.on({ systemMessage: 'You rewrite' }, { content: '{"question":"When were the ships waiting?"}' });
    const engine = openModelEngine(settingsFor(model.url), memoryParts());
    expect(await engine.rewrite({ question: 'When?', turns })).toBe('When were the ships waiting?');
    const sent = JSON.stringify(model.getLastRequest()?.body);
    expect(sent).toContain('How many ships are waiting?');
    expect(sent).toContain(ships.text);
  });

  test('stay as they are when the model fails or there is nothing before', async () => {
    model.nextRequestError(500, { message: 'no' });
    const engine = openModelEngine(settingsFor(model.url), memoryParts());
    expect(await engine.rewrite({ question: 'When?', turns })).toBe('When?');
    expect(await engine.rewrite({ question: 'When?', turns: [] })).toBe('When?');
  });
});
