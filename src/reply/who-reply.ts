/** People and organisations as a message: who they are, what the file says of them, what they said. */
import type { Profile } from '../desk.ts';
import { topicActions } from './answer-reply.ts';
import { quoteBlock, section } from './briefing-reply.ts';
import { citedIds } from './citations.ts';
import { claimRuns, referencesOf } from './references.ts';
import { type Block, type Reply, text } from './reply.ts';

/** What is shown of a person at once. */
const SHOWN_FACTS = 6;
const SHOWN_QUOTES = 3;

/** The profiles one under the other; `profiles` must not be empty. */
export function whoReply(profiles: readonly Profile[]): Reply {
  const parts = profiles.map((profile) => ({ profile, blocks: profileBlocks(profile) }));
  const first = profiles[0]?.topic;
  return {
    blocks: [
      ...parts.flatMap(({ blocks }) => blocks),
      { kind: 'sources' },
      ...(first ? [{ kind: 'actions', actions: topicActions(first, 'brief', 'quotes') } as const] : []),
    ],
    references: parts.flatMap(({ profile, blocks }) => referencesOf(profile.topic, blocks.flatMap(citedIds))),
    data: { schema: 1, people: profiles.map(describe) },
  };
}

function profileBlocks({ topic, person, claims, quotes }: Profile): readonly Block[] {
  const facts = claims.slice(0, SHOWN_FACTS).map(claimRuns);
  return [
    { kind: 'heading', level: 1, text: person.name },
    {
      kind: 'context',
      runs: [text([person.role, topic.title].filter((part) => part !== undefined).join(' · '))],
    },
    ...(facts.length > 0 ? [{ kind: 'list', items: facts } as const] : []),
    ...section('In their words', quotes.slice(0, SHOWN_QUOTES).map(quoteBlock)),
  ];
}

function describe({ topic, person, claims, quotes }: Profile) {
  const { id, name, role, aliases } = person;
  return {
    topic: topic.topic,
    asOf: topic.asOf,
    id,
    name,
    ...(role ? { role } : {}),
    aliases,
    claims,
    quotes,
  };
}
