/** The dated facts of a topic in the order in which they happened. */
import { formatFactDate } from '../knowledge/date.ts';
import type { Topic } from '../knowledge/schema.ts';
import type { TimelineEntry } from './briefing.ts';

/** Oldest first; facts without a date are left out, and equal dates keep the order of the file. */
export function composeTimeline(topic: Topic): readonly TimelineEntry[] {
  return topic.facts
    .flatMap(({ id, text, date }) =>
      date
        ? [{ date: date.on, when: formatFactDate(date), inferred: date.inferred, text, citations: [id] }]
        : [],
    )
    .sort((a, b) => a.date.localeCompare(b.date));
}
