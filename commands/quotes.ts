/** /quotes: what was said, word for word. */
import { z } from 'zod';
import type { Desk } from '../src/desk.ts';
import type { Topic } from '../src/knowledge/schema.ts';
import { midSentence } from '../src/knowledge/title.ts';
import { oncePer } from '../src/once-per.ts';
import { quotesReply } from '../src/reply/briefing-reply.ts';
import { noticeReply } from '../src/reply/reply.ts';
import { defineCommand, optionMeta } from './command.ts';
import { chooseTopic, offerTopics, topicOption } from './topic-option.ts';

export const quotes = defineCommand({
  name: 'quotes',
  description: {
    en: 'What was said, word for word',
    es: 'Lo que se dijo, palabra por palabra',
    pt: 'O que foi dito, palavra por palavra',
  },
  options: z.object({
    topic: topicOption,
    speaker: z
      .string()
      .trim()
      .max(100)
      .optional()
      .register(optionMeta, {
        description: {
          en: 'Only what this person said',
          es: 'Solo lo que dijo esta persona',
          pt: 'Só o que esta pessoa disse',
        },
        suggest: 'person',
      }),
  }),
  fromText: topicOrSpeaker,
  run(desk, { topic: words, speaker }) {
    // Someone whom one topic only knows needs no topic named.
    const topic = chooseTopic(desk, words) ?? (speaker ? desk.topicOfSpeaker(speaker) : undefined);
    if (!topic) return offerTopics(desk, 'quotes');
    const said = desk.quotes(topic, speaker);
    return said.length > 0
      ? replyTo(said, topic)
      : noticeReply(
          'info',
          `The file on ${midSentence(topic.title)} has no quote${speaker ? ` of ${nameOf(speaker, topic, desk)}` : ''}.`,
        );
  },
});

/** Adapters keep what they have rendered of a reply. */
const replyTo = oncePer(quotesReply);

/** Known by name, or as it was typed. */
function nameOf(speaker: string, topic: Topic, desk: Desk): string {
  return desk.who(speaker, topic, 1)[0]?.person.name ?? `“${speaker}”`;
}

/** `/quotes petro` is about a person, `/quotes colombia` about a topic. */
function topicOrSpeaker(desk: Desk, words: string): Readonly<Record<string, unknown>> {
  if (words.trim() === '') return {};
  return desk.topicOfSpeaker(words) ? { speaker: words } : { topic: words };
}
