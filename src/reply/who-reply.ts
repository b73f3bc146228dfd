/** People and organisations as a message: who they are, what the file says of them, what they said. */
import type { Claim } from '../answer/answer.ts';
import { composeDisputes, disputedFacts } from '../briefing/compose.ts';
import type { Profile } from '../briefing/profile.ts';
import type { Person, Topic } from '../knowledge/schema.ts';
import { disputeBlocks, listOf, quoteBlock, section } from './briefing-reply.ts';
import { citedIds, renameCitations } from './citations.ts';
import { claimRuns, referencesOf } from './references.ts';
import { type Block, type Reference, type Reply, text } from './reply.ts';
import { topicActions } from './topic-actions.ts';

/** What is shown of a person at once. */
const SHOWN_FACTS = 6;
const SHOWN_QUOTES = 3;

/** The profiles one under the other; `profiles` must not be empty. */
export function whoReply(profiles: readonly Profile[]): Reply {
  const isOneTopic = new Set(profiles.map(({ topic }) => topic.topic)).size === 1;
  const parts = profiles.map((profile) =>
    partOf(profile, (id) => (isOneTopic ? id : `${profile.topic.topic}:${id}`)),
  );
  const first = profiles[0]?.topic;
  const references = new Map(parts.flatMap((part) => part.references.map((each) => [each.id, each])));
  return {
    blocks: [
      ...parts.flatMap(({ blocks }) => blocks),
      { kind: 'sources' },
      ...(first ? [{ kind: 'actions', actions: topicActions(first, 'brief', 'quotes') } as const] : []),
    ],
    references: [...references.values()],
    data: { schema: 1, people: profiles.map(describe) },
  };
}

/** Ids are unique within a topic only: where several topics meet in one message, theirs go before the id. */
function partOf(
  profile: Profile,
  rename: (id: string) => string,
): { readonly blocks: readonly Block[]; readonly references: readonly Reference[] } {
  const blocks = profileBlocks(profile);
  const references = referencesOf(profile.topic, blocks.flatMap(citedIds));
  return {
    blocks: blocks.map((block) => renameCitations(block, rename)),
    references: references.map((reference) => ({ ...reference, id: rename(reference.id) })),
  };
}

/** What is disputed is told with both sides, never as one fact of a list. */
function profileBlocks({ topic, person, claims, quotes }: Profile): readonly Block[] {
  const disputed = disputedFacts(topic);
  const isDisputed = ({ citations: [fact] }: Claim) => fact !== undefined && disputed.has(fact);
  const facts = claims.filter((claim) => !isDisputed(claim)).slice(0, SHOWN_FACTS);
  const told = new Set(claims.filter(isDisputed).flatMap(({ citations }) => citations));
  const words = quotes.filter(({ id }) => !isOfDispute(topic, id, disputed)).slice(0, SHOWN_QUOTES);
  return [
    { kind: 'heading', level: 1, text: person.name },
    {
      kind: 'context',
      runs: [text([person.role, topic.title].filter((part) => part !== undefined).join(' · '))],
    },
    ...listOf(facts.map(claimRuns)),
    ...section('In their words', words.map(quoteBlock)),
    ...disputeBlocks({ disputes: composeDisputes(topic, told) }),
  ];
}

/** People and organisations with their roles, as a list. */
export function whoIsWhoReply(people: readonly Person[]): Reply {
  return {
    blocks: [
      { kind: 'heading', level: 1, text: 'Who is who' },
      ...listOf(people.map(({ name, role }) => [text(role ? `${name}, ${role}` : name)])),
    ],
    references: [],
    data: { schema: 1, people: people.map(({ name, role }) => ({ name, ...(role ? { role } : {}) })) },
  };
}

function isOfDispute(topic: Topic, quoteId: string, disputed: ReadonlySet<string>): boolean {
  return topic.quotes.some(({ id, facts }) => id === quoteId && facts.some((fact) => disputed.has(fact)));
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
