/** /brief: the briefing of a topic. */
import { z } from 'zod';
import { oncePer } from '../src/once-per.ts';
import { briefingReply } from '../src/reply/briefing-reply.ts';
import { defineCommand } from './command.ts';
import { chooseTopic, offerTopics, topicText } from './topic-option.ts';

export const brief = defineCommand({
  name: 'brief',
  description: {
    en: 'A sourced briefing on a topic',
    es: 'Un resumen con fuentes sobre un tema',
    pt: 'Um resumo com fontes sobre um tema',
  },
  options: z.object({ topic: topicText }),
  async run(desk, options) {
    const topic = chooseTopic(desk, options.topic);
    return topic ? replyTo(await desk.brief(topic), topic) : offerTopics(desk, 'brief');
  },
});

/** The desk gives the same briefing until the file changes, and adapters keep what they have rendered of a reply. */
const replyTo = oncePer(briefingReply);
