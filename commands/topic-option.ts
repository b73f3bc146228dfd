/** The topic option that most commands share, and how it becomes a Topic. */
import { z } from 'zod';
import type { Desk } from '../src/desk.ts';
import type { Topic } from '../src/knowledge/schema.ts';
import { noticeReply, type Reply } from '../src/reply/reply.ts';
import { chooseTopicAction } from '../src/reply/topic-actions.ts';
import { optionMeta, UsageError } from './command.ts';

/** Longer than any title; what is longer is not a topic. */
const MAX_TOPIC = 100;

/** An optional topic, as a slug, a name or free words. */
export const topicOption = z
  .string()
  .trim()
  .max(MAX_TOPIC)
  .optional()
  .register(optionMeta, {
    description: { en: 'The topic', es: 'El tema', pt: 'O tema' },
    suggest: 'topic',
  });

/** The same, where words behind the command are the topic: `/brief colombia`. */
export const topicText = z
  .string()
  .trim()
  .max(MAX_TOPIC)
  .optional()
  .register(optionMeta, {
    description: {
      en: 'The topic, such as colombia',
      es: 'El tema, por ejemplo colombia',
      pt: 'O tema, por exemplo colombia',
    },
    suggest: 'topic',
    takesText: true,
  });

/** No topic of that name; `nearest` are the ones to offer, best first. */
export class UnknownTopicError extends UsageError {
  override readonly name = 'UnknownTopicError';
  readonly nearest: readonly Topic[];
  constructor(words: string, nearest: readonly Topic[]) {
    const names = nearest.map(({ topic }) => topic).join(', ');
    super(
      `There is no topic “${words.slice(0, MAX_TOPIC)}” here. ${nearest.length > 0 ? `Nearest: ${names}.` : 'The desk has no topics.'}`,
    );
    this.nearest = nearest;
  }
}

/** The topic that the words name; the only topic there is where none was named. @throws UnknownTopicError */
export function chooseTopic(desk: Desk, words: string | undefined): Topic | undefined {
  if (words === undefined || words === '') return desk.topics().length === 1 ? desk.topics()[0] : undefined;
  const match = desk.findTopic(words);
  if (match.kind === 'unknown') throw new UnknownTopicError(words, match.nearest);
  return match.topic;
}

/** Offers the topics to pick from, for a command that was given none. */
export function offerTopics(desk: Desk, command: string, words = 'Which topic?'): Reply {
  const topics = desk.topics();
  if (topics.length === 0) return noticeReply('info', 'The desk has no topics yet.');
  return {
    blocks: [
      { kind: 'paragraph', runs: [{ kind: 'text', text: words }] },
      { kind: 'actions', actions: [chooseTopicAction(topics, { label: 'Choose a topic', command })] },
    ],
    references: [],
    private: true,
    data: { schema: 1, topics: topics.map(({ topic, title, asOf }) => ({ topic, title, asOf })) },
  };
}
