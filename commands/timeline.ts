/** /timeline: what happened when. */
import { z } from 'zod';
import { oncePer } from '../src/once-per.ts';
import { timelineReply } from '../src/reply/briefing-reply.ts';
import { defineCommand } from './command.ts';
import { chooseTopic, offerTopics, topicText } from './topic-option.ts';

export const timeline = defineCommand({
  name: 'timeline',
  description: {
    en: 'What happened when',
    es: 'Qué pasó y cuándo',
    pt: 'O que aconteceu e quando',
  },
  options: z.object({ topic: topicText }),
  run(desk, options) {
    const topic = chooseTopic(desk, options.topic);
    return topic ? replyTo(desk.timeline(topic), topic) : offerTopics(desk, 'timeline');
  },
});

/** Adapters keep what they have rendered of a reply. */
const replyTo = oncePer(timelineReply);
