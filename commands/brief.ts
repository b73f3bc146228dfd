/** /brief: the briefing of a topic. */
import { z } from 'zod';
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
    return topic ? briefingReply(await desk.brief(topic), topic) : offerTopics(desk, 'brief');
  },
});
