/** /ask: a question, answered from the knowledge files or not at all. */
import { z } from 'zod';
import type { Claim } from '../src/answer/answer.ts';
import type { Desk } from '../src/desk.ts';
import { answerId } from '../src/feedback/feedback.ts';
import { answerReply, partialReply } from '../src/reply/answer-reply.ts';
import type { Reply } from '../src/reply/reply.ts';
import { defineCommand, optionMeta } from './command.ts';
import { chooseTopic, topicOption } from './topic-option.ts';

/** Far above what is read as a question: the answer to a long text says that it is too long, a book is refused. */
const MAX_TYPED = 100_000;

export const ask = defineCommand({
  name: 'ask',
  description: {
    en: 'Ask a question; every sentence of the answer is sourced',
    es: 'Haz una pregunta; cada frase de la respuesta tiene fuente',
    pt: 'Faça uma pergunta; cada frase da resposta tem fonte',
  },
  options: z.object({
    question: z
      .string()
      .max(MAX_TYPED)
      .register(optionMeta, {
        description: { en: 'Your question', es: 'Tu pregunta', pt: 'A sua pergunta' },
        takesText: true,
      }),
    topic: topicOption,
  }),
  async run(desk, { question, topic: words }, { thread, locale, user, platform, onPartial }) {
    const topic = words ? chooseTopic(desk, words) : undefined;
    const answer = await desk.ask({
      text: question,
      locale,
      user: `${platform}:${user}`,
      ...(topic ? { topic: topic.topic } : {}),
      ...(thread ? { thread } : {}),
      ...(onPartial ? { onClaim: showGrowing(desk, onPartial) } : {}),
    });
    return answerReply(
      answer,
      answer.topic === undefined ? undefined : desk.topic(answer.topic),
      answerId(answer),
    );
  },
});

/** Shows the claims so far each time that one more is verified. */
function showGrowing(desk: Desk, onPartial: (reply: Reply) => void): (claim: Claim, slug: string) => void {
  const claims: Claim[] = [];
  return (claim, slug) => {
    claims.push(claim);
    const topic = desk.topic(slug);
    if (topic) onPartial(partialReply(claims, topic));
  };
}
