/** /sources: where a topic's facts come from. */
import { z } from 'zod';
import { oncePer } from '../src/once-per.ts';
import { sourcesReply } from '../src/reply/sources-reply.ts';
import { defineCommand } from './command.ts';
import { chooseTopic, offerTopics, topicText } from './topic-option.ts';

export const sources = defineCommand({
  name: 'sources',
  description: {
    en: 'The sources behind a topic',
    es: 'Las fuentes de un tema',
    pt: 'As fontes de um tema',
  },
  options: z.object({ topic: topicText }),
  run(desk, options) {
    const topic = chooseTopic(desk, options.topic);
    return topic ? replyTo(desk.sources(topic), topic) : offerTopics(desk, 'sources');
  },
});

/** Adapters keep what they have rendered of a reply. */
const replyTo = oncePer(sourcesReply);
