/** The order in which topics are listed. */
import type { Topic } from './schema.ts';

/** Topics by their as-of dates, the newest first; those of one date by title. */
export function newestFirst(topics: readonly Topic[]): readonly Topic[] {
  return topics.toSorted((a, b) => b.asOf.localeCompare(a.asOf) || a.title.localeCompare(b.title));
}
