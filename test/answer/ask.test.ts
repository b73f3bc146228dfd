import { describe, expect, it } from 'vitest';
import { answerSchema } from '../../src/answer/answer.ts';
import { createAsk } from '../../src/answer/ask.ts';
import { createKnowledgeIndex } from '../../src/retrieval/knowledge-index.ts';
import { evalTopics } from '../eval/question-set.ts';
import { parsed } from '../knowledge/topic-text.ts';

const ask = createAsk({ index: createKnowledgeIndex(evalTopics()) });

const ferry = parsed();

describe('ask', () => {
  it('answers with the fact that answers, its source and its date', async () => {
    const answer = await ask({ text: 'How long did the call last?', topic: 'colombia' });
    expect(answer).toMatchObject({
      status: 'answered',
      engine: 'extractive',
      topic: 'colombia',
      asOf: '2026-01-08',
    });
    expect(answer.claims[0]?.citations[0]).toBe('call-length');
    expect(answer.sources.map(({ id }) => id)).toEqual(['trump-petro-call']);
  });

  it('says what was corrected in the facts that it stands on, and only then', async () => {
    const answer = await ask({ text: 'How much is Norvane paying for Halbrook?', topic: 'norvane-halbrook' });
    expect(answer.claims[0]?.citations).toContain('price');
    expect(answer).toMatchObject({
      corrections: [{ fact: 'price', date: '2026-09-02', now: answer.claims[0]?.text }],
    });
    expect(answerSchema.parse(answer)).toEqual(answer);
    const other = await ask({ text: 'When was the deal announced?', topic: 'norvane-halbrook' });
    expect(other.status).toBe('answered');
    expect(other).not.toHaveProperty('corrections');
  });

  it('keeps to the contract', async () => {
    expect(answerSchema.safeParse(await ask({ text: 'who got captured' })).success).toBe(true);
    expect(answerSchema.safeParse(await ask({ text: 'who won the world cup' })).success).toBe(true);
  });

  it('hands out each claim with its topic in order', async () => {
    const heard: string[] = [];
    const answer = await ask({
      text: 'What is Petro accused of?',
      topic: 'colombia',
      onClaim: ({ text }, topic) => heard.push(`${topic}: ${text}`),
    });
    expect(heard).toEqual(answer.claims.map(({ text }) => `colombia: ${text}`));
  });

  it.each([
    "What's the latest?",
    'what is new',
    'Any news?',
    'so, what is going on',
    'catch me up',
    'Can you summarise this?',
    'tl;dr',
  ])('answers “%s” on the only topic, and offers topics where there are several', async (text) => {
    const askOne = createAsk({ index: createKnowledgeIndex([ferry]) });
    const answer = await askOne({ text });
    expect(answer.claims.map(({ citations }) => citations[0])).toEqual(['ferry-in-port', 'mora-denies']);
    const several = await ask({ text });
    expect(several).toMatchObject({ status: 'abstained' });
    expect(several).not.toHaveProperty('topic');
    expect(several.suggestions).toHaveLength(3);
    for (const question of several.suggestions)
      expect(await ask({ text: question })).toMatchObject({ status: 'answered' });
  });

  it('gives an overview of a topic by its title, also where nobody in it is called so', async () => {
    const askOne = createAsk({ index: createKnowledgeIndex([ferry, ...evalTopics()]) });
    const answer = await askOne({ text: 'What is the latest on The ferry of Port Ardlow?' });
    expect(answer).toMatchObject({ status: 'answered', topic: 'ferry' });
    expect(answer.claims).toHaveLength(2);
  });

  it.each([
    ['', 'empty'],
    ['   \n\t', 'white space'],
    ['😀🎉', 'emoji only'],
    ['\u0000\u0007', 'control characters'],
    ['x'.repeat(10_000), 'ten thousand characters'],
    ['why '.repeat(2500), 'ten thousand characters in words'],
    ['من هو الرئيس؟', 'right to left'],
    ['\ud800', 'half a character'],
  ])('abstains from %j (%s)', async (text) => {
    expect(await ask({ text })).toMatchObject({ status: 'abstained', claims: [] });
  });

  it('answers those who ask at once one after the other, with everything else in between', async () => {
    const order: string[] = [];
    let asked = true;
    const others = () => {
      order.push('another');
      if (asked) setImmediate(others);
    };
    setImmediate(others);
    const questions = Array.from({ length: 20 }, (_, n) => `How long did call ${n} last?`);
    await Promise.all(
      questions.map((text) => ask({ text, topic: 'colombia' }).then(() => order.push('answer'))),
    );
    asked = false;
    const first = order.indexOf('answer');
    const between = order.slice(first, order.lastIndexOf('answer')).filter((what) => what === 'another');
    expect(between.length).toBeGreaterThanOrEqual(questions.length - 1);
  });

  it('abstains from a topic that it does not have', async () => {
    expect(await ask({ text: 'How long was the call?', topic: 'no-such-topic' })).toMatchObject({
      status: 'abstained',
    });
  });
});
