/** Works out once what depends on a topic alone. */
import type { Topic } from './schema.ts';

/**
 * The same function, which runs once for each topic: topics never change, a changed file becomes a new one. What was
 * worked out goes when the topic does. Its result is shared, and must not be changed.
 */
export function perTopic<Result extends object>(make: (topic: Topic) => Result): (topic: Topic) => Result {
  const made = new WeakMap<Topic, Result>();
  return (topic) => {
    const known = made.get(topic);
    if (known) return known;
    const result = make(topic);
    made.set(topic, result);
    return result;
  };
}
