/** People and organisations as a message: who they are, what the file says of them, what they said. */
import type { Claim } from '../answer/answer.ts';
import { composeDisputes } from '../briefing/compose.ts';
import type { Profile } from '../desk.ts';
import type { Topic } from '../knowledge/schema.ts';
import { topicActions } from './answer-reply.ts';
import { disputeBlocks, quoteBlock, section } from './briefing-reply.ts';
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

/** What is disputed is told with both sides, never as one fact of a list. */
function profileBlocks({ topic, person, claims, quotes }: Profile): readonly Block[] {
  const disputed = new Set(
    topic.disputes.flatMap(({ allegations, denials }) => [...allegations, ...denials]),
  );
  const isDisputed = ({ citations: [fact] }: Claim) => fact !== undefined && disputed.has(fact);
  const facts = claims
    .filter((claim) => !isDisputed(claim))
    .slice(0, SHOWN_FACTS)
    .map(claimRuns);
  const disputes = composeDisputes(
    topic,
    new Set(claims.filter(isDisputed).flatMap(({ citations }) => citations)),
  );
  return [
    { kind: 'heading', level: 1, text: person.name },
    {
      kind: 'context',
      runs: [text([person.role, topic.title].filter((part) => part !== undefined).join(' · '))],
    },
    ...(facts.length > 0 ? [{ kind: 'list', items: facts } as const] : []),
    ...section(
      'In their words',
      quotes
        .filter(({ id }) => !isOfDispute(topic, id, disputed))
        .slice(0, SHOWN_QUOTES)
        .map(quoteBlock),
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
