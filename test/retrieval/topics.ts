/** Small topics for the tests of retrieval, in the words of this project. */
import fc from 'fast-check';
import { type Topic, type TopicFile, topicFileSchema } from '../../src/knowledge/schema.ts';

type Facts = Readonly<Record<string, string | Partial<TopicFile['facts'][number]>>>;

/** A topic of the given facts (id → text, or the fields that differ) and further parts of its file. */
export function topicOf(slug: string, facts: Facts, rest: Partial<TopicFile> = {}): Topic {
  const file = topicFileSchema.parse({
    topic: slug,
    title: slug.replaceAll('-', ' '),
    asOf: '2026-01-08',
    sources: [{ id: 'wire', headline: 'A headline' }],
    facts: Object.entries(facts).map(([id, fact]) => ({
      id,
      kind: 'event',
      ...(typeof fact === 'string' ? { text: fact } : fact),
    })),
    ...rest,
  });
  const place = <T extends { source?: string | undefined }>(item: T) => ({
    ...item,
    source: item.source ?? 'wire',
  });
  return { ...file, facts: file.facts.map(place), quotes: file.quotes.map(place), hash: slug };
}

/** A harbour strike: people with aliases and roles, dates, places and a quote. */
export const harbour = topicOf(
  'harbour-strike',
  {
    walkout: { text: 'Dock workers in Lindby walked out on Monday over pay.', date: '2026-01-05' },
    'ships-waiting': 'Fourteen container ships are waiting outside the port.',
    'union-demand': {
      text: 'Oskar Vennberg wants nine per cent more for every docker.',
      kind: 'statement',
      about: ['vennberg'],
      attributedTo: 'vennberg',
    },
    'smallest-terminal': 'The smallest of the three terminals stays open for medicine.',
    'last-strike': 'The previous stoppage, in 1998, lasted eleven days.',
    'deaths-1998': 'Two pickets were killed by a lorry in that dispute.',
    'talks-place': { text: 'Talks resume in the customs house.', place: 'Lindby customs house' },
    'cause-of-anger': 'The anger grew because overtime had not been paid since August.',
    'mayor-phoned': 'The mayor telephoned both sides on Tuesday evening.',
  },
  {
    people: [
      {
        id: 'vennberg',
        name: 'Oskar Vennberg',
        role: 'leader of the dockers’ union',
        aliases: ['the union boss'],
      },
    ],
    quotes: [
      {
        id: 'quote-line',
        speaker: 'vennberg',
        text: 'We are not going back for less.',
        context: 'on the pay offer',
      },
    ],
  },
);

/** A topic that shares words with the harbour, to be told apart from it. */
export const volcano = topicOf('volcano-watch', {
  eruption: 'Mount Hesk began to erupt on Monday morning.',
  evacuated: 'About 900 people left the villages below the crater.',
  'port-closed': 'The port of Hesk is closed because of the ash.',
});

/** Strings of any UTF-16 units, broken pairs and control characters included. */
export const anyString = (maxLength: number) =>
  fc.array(fc.nat(0xffff), { maxLength }).map((units) => String.fromCharCode(...units));
