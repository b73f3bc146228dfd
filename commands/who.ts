/** /who: who someone is in the news, and what they said. */
import { z } from 'zod';
import type { Topic } from '../src/knowledge/schema.ts';
import { noticeReply, type Reply } from '../src/reply/reply.ts';
import { whoIsWhoReply, whoReply } from '../src/reply/who-reply.ts';
import { defineCommand, optionMeta } from './command.ts';
import { chooseTopic, topicOption } from './topic-option.ts';
import { unknownPerson } from './unknown-person.ts';

/** Namesakes shown at most. */
const SHOWN = 3;

export const who = defineCommand({
  name: 'who',
  description: {
    en: 'Who someone is in the news, and what they said',
    es: 'Quién es alguien en la noticia y qué dijo',
    pt: 'Quem é alguém na notícia e o que disse',
  },
  options: z.object({
    name: z
      .string()
      .trim()
      .max(100)
      .optional()
      .register(optionMeta, {
        description: {
          en: 'A person or organisation; without it, everyone in the topic',
          es: 'Una persona u organización; sin ella, todas las del tema',
          pt: 'Uma pessoa ou organização; sem ela, todas do tema',
        },
        suggest: 'person',
        takesText: true,
      }),
    topic: topicOption,
  }),
  run(desk, { name, topic: words }) {
    const topic = words ? chooseTopic(desk, words) : undefined;
    if (!name) return whoIsThere(topic ? [topic] : desk.topics());
    const profiles = desk.who(name, topic, SHOWN);
    if (profiles.length === 0) throw unknownPerson(name, topic);
    return whoReply(profiles);
  },
});

/** Everyone whom the files name, places apart. */
function whoIsThere(topics: readonly Topic[]): Reply {
  const named = topics.flatMap(({ people }) => people).filter(({ kind }) => kind !== 'place');
  return named.length === 0
    ? noticeReply('info', 'No file of this desk names anyone.')
    : whoIsWhoReply(named);
}
