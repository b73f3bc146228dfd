/** Turns the ids that claims cite into references that a renderer can show. */

import type { Claim } from '../answer/answer.ts';
import { citeSource } from '../answer/claims.ts';
import type { Fact, Quote, Topic } from '../knowledge/schema.ts';
import { oncePer } from '../once-per.ts';
import { citedIds } from './citations.ts';
import { type Block, cite, type Reference, type Reply, type Run, text } from './reply.ts';

/** A claim as runs: its sentence, then a mark for each place it stands on. */
export function claimRuns({ text: sentence, citations }: Claim): readonly Run[] {
  return [text(sentence), ...citations.map(cite)];
}

/** Closes blocks about a topic into a reply with the references that they cite. */
export function replyAbout(topic: Topic, blocks: readonly Block[], data: unknown): Reply {
  return { blocks, references: referencesOf(topic, blocks.flatMap(citedIds)), data };
}

/** The places in sources of the facts and quotes with these ids; ids that the topic does not have are left out. */
export function referencesOf(topic: Topic, ids: readonly string[]): readonly Reference[] {
  const { entries, sources } = placesIn(topic);
  return [...new Set(ids)].flatMap((id): readonly Reference[] => {
    const entry = entries.get(id);
    const source = entry && sources.get(entry.source);
    if (!source) return [];
    return [
      {
        id,
        topic: topic.topic,
        source,
        ...(entry.paragraph === undefined ? {} : { paragraph: entry.paragraph }),
      },
    ];
  });
}

const placesIn = oncePer((topic: Topic) => ({
  entries: new Map<string, Fact | Quote>([...topic.facts, ...topic.quotes].map((entry) => [entry.id, entry])),
  sources: new Map(topic.sources.map((source) => [source.id, citeSource(source)])),
}));
