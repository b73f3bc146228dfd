/** /topics: what the desk has files on. */
import { z } from 'zod';
import { formatDate } from '../src/knowledge/date.ts';
import { noticeReply } from '../src/reply/reply.ts';
import { chooseTopicAction } from '../src/reply/topic-actions.ts';
import { defineCommand } from './command.ts';

export const topics = defineCommand({
  name: 'topics',
  description: {
    en: 'The topics that this desk covers',
    es: 'Los temas que cubre esta mesa',
    pt: 'Os temas que esta mesa cobre',
  },
  options: z.object({}),
  run(desk) {
    const all = desk.topics();
    if (all.length === 0) return noticeReply('info', 'The desk has no topics yet.');
    return {
      blocks: [
        { kind: 'heading', level: 1, text: 'Topics' },
        {
          kind: 'list',
          items: all.map(({ topic, title, asOf }) => [
            { kind: 'text', text: title, style: 'bold' },
            { kind: 'text', text: ` (${topic}), as of ${formatDate(asOf)}` },
          ]),
        },
        {
          kind: 'actions',
          actions: [
            { ...chooseTopicAction(all, { label: 'Open a briefing', command: 'brief' }), listed: true },
          ],
        },
      ],
      references: [],
      data: {
        schema: 1,
        topics: all.map(({ topic, title, asOf, aliases, facts, quotes }) => ({
          topic,
          title,
          asOf,
          aliases,
          facts: facts.length,
          quotes: quotes.length,
        })),
      },
    };
  },
});
