/** The sources of a topic as a message. */
import { citeSource } from '../answer/claims.ts';
import type { Source, Topic } from '../knowledge/schema.ts';
import { asOfLine } from './briefing-reply.ts';
import { type Reference, type Reply, text } from './reply.ts';
import { topicActions } from './topic-actions.ts';

/** Each source with what the file knows of it, and how much stands on them. */
export function sourcesReply(sources: readonly Source[], topic: Topic): Reply {
  const references = sources.map(
    (source): Reference => ({ id: `source:${source.id}`, topic: topic.topic, source: citeSource(source) }),
  );
  return {
    blocks: [
      { kind: 'heading', level: 1, text: `Sources: ${topic.title}` },
      { kind: 'context', runs: [text(asOfLine(topic))] },
      {
        kind: 'paragraph',
        runs: [
          text(
            `${count(topic.facts.length, 'fact')} and ${count(topic.quotes.length, 'quote')} stand on ${count(sources.length, 'source')}.`,
          ),
        ],
      },
      { kind: 'sources', also: references.map(({ id }) => id) },
      { kind: 'actions', actions: topicActions(topic, 'brief', 'timeline') },
    ],
    references,
    data: { schema: 1, topic: topic.topic, title: topic.title, asOf: topic.asOf, sources },
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
