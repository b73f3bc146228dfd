/** Works out once what depends on a topic alone. */
import { oncePer } from '../once-per.ts';
import type { Topic } from './schema.ts';

/** The same function, which runs once for each topic: topics never change, a changed file becomes a new one. */
export function perTopic<Result extends object>(make: (topic: Topic) => Result): (topic: Topic) => Result {
  return oncePer(make);
}
