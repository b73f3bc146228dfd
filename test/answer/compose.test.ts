import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import type { Composer, FollowUp } from '../../src/answer/model.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { evalTopics } from '../eval/question-set.ts';

const topics = evalTopics();
const question = { text: 'How long did the call last?', topic: 'colombia' };
const right: Claim = {
  text: 'The call went on for more than an hour, Petro told supporters at a rally in Bogotá.',
  citations: ['call-length'],
};
const invented: Claim = { text: 'The call took nine hours.', citations: ['call-length'] };

const factText = (id: string) =>
  topics.flatMap(({ facts }) => facts).find((fact) => fact.id === id)?.text ?? expect.unreachable(id);

/** A composition of these claims from what the words of the question found, and from `more`. */
const composed =
  (list: AsyncIterable<Claim> | readonly Claim[], ...more: readonly string[]): Composer =>
  ({ found }) => ({ evidence: [...found, ...more], claims: stream(list) });

async function* stream(list: AsyncIterable<Claim> | readonly Claim[]): AsyncGenerator<Claim> {
  yield* list;
}

async function* breakingOff(): AsyncGenerator<Claim> {
  yield right;
  throw new Error('connection lost');
}

function askWith(compose: Composer) {
  const events: string[] = [];
  const index = createKnowledgeIndex(topics);
  const model = {
    compose,
    rewrite: async ({ question: asked }: FollowUp) => asked,
    deadline: () => AbortSignal.timeout(10_000),
  };
  const ask = createAsk({ index, model, report: ({ kind }) => events.push(kind) });
  return { ask, events };
}

describe('composing by a model', () => {
  it('publishes its claims once verified', async () => {
    const { ask } = askWith(composed([right]));
    expect(await ask(question)).toMatchObject({ engine: 'openai', claims: [right] });
  });

  it('hands the model the question and what was found for it', async () => {
    const asked: string[] = [];
    const { ask } = askWith((request) => {
      asked.push(request.question, ...request.found);
      return composed([right])(request);
    });
    await ask(question);
    expect(asked[0]).toBe(question.text);
    expect(asked).toContain('call-length');
  });

  it('drops and reports a claim that the file does not bear out', async () => {
    const { ask, events } = askWith(composed([invented, right]));
    expect((await ask(question)).claims).toEqual([right]);
    expect(events).toEqual(['claim-dropped']);
  });

  it('publishes what the model says twice once', async () => {
    const { ask } = askWith(composed([right, right]));
    expect((await ask(question)).claims).toEqual([right]);
  });

  it('abstains where the model finds no answer', async () => {
    const { ask } = askWith(composed([]));
    expect(await ask(question)).toMatchObject({ status: 'abstained', engine: 'openai' });
  });

  it.each([
    ['fails', () => Promise.reject(new Error('timeout'))],
    ['declines', () => undefined],
    ['claims only what does not stand', composed([invented])],
  ] satisfies readonly (readonly [string, Composer])[])(
    'falls back to extraction where it %s',
    async (_, compose) => {
      const { ask } = askWith(compose);
      expect(await ask(question)).toMatchObject({ status: 'answered', engine: 'extractive' });
    },
  );

  it('keeps the claims that stood when the stream breaks off', async () => {
    const { ask, events } = askWith(composed(breakingOff()));
    expect((await ask(question)).claims).toEqual([right]);
    expect(events).toEqual(['composer-failed']);
  });

  it('lets no claim cite what the model was not given', async () => {
    const beside: Claim = { text: right.text, citations: ['call-length', 'trump-insult'] };
    const without: Composer = ({ found }) => ({
      evidence: found.filter((id) => id !== 'trump-insult'),
      claims: stream([beside]),
    });
    expect(await askWith(without).ask(question)).toMatchObject({ engine: 'extractive' });
    expect(await askWith(composed([beside], 'trump-insult')).ask(question)).toMatchObject({
      claims: [beside],
    });
  });

  it.each([
    ['a fact', ['trafficking-allegation']],
    ['its words alone', ['quote-cocaine-trafficking']],
  ])('tells no allegation that is cited by %s without its denial', async (_, citations) => {
    const told: string[] = [];
    const text = citations[0]?.startsWith('quote')
      ? 'Trump said: “cocaine trafficking”.'
      : factText('trafficking-allegation');
    const { ask } = askWith(composed([{ text, citations }], ...citations));
    const answer = await ask({ ...question, onClaim: (claim) => told.push(claim.text) });
    expect(answer.claims.map((claim) => claim.text)).toEqual([text, factText('petro-denies-drug-links')]);
    expect(told).toEqual(answer.claims.map((claim) => claim.text));
  });

  it('adds no denial where the model tells one', async () => {
    const claims = ['trafficking-allegation', 'petro-calls-allegations-false'].map((id) => ({
      text: factText(id),
      citations: [id],
    }));
    const { ask } = askWith(composed(claims, 'trafficking-allegation', 'petro-calls-allegations-false'));
    expect((await ask(question)).claims).toEqual(claims);
  });

  it('shows a quote in its own words, its translation marked as one', async () => {
    const claim: Claim = {
      text: 'Trump dijo de la llamada de Petro: “I appreciated his call and tone” (traducción: agradezco su llamada y su tono).',
      citations: ['quote-call-and-tone'],
    };
    const { ask } = askWith(composed([claim], 'quote-call-and-tone'));
    expect((await ask({ ...question, locale: 'es-CO' })).claims).toEqual([claim]);
    const asOriginal = {
      ...claim,
      text: 'Trump dijo de la llamada de Petro: “Agradezco su llamada y su tono”.',
    };
    const { ask: other } = askWith(composed([asOriginal], 'quote-call-and-tone'));
    expect((await other({ ...question, locale: 'es-CO' })).claims).not.toContainEqual(asOriginal);
  });

  it('puts a follow-up in full with what was asked and answered before', async () => {
    const heard: FollowUp[] = [];
    const threads = await openStorage({ memory: true });
    const ask = createAsk({
      index: createKnowledgeIndex(topics),
      threads: threads.store('threads'),
      model: {
        compose: composed([right]),
        rewrite: async (followUp) => {
          heard.push(followUp);
          return 'Where did Petro say how long the call was?';
        },
        deadline: () => AbortSignal.timeout(10_000),
      },
    });
    await ask({ ...question, thread: 't' });
    await ask({ text: 'Where did he say that?', topic: 'colombia', thread: 't' });
    expect(heard).toEqual([
      expect.objectContaining({
        question: 'Where did he say that?',
        turns: [{ question: question.text, answered: [factText('call-length')] }],
      }),
    ]);
  });
});
