/** People and organisations as a message: who they are, what the file says of them, what they said. */
import type { Claim } from '../answer/answer.ts';
import { composeDisputes } from '../briefing/compose.ts';
import type { Profile } from '../briefing/profile.ts';
import type { Topic } from '../knowledge/schema.ts';
import { topicActions } from './answer-reply.ts';
import { disputeBlocks, quoteBlock, section } from './briefing-reply.ts';
import { citedIds } from './citations.ts';
import { claimRuns, referencesOf } from './references.ts';
import { type Block, type Reference, type Reply, text } from './reply.ts';

/** What is shown of a person at once. */
const SHOWN_FACTS = 6;
const SHOWN_QUOTES = 3;

/** The profiles one under the other; `profiles` must not be empty. */
export function whoReply(profiles: readonly Profile[]): Reply {
  const topics = new Set(profiles.map(({ topic }) => topic.topic));
  const parts = profiles.map((profile) => {
    const name = topics.size > 1 ? (id: string) => `${profile.topic.topic}:${id}` : (id: string) => id;
    return { blocks: profileBlocks(profile, name), references: profileReferences(profile, name) };
  });
  const first = profiles[0]?.topic;
  const cited = new Set(parts.flatMap(({ blocks }) => blocks.flatMap(citedIds)));
  const references = new Map(parts.flatMap((part) => part.references.map((each) => [each.id, each])));
  return {
    blocks: [
      ...parts.flatMap(({ blocks }) => blocks),
      { kind: 'sources' },
      ...(first ? [{ kind: 'actions', actions: topicActions(first, 'brief', 'quotes') } as const] : []),
    ],
    references: [...references.values()].filter(({ id }) => cited.has(id)),
    data: { schema: 1, people: profiles.map(describe) },
  };
}

/** Ids are unique within a topic only: where several topics meet in one message, theirs go before the id. */
type Naming = (id: string) => string;

function profileReferences({ topic }: Profile, name: Naming): readonly Reference[] {
  const ids = [...topic.facts, ...topic.quotes].map(({ id }) => id);
  return referencesOf(topic, ids).map((reference) => ({ ...reference, id: name(reference.id) }));
}

/** What is disputed is told with both sides, never as one fact of a list. */
function profileBlocks({ topic, person, claims, quotes }: Profile, name: Naming): readonly Block[] {
  const named = (claim: Claim): Claim => ({ ...claim, citations: claim.citations.map(name) });
  const disputed = new Set(
    topic.disputes.flatMap(({ allegations, denials }) => [...allegations, ...denials]),
  );
  const isDisputed = ({ citations: [fact] }: Claim) => fact !== undefined && disputed.has(fact);
  const facts = claims
    .filter((claim) => !isDisputed(claim))
    .slice(0, SHOWN_FACTS)
    .map((claim) => claimRuns(named(claim)));
  const told = new Set(claims.filter(isDisputed).flatMap(({ citations }) => citations));
  const disputes = composeDisputes(topic, told).map(({ allegations, denials, ...dispute }) => ({
    ...dispute,
    allegations: allegations.map(named),
    denials: denials.map(named),
  }));
  const words = quotes.filter(({ id }) => !isOfDispute(topic, id, disputed)).slice(0, SHOWN_QUOTES);
  return [
    { kind: 'heading', level: 1, text: person.name },
    {
      kind: 'context',
      runs: [text([person.role, topic.title].filter((part) => part !== undefined).join(' · '))],
    },
    ...(facts.length > 0 ? [{ kind: 'list', items: facts } as const] : []),
    ...section(
      'In their words',
      words.map((quote) => quoteBlock({ ...quote, id: name(quote.id) })),
    ),
    ...disputeBlocks({ disputes }),
  ];
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
