/** The one door into the core: everything that a command can ask of Briefdesk. */
import type { Answer, Claim } from './answer/answer.ts';
import type { Briefing, BriefedQuote, TimelineEntry } from './briefing/briefing.ts';
import type { Vote } from './feedback/feedback.ts';
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
  /** Gets each claim as soon as it is complete and verified, in order. */
  readonly onClaim?: (claim: Claim) => void;
};

/** A topic found from what a user typed, or the nearest ones, best first. */
export type TopicMatch =
  | { readonly kind: 'found'; readonly topic: Topic }
  | { readonly kind: 'unknown'; readonly words: string; readonly nearest: readonly Topic[] };

/** A value to complete an option with. */
export type Suggestion = { readonly label: string; readonly value: string };

/** A person of a topic with what the file says of them. */
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
  /** People and organisations that the words name, in the topic or in all. */
  readonly who: (words: string, topic?: Topic) => readonly Profile[];
  readonly sources: (topic: Topic) => readonly Source[];
  /** Records Helpful / Not helpful; a second vote of the same person replaces the first. */
  readonly vote: (vote: Vote) => Promise<void>;
};
