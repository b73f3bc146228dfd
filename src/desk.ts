/** The one door into the core: everything that a command can ask of Briefdesk. */
import type { Answer } from './answer/answer.ts';
import type { Question } from './answer/question.ts';
import type { BriefedQuote, Briefing, TimelineEntry } from './briefing/briefing.ts';
import { composeBriefing } from './briefing/compose.ts';
import { composeProfile, type Profile } from './briefing/profile.ts';
import { briefQuotes } from './briefing/quotes.ts';
import { composeTimeline } from './briefing/timeline.ts';
import type { Digests } from './digest/digests.ts';
import type { Vote } from './feedback/feedback.ts';
import { findPeople, findSpeaker, findTopic, nearestTopics, rankTopics } from './knowledge/find.ts';
import { newestFirst } from './knowledge/newest-first.ts';
import type { Source, Topic } from './knowledge/schema.ts';
import { oncePer } from './once-per.ts';
import type { Suggestion } from './suggestion.ts';

/** A topic found from what a user typed, or the nearest ones, best first. */
type TopicMatch =
  | { readonly kind: 'found'; readonly topic: Topic }
  | { readonly kind: 'unknown'; readonly words: string; readonly nearest: readonly Topic[] };

/** What commands can ask of Briefdesk. */
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
  const sorted = () => newestFirst(topics());
  return {
    topics: sorted,
    topic: (slug) => topics().find((topic) => topic.topic === slug),
    findTopic: (words) => matchTopic(words, topics()),
    suggest: (kind, partial, limit = 25) =>
      kind === 'topic' ? suggestTopics(partial, sorted(), limit) : suggestPeople(partial, sorted(), limit),
    ask,
    brief: brief ?? oncePer(async (topic: Topic) => composeBriefing(topic)),
    quotes: quotesBy,
    timeline: oncePer(composeTimeline),
    who: (words, topic, limit = 3) =>
      findPeople(words, topic ? [topic] : sorted())
        .slice(0, limit)
        .map(composeProfile),
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

const allQuotes = oncePer((topic: Topic) => briefQuotes(topic));

/** Nobody of that name: no quotes, rather than everybody's. */
function quotesBy(topic: Topic, speaker?: string): readonly BriefedQuote[] {
  if (speaker === undefined) return allQuotes(topic);
  const [named] = findPeople(speaker, [topic]);
  return named ? briefQuotes(topic, named.person.id) : [];
}
