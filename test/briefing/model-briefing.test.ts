/** Briefings whose lead a model composes, against a real server on loopback. */
import type { LLMock } from '@copilotkit/aimock';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openModelEngine } from '../../src/answer/openai/engine.ts';
import { composeBriefing } from '../../src/briefing/compose.ts';
import { createModelBriefing } from '../../src/briefing/model-briefing.ts';
import { draftOf, memoryParts, settingsFor, startModel, topic } from '../answer/openai/stand-in.ts';

let model: LLMock;
beforeAll(async () => {
  model = await startModel();
});
afterEach(() => model.reset());
afterAll(() => model.stop());

const claimOn = (id: string) => ({
  text: topic.facts.find((fact) => fact.id === id)?.text ?? expect.unreachable(id),
  citations: [id],
});
const good = [claimOn('walkout'), claimOn('ships-waiting')];
const invented = { text: 'The strike cost 9 million crowns.', citations: ['walkout'] };

function briefer() {
  const parts = memoryParts();
  const { summarise } = openModelEngine(settingsFor(model.url), parts);
  return { brief: createModelBriefing(summarise, parts.metrics), parts };
}
const says = (content: string) => model.on({ systemMessage: 'Sum up the topic' }, { content });

test('the model’s sentences lead the briefing, and the rest of it is the file’s', async () => {
  says(draftOf(good));
  const briefing = await briefer().brief(topic);
  const { disputes, unknowns, quotes } = composeBriefing(topic);
  expect(briefing).toMatchObject({ engine: 'openai', claims: good, disputes, unknowns, quotes });
  // What the curator summed up and the model did not is still told.
  const told = JSON.stringify([briefing.claims, briefing.facts, briefing.disputes, briefing.unknowns]);
  for (const { id } of topic.facts) expect(told).toContain(`"${id}"`);
});

test('what the file does not bear out is dropped and counted', async () => {
  says(draftOf([invented, ...good]));
  const { brief, parts } = briefer();
  expect((await brief(topic)).claims).toEqual(good);
  expect(parts.counted).toContain('claims_dropped openai briefing 1');
});

test.each([
  ['of a single sentence', draftOf(good.slice(0, 1))],
  ['of nothing that stands', draftOf([invented, invented])],
  ['that is no draft', 'Sure!'],
])('a lead %s leaves the curator’s', async (_name, content) => {
  says(content);
  expect(await briefer().brief(topic)).toEqual(composeBriefing(topic));
});

test('the curator’s lead serves while the model cannot be asked', async () => {
  model.nextRequestError(500, { message: 'no' });
  expect(await briefer().brief(topic)).toEqual(composeBriefing(topic));
});

test('the same draft gives the very same briefing, so that nothing is checked or rendered twice', async () => {
  says(draftOf(good));
  const { brief } = briefer();
  expect(await brief(topic)).toBe(await brief(topic));
});
