/** The dated facts of a topic in the order in which they happened. */

import { claimOf } from '../answer/claims.ts';
import { formatFactDate } from '../knowledge/date.ts';
import type { Topic } from '../knowledge/schema.ts';
import type { TimelineEntry } from './briefing.ts';

/**
 * Oldest first; facts without a date are left out, and equal dates keep the order of the file. An allegation is told
 * with the denial that answers it.
 */
export function composeTimeline(topic: Topic): readonly TimelineEntry[] {
  const facts = new Map(topic.facts.map((fact) => [fact.id, fact]));
  const denialOf = new Map(
    topic.disputes.flatMap(({ allegations, denials }) =>
      allegations.map((id) => [id, facts.get(denials[0] ?? '')] as const),
    ),
  );
  return topic.facts
    .flatMap((fact): readonly TimelineEntry[] => {
      if (!fact.date) return [];
      const told = [fact, denialOf.get(fact.id)]
        .flatMap((each) => each ?? [])
        .map((each) => claimOf(topic, each));
      const text = told.map((claim) => claim.text).join(' ');
      return [
        {
          date: fact.date.on,
          when: formatFactDate(fact.date),
          inferred: fact.date.inferred,
          text,
          citations: told.flatMap(({ citations }) => citations),
        },
      ];
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}
