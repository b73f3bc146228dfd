/** What can be pressed to go on from a topic, and to choose one. */
import type { Topic } from '../knowledge/schema.ts';
import type { Action } from './reply.ts';

/** Buttons that lead on from a message about a topic, but to no quotes where there are none. */
export function topicActions(
  topic: Topic,
  ...commands: readonly ('brief' | 'sources' | 'timeline' | 'quotes')[]
): readonly Action[] {
  const labels = { brief: 'Briefing', sources: 'Sources', timeline: 'Timeline', quotes: 'Quotes' };
  return [
    ...commands
      .filter((command) => command !== 'quotes' || topic.quotes.length > 0)
      .map(
        (command): Action => ({
          kind: 'run',
          label: labels[command],
          command,
          options: { topic: topic.topic },
        }),
      ),
    { kind: 'ask', label: 'Ask', topic: topic.topic },
  ];
}

/** Lets the reader choose the topic that a command is run on. */
export function chooseTopicAction(
  topics: readonly Topic[],
  { label, command }: { readonly label: string; readonly command: string },
): Extract<Action, { kind: 'choose' }> {
  return {
    kind: 'choose',
    label,
    command,
    option: 'topic',
    choices: topics.map(({ title, topic, asOf }) => ({
      label: title,
      value: topic,
      description: `as of ${asOf}`,
    })),
  };
}
