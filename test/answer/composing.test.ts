import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import type { Composer } from '../../src/answer/compose.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { evalTopics } from '../eval/question-set.ts';

const topics = evalTopics();
const question = { text: 'How long did the call last?', topic: 'colombia' };
const right: Claim = {
  text: 'The call went on for more than an hour, Petro told supporters at a rally in Bogotá.',
  citations: ['call-length'],
};
const invented: Claim = { text: 'The call took nine hours.', citations: ['call-length'] };

async function* claims(...list: readonly Claim[]): AsyncGenerator<Claim> {
  yield* list;
}

async function* breakingOff(): AsyncGenerator<Claim> {
  yield right;
  throw new Error('connection lost');
}

function askWith(composer: Composer) {
  const events: string[] = [];
  const index = createKnowledgeIndex(topics);
  const ask = createAsk({ index, composer, report: ({ kind }) => events.push(kind) });
  return { ask, events };
}

describe('composing by a model', () => {
  it('publishes its claims once verified', async () => {
    const { ask } = askWith(() => claims(right));
    expect(await ask(question)).toMatchObject({ engine: 'openai', claims: [right] });
  });

  it('hands the model the question and what was found for it', async () => {
    const asked: string[] = [];
    const { ask } = askWith(({ question: text, evidence }) => {
      asked.push(text, ...evidence.map(({ id }) => id));
      return claims(right);
    });
    await ask(question);
    expect(asked[0]).toBe(question.text);
    expect(asked).toContain('call-length');
  });

  it('drops and reports a claim that the file does not bear out', async () => {
    const { ask, events } = askWith(() => claims(invented, right));
    expect((await ask(question)).claims).toEqual([right]);
    expect(events).toEqual(['claim-dropped']);
  });

  it('abstains where the model finds no answer', async () => {
    const { ask } = askWith(() => claims());
    expect(await ask(question)).toMatchObject({ status: 'abstained', engine: 'openai' });
  });

  it.each([
    ['fails', () => Promise.reject(new Error('timeout'))],
    ['declines', () => undefined],
    ['claims only what does not stand', () => claims(invented)],
  ] satisfies readonly (readonly [string, Composer])[])(
    'falls back to extraction where it %s',
    async (_, composer) => {
      const { ask } = askWith(composer);
      expect(await ask(question)).toMatchObject({ status: 'answered', engine: 'extractive' });
    },
  );

  it('keeps the claims that stood when the stream breaks off', async () => {
    const { ask, events } = askWith(() => breakingOff());
    expect((await ask(question)).claims).toEqual([right]);
    expect(events).toEqual(['composer-failed']);
  });
});
