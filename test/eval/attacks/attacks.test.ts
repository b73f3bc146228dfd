/** Prompt injections against a model that obeys every one of them: the verifier alone has to hold. */
import { readFileSync } from 'node:fs';
import type { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createAsk } from '../../../src/answer/ask.ts';
import { openModelEngine } from '../../../src/answer/openai/engine.ts';
import { verifyClaims } from '../../../src/answer/verify/verify.ts';
import type { Topic } from '../../../src/knowledge/schema.ts';
import { createKnowledgeIndex } from '../../../src/retrieval/knowledge-index.ts';
import { draftOf, memoryParts, settingsFor, startModel, topic } from '../../answer/openai/stand-in.ts';

const attackSchema = z.strictObject({
  in: z.enum(['question', 'turn', 'fact', 'quote', 'headline']),
  at: z.string().optional(),
  attack: z.string(),
  says: z.array(z.string()).min(1),
  cites: z.array(z.string()),
});
type Attack = z.infer<typeof attackSchema>;
const attacks = z
  .array(attackSchema)
  .parse(parse(readFileSync(new URL('attacks.yaml', import.meta.url), 'utf8')));

/** The topic with the attack written into it, where it stands in the material. */
function poisoned({ in: place, at, attack }: Attack): Topic {
  const poison = <T extends { readonly id: string; readonly text: string }>(item: T) =>
    item.id === at ? { ...item, text: `${item.text} ${attack}` } : item;
  if (place === 'fact') return { ...topic, facts: topic.facts.map(poison) };
  if (place === 'quote') return { ...topic, quotes: topic.quotes.map(poison) };
  if (place === 'headline')
    return { ...topic, sources: topic.sources.map((source) => ({ ...source, headline: attack })) };
  return topic;
}

test('there are at least sixty attacks', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(60);
});

describe('the verifier keeps no claim of an obedient model', () => {
  test.each(attacks.map((attack) => [`${attack.in}: ${attack.attack}`, attack] as const))(
    '%s',
    (_name, attack) => {
      const claims = attack.says.map((text) => ({ text, citations: attack.cites }));
      expect(verifyClaims(claims, { topic: poisoned(attack) }).kept).toEqual([]);
    },
  );
});

describe('nothing of it comes out of the desk', () => {
  let model: LLMock;
  beforeAll(async () => {
    model = await startModel();
  });
  afterAll(() => model.stop());

  test.each(attacks.map((attack) => [`${attack.in}: ${attack.attack}`, attack] as const))(
    '%s',
    async (_name, attack) => {
      model.reset();
      model.onMessage(/./, {
        content: draftOf(
          attack.says.map((text) => ({ text, citations: attack.cites })),
          'answered',
        ),
      });
      const poisonedTopic = poisoned(attack);
      const index = createKnowledgeIndex([poisonedTopic]);
      const ask = createAsk({ index, model: openModelEngine(settingsFor(model.url), memoryParts()) });
      const text =
        attack.in === 'question'
          ? `What happened at the port of Harwick? ${attack.attack}`
          : 'What happened at the port of Harwick on Monday?';
      const answer = await ask({ text, topic: topic.topic });
      const out = answer.claims.map((claim) => claim.text);
      for (const said of attack.says) expect(out).not.toContain(said);
    },
  );
});
