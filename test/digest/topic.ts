/** Topics for the tests of digests, made from the same schema as the files. */
import { createHash } from 'node:crypto';
import { type Fact, type Topic, type TopicFile, topicFileSchema } from '../../src/knowledge/schema.ts';

/** A topic as it is after loading, from what a curator would write; facts are of its first source. */
export function makeTopic(changes: Partial<TopicFile> = {}): Topic {
  const parsed = topicFileSchema.parse({
    topic: 'harbour',
    title: 'The harbour strike',
    asOf: '2026-01-08',
    sources: [{ id: 'paper', headline: 'Dockers walk out', date: '2026-01-08' }],
    people: [
      { id: 'union', name: 'the dock union' },
      { id: 'mayor', name: 'Ana Ruiz' },
    ],
    summary: [{ text: 'Dockers have stopped work at the harbour.', facts: ['walkout'] }],
    facts: [
      {
        id: 'walkout',
        kind: 'event',
        text: 'Dockers stopped work at the harbour on Monday.',
        date: '2026-01-05',
      },
      { id: 'ships', kind: 'background', text: 'The harbour handles 40 ships a week.' },
    ],
    ...changes,
  });
  const source = parsed.sources[0]?.id ?? '';
  const place = <T extends { source?: string | undefined }>(each: T) => ({
    ...each,
    source: each.source ?? source,
  });
  return {
    ...parsed,
    facts: parsed.facts.map(place) as readonly Fact[],
    quotes: parsed.quotes.map(place),
    hash: createHash('sha256').update(JSON.stringify(parsed)).digest('hex'),
  };
}

/** The topic with more facts at its end. */
export function withFacts(facts: TopicFile['facts'], changes: Partial<TopicFile> = {}): Topic {
  return makeTopic({ facts: [...BASE_FACTS, ...facts], ...changes });
}

export const BASE_FACTS: TopicFile['facts'] = [
  {
    id: 'walkout',
    kind: 'event',
    text: 'Dockers stopped work at the harbour on Monday.',
    date: '2026-01-05',
  },
  { id: 'ships', kind: 'background', text: 'The harbour handles 40 ships a week.' },
];
