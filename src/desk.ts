/** The one door into the core: everything that a command can ask of Briefdesk. */
import type { Answer, Claim } from './answer/answer.ts';
import { claimOf } from './answer/claims.ts';
import type { BriefedQuote, Briefing, TimelineEntry } from './briefing/briefing.ts';
import { composeBriefing } from './briefing/compose.ts';
import { briefQuotes } from './briefing/quotes.ts';
import { composeTimeline } from './briefing/timeline.ts';
import type { Digests } from './digest/digests.ts';
import type { Vote } from './feedback/feedback.ts';
import {
  findPeople,
  findSpeaker,
  findTopic,
  type Known,
  nearestTopics,
  rankTopics,
} from './knowledge/find.ts';
import { perTopic } from './knowledge/per-topic.ts';
import type { Person, Source, Topic } from './knowledge/schema.ts';

/** A question to the desk. */
export type Question = {
  readonly text: string;
  /** Slug of the topic to look in; without it the desk chooses. */
  readonly topic?: string;
  /** Key of the conversation: what was asked and answered before under it is context for a follow-up. */
  readonly thread?: string;
  /** BCP 47 locale of the asker. */
  readonly locale?: string;
  /** Opaque id of the asker, for budgets; never logged. */
  readonly user?: string;
  /** Gets each claim as soon as it is complete and verified, in order, with the slug of its topic. */
  readonly onClaim?: (claim: Claim, topic: string) => void;
};

/** A topic found from what a user typed, or the nearest ones, best first. */
type TopicMatch =
  | { readonly kind: 'found'; readonly topic: Topic }
  | { readonly kind: 'unknown'; readonly words: string; readonly nearest: readonly Topic[] };

/** A value to complete an option with. */
export type Suggestion = { readonly label: string; readonly value: string };

/** A person or organisation of a topic with what the file says of them. */
export type Profile = {
  readonly topic: Topic;
  readonly person: Person;
  readonly claims: readonly Claim[];
  readonly quotes: readonly BriefedQuote[];
};

export type Desk = {
  /** Every topic that is served, newest as-of date first. */
  readonly topics: () => readonly Topic[];
  readonly topic: (slug: string) => Topic | undefined;
  /** Finds a topic by slug, title, alias or free words ("petro please"), misspelt or not. */
  readonly findTopic: (words: string) => TopicMatch;
  /** Completions for a partly typed option value, best first, at most `limit` (25: Discord's limit). */
  readonly suggest: (kind: 'topic' | 'person', partial: string, limit?: number) => readonly Suggestion[];
  readonly ask: (question: Question) => Promise<Answer>;
  readonly brief: (topic: Topic) => Promise<Briefing>;
  /** Quotes of a topic, of one speaker where `speaker` names or nearly names one. */
  readonly quotes: (topic: Topic, speaker?: string) => readonly BriefedQuote[];
  readonly timeline: (topic: Topic) => readonly TimelineEntry[];
  /** People and organisations that the words name, in the topic or in all; best first, at most `limit` (3). */
  readonly who: (words: string, topic?: Topic, limit?: number) => readonly Profile[];
  /** The topic that quotes, or else knows, whom the words name; undefined where they name nobody, or rather a topic. */
  readonly topicOfSpeaker: (words: string) => Topic | undefined;
  readonly sources: (topic: Topic) => readonly Source[];
  /** Records Helpful / Not helpful; a second vote of the same person replaces the first. */
  readonly vote: (vote: Vote) => Promise<void>;
  /** Daily digests to channels; absent where nothing is posted, as for a single command on a terminal. */
  readonly digests?: Digests;
};

/** What the desk stands on: topics that may change at any time, and the parts with state or a model behind them. */
export type DeskParts = {
  readonly topics: () => readonly Topic[];
  readonly ask: Desk['ask'];
  readonly vote: Desk['vote'];
  /** Composes a briefing by other means than the file alone; it must be verified. */
  readonly brief?: Desk['brief'];
};

/** Puts the desk together. */
export function createDesk({ topics, ask, vote, brief }: DeskParts): Desk {
  const sorted = () =>
    [...topics()].sort((a, b) => b.asOf.localeCompare(a.asOf) || a.title.localeCompare(b.title));
  return {
    topics: sorted,
    topic: (slug) => topics().find((topic) => topic.topic === slug),
    findTopic: (words) => matchTopic(words, topics()),
    suggest: (kind, partial, limit = 25) =>
      kind === 'topic' ? suggestTopics(partial, sorted(), limit) : suggestPeople(partial, sorted(), limit),
    ask,
    brief: brief ?? perTopic(async (topic) => composeBriefing(topic)),
    quotes: quotesBy,
    timeline: perTopic(composeTimeline),
    who: (words, topic, limit = 3) =>
      findPeople(words, topic ? [topic] : sorted())
        .slice(0, limit)
        .map(profile),
    topicOfSpeaker: (words) => findSpeaker(words, sorted())?.topic,
    sources: (topic) => topic.sources,
    vote,
  };
}

function matchTopic(words: string, topics: readonly Topic[]): TopicMatch {
  const topic = findTopic(words, topics);
  return topic ? { kind: 'found', topic } : { kind: 'unknown', words, nearest: nearestTopics(words, topics) };
}

function suggestTopics(partial: string, topics: readonly Topic[], limit: number): readonly Suggestion[] {
  const found = partial.trim() === '' ? topics : rankTopics(partial, topics).map(({ topic }) => topic);
  return found.slice(0, limit).map(({ title, topic }) => ({ label: title, value: topic }));
}

function suggestPeople(partial: string, topics: readonly Topic[], limit: number): readonly Suggestion[] {
  const found =
    partial.trim() === ''
      ? topics.flatMap(({ people }) => people)
      : findPeople(partial, topics).map(({ person }) => person);
  const names = new Set(found.filter(({ kind }) => kind !== 'place').map(({ name }) => name));
  return [...names].slice(0, limit).map((name) => ({ label: name, value: name }));
}

const allQuotes = perTopic((topic) => briefQuotes(topic));

/** Nobody of that name: no quotes, rather than everybody's. */
function quotesBy(topic: Topic, speaker?: string): readonly BriefedQuote[] {
  if (speaker === undefined) return allQuotes(topic);
  const [named] = findPeople(speaker, [topic]);
  return named ? briefQuotes(topic, named.person.id) : [];
}

function profile({ topic, person }: Known): Profile {
  const facts = topic.facts.filter(
    (fact) => fact.attributedTo === person.id || fact.about.includes(person.id),
  );
  return {
    topic,
    person,
    claims: facts.map((fact) => claimOf(topic, fact)),
    quotes: briefQuotes(topic, person.id),
  };
}
