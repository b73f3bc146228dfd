/** /brief: the briefing of a topic. */
import { z } from 'zod';
import type { Briefing } from '../src/briefing/briefing.ts';
import type { Topic } from '../src/knowledge/schema.ts';
import { briefingReply } from '../src/reply/briefing-reply.ts';
import type { Reply } from '../src/reply/reply.ts';
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
const replies = new WeakMap<Briefing, Reply>();

function replyTo(briefing: Briefing, topic: Topic): Reply {
  const reply = replies.get(briefing) ?? briefingReply(briefing, topic);
  replies.set(briefing, reply);
  return reply;
}
