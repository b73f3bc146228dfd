/** Composes a digest as one message: pure, from topics and what a channel was told of them before. */

import type { Briefing } from '../../briefing/briefing.ts';
import { composeBriefing } from '../../briefing/compose.ts';
import { formatDate } from '../../knowledge/date.ts';
import type { Topic } from '../../knowledge/schema.ts';
import { briefingReply } from '../../reply/briefing-reply.ts';
import { citedIds, renameCitations } from '../../reply/citations.ts';
import { referencesOf } from '../../reply/references.ts';
import { type Action, type Block, type Reference, type Reply, text } from '../../reply/reply.ts';
import { chooseTopicAction, topicActions } from '../../reply/topic-actions.ts';
import { ageInDays, ageRuns, newsBlocks, qualify, type TopicFact, tellingClaim } from './digest-blocks.ts';
import { type Changes, hasNews } from './edition.ts';
import { type Telling, tellOnce, tellsSameEvent } from './same-event.ts';

/** A topic and what is new in it for a channel; `changes` is absent where the channel never heard of it. */
export type TopicChange = { readonly topic: Topic; readonly changes?: Changes };

/** What one digest tells. */
export type DigestOptions = {
  /** The local day, 2026-01-08. */
  readonly day: string;
  readonly topics: readonly TopicChange[];
  /** When it was due, such as "08:00", where it comes late. */
  readonly dueAt?: string | undefined;
};

/** Whether any topic has something to tell; without it a digest is skipped or one line. */
export function isNews({ topics }: Pick<DigestOptions, 'topics'>): boolean {
  return topics.some(({ changes }) => changes === undefined || hasNews(changes));
}

/**
 * The digest: first briefings in full, then changes, each event told once however many facts or topics tell it, then
 * which topics have nothing new. Where nothing is new at all, the one line that says so.
 */
export function composeDigest({ day, topics, dueAt }: DigestOptions): Reply {
  if (!isNews({ topics })) return nothingNew(topics, day);
  const tellings = tellOnce(topics.flatMap(factsToTell));
  const told = topics.filter(({ changes }) => changes === undefined || hasNews(changes));
  const parts = told.map((change) => ({
    topic: change.topic,
    blocks: topicBlocks(change, {
      day,
      tellings: tellings.filter((each) => each.told.topic === change.topic),
    }),
  }));
  const blocks = parts.length === 1 ? (parts[0]?.blocks ?? []) : parts.flatMap(qualified);
  const quiet = topics.filter((change) => !told.includes(change)).map(({ topic }) => topic);
  return close(
    [
      { kind: 'heading', level: 1, text: `Daily digest: ${formatDate(day)}` },
      ...lateNotice(dueAt),
      ...blocks,
      ...quietLine(quiet),
    ],
    { day, topics: told.map(({ topic }) => topic) },
  );
}

function lateNotice(dueAt: string | undefined): readonly Block[] {
  if (!dueAt) return [];
  return [{ kind: 'notice', tone: 'info', text: `This digest comes late: it was due at ${dueAt}.` }];
}

function quietLine(quiet: readonly Topic[]): readonly Block[] {
  if (quiet.length === 0) return [];
  return [{ kind: 'context', runs: [text(`Nothing new: ${quiet.map(({ title }) => title).join(', ')}.`)] }];
}

function nothingNew(topics: readonly TopicChange[], day: string): Reply {
  const lines = topics.map(({ topic }) => {
    const days = ageInDays(topic, day);
    const age = days > 0 ? `, ${days} ${days === 1 ? 'day' : 'days'} ago` : '';
    return `${topic.title} (last updated ${formatDate(topic.asOf)}${age})`;
  });
  return {
    blocks: [{ kind: 'paragraph', runs: [text(`Nothing new today: ${lines.join('; ')}.`)] }],
    references: [],
    data: { schema: 1, day, topics: [] },
  };
}

/** What a topic brings to the pool of events: new facts, or all facts of a first briefing beyond its nut graf. */
function factsToTell({ topic, changes }: TopicChange): readonly TopicFact[] {
  if (changes) return changes.added.map((fact) => ({ topic, fact }));
  const facts = new Map(topic.facts.map((fact) => [fact.id, fact]));
  const inNutGraf = topic.summary.flatMap(({ facts: ids }) => ids.flatMap((id) => facts.get(id) ?? []));
  return composeBriefing(topic)
    .facts.flatMap(({ citations: [id = ''] }) => facts.get(id) ?? [])
    .filter((fact) => !inNutGraf.some((standing) => tellsSameEvent(standing, fact)))
    .map((fact) => ({ topic, fact }));
}

function topicBlocks(
  { topic, changes }: TopicChange,
  { day, tellings }: { day: string; tellings: readonly Telling<TopicFact>[] },
): readonly Block[] {
  if (changes) return newsBlocks({ topic, changes, tellings }, day);
  const briefing: Briefing = { ...composeBriefing(topic), facts: tellings.map(tellingClaim) };
  return briefingReply(briefing, topic)
    .blocks.filter(({ kind }) => kind !== 'sources' && kind !== 'actions')
    .map((block, at) =>
      at === 1 && block.kind === 'context' ? { ...block, runs: ageRuns(topic, day) } : block,
    );
}

function qualified({ topic, blocks }: { topic: Topic; blocks: readonly Block[] }): readonly Block[] {
  return blocks.map((block) => renameCitations(block, (id) => qualify(topic, id)));
}

function close(blocks: readonly Block[], { day, topics }: { day: string; topics: readonly Topic[] }): Reply {
  const ids = [...new Set(blocks.flatMap(citedIds))];
  return {
    blocks: [...blocks, { kind: 'sources' }, { kind: 'actions', actions: actionsFor(topics) }],
    references: topics.flatMap((topic) => referencesIn(topic, ids)),
    data: { schema: 1, day, topics: topics.map(({ topic }) => topic) },
  };
}

/** Ids of one topic alone have no topic before them. */
function referencesIn(topic: Topic, ids: readonly string[]): readonly Reference[] {
  const prefix = `${topic.topic}/`;
  const plain = referencesOf(topic, ids);
  const own = ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
  return [...plain, ...referencesOf(topic, own).map((each) => ({ ...each, id: prefix + each.id }))];
}

function actionsFor(topics: readonly Topic[]): readonly Action[] {
  const [only, ...others] = topics;
  if (only && others.length === 0) return topicActions(only, 'brief', 'sources', 'timeline');
  return [chooseTopicAction(topics, { label: 'Read a briefing', command: 'brief' })];
}
