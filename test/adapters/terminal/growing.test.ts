/** Replies on a terminal while they grow. */
import { expect, test } from 'vitest';
import { writeGrowing } from '../../../adapters/terminal/growing.ts';
import { renderForTerminal } from '../../../adapters/terminal/render.ts';
import { ask } from '../../../commands/ask.ts';
import type { Claim } from '../../../src/answer/answer.ts';
import { createDesk } from '../../../src/desk.ts';
import { noticeReply, type Reply } from '../../../src/reply/reply.ts';
import { parsed } from '../../knowledge/topic-text.ts';

const style = { width: 60, colour: true };
const topic = parsed();
const claims: readonly Claim[] = topic.facts.map(({ id, text }) => ({ text, citations: [id] }));
const context = { platform: 'terminal', user: 'u', channel: 'c', locale: 'en', canManage: true } as const;

/** A desk whose answer comes claim by claim, each when what is shown so far has been noted. */
const desk = createDesk({
  topics: () => [topic],
  vote: () => Promise.resolve(),
  ask: async ({ text, onClaim }) => {
    for (const claim of claims) onClaim?.(claim, topic.topic);
    return {
      schema: 1,
      question: text,
      status: 'answered',
      engine: 'openai',
      topic: topic.topic,
      asOf: topic.asOf,
      claims,
      sources: topic.sources.map(({ id, headline }) => ({ id, headline })),
      suggestions: [],
    };
  },
});

test('each sentence is written when it is complete, and in the end the whole reply stands there once', async () => {
  const pieces: string[] = [];
  const print = (text: string) => void pieces.push(text);
  let reply: Reply | undefined;
  await writeGrowing(
    async (onPartial) => {
      reply = await ask.run(desk, { question: 'What happened?' }, { ...context, onPartial });
      expect(pieces).toHaveLength(claims.length);
      return reply;
    },
    { style, print },
  );
  expect(claims.length).toBeGreaterThan(1);
  expect(pieces.join('')).toBe(reply && renderForTerminal(reply, style));
});

test('a reply that takes back what was written is written below it', async () => {
  const pieces: string[] = [];
  const paragraph = (words: string): Reply => ({
    blocks: [{ kind: 'paragraph', runs: [{ kind: 'text', text: words }] }],
    references: [],
  });
  await writeGrowing(
    async (onPartial) => {
      onPartial(paragraph('One.'));
      return noticeReply('error', 'Something went wrong.');
    },
    { style: { ...style, colour: false }, print: (text) => pieces.push(text) },
  );
  expect(pieces.join('')).toBe('One.\n\nSomething went wrong.');
});
