/** /quotes: what was said, word for word. */
import { z } from 'zod';
import type { Desk } from '../src/desk.ts';
import { midSentence } from '../src/knowledge/title.ts';
import { oncePer } from '../src/once-per.ts';
import { quotesReply } from '../src/reply/briefing-reply.ts';
import { noticeReply } from '../src/reply/reply.ts';
import { defineCommand, optionMeta } from './command.ts';
import { chooseTopic, offerTopics, topicOption } from './topic-option.ts';
import { unknownPerson } from './unknown-person.ts';

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
    const [known] = speaker ? desk.who(speaker, topic, 1) : [];
    if (speaker && !known) throw unknownPerson(speaker, topic);
    if (!topic) return offerTopics(desk, 'quotes');
    const said = desk.quotes(topic, speaker);
    if (said.length > 0) return replyTo(said, topic);
    const whose = known ? ` of ${known.person.name}` : '';
    return noticeReply('info', `The file on ${midSentence(topic.title)} has no quote${whose}.`);
  },
});

/** Adapters keep what they have rendered of a reply. */
const replyTo = oncePer(quotesReply);

/** `/quotes petro` is about a person, `/quotes colombia` about a topic. */
function topicOrSpeaker(desk: Desk, words: string): Readonly<Record<string, unknown>> {
  if (words.trim() === '') return {};
  return desk.topicOfSpeaker(words) ? { speaker: words } : { topic: words };
}
