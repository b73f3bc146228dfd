/** Somebody was named whom no file knows. */
import type { Topic } from '../src/knowledge/schema.ts';
import { midSentence } from '../src/knowledge/title.ts';
import { UsageError } from './command.ts';

/** The error for a name that the topic, or else no topic, knows: misuse, like a topic that there is not. */
export function unknownPerson(name: string, topic: Topic | undefined): UsageError {
  const nobody = topic
    ? `The file on ${midSentence(topic.title)} knows nobody called “${name}”.`
    : `No file of this desk knows “${name}”.`;
  return new UsageError(`${nobody} /who lists those who are known.`);
}
