/** Finds topics and people from what a user typed. */
import { distance } from 'fastest-levenshtein';
import { oncePer } from '../once-per.ts';
import { foldName, nameScore } from './name.ts';
import type { Person, Topic } from './schema.ts';

/** Below this a topic is only offered as near, not taken. */
const SURE = 0.6;

/** The topics that the words name, best first, each with how well (0 to 1). Empty where none does. */
export function rankTopics(
  words: string,
  topics: readonly Topic[],
): readonly { readonly topic: Topic; readonly score: number }[] {
  const typed = foldName(words);
  const isSlug = ({ topic }: Topic) => Number(topic === slugOf(words));
  return topics
    .map((topic) => ({ topic, score: topicScore(typed, topic) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score || isSlug(b.topic) - isSlug(a.topic) || b.topic.asOf.localeCompare(a.topic.asOf),
    );
}

/** The one topic that is surely meant: by its slug always, by another name unless two have it equally well. */
export function findTopic(words: string, topics: readonly Topic[]): Topic | undefined {
  const exact = topics.find(({ topic }) => topic === slugOf(words));
  if (exact) return exact;
  const [best, second] = rankTopics(words, topics);
  return best && best.score >= SURE && best.score > (second?.score ?? 0) ? best.topic : undefined;
}

/** The topics to offer where none was found: those that were nearly named, then those spelt most alike. */
export function nearestTopics(words: string, topics: readonly Topic[], limit = 3): readonly Topic[] {
  const named = rankTopics(words, topics).map(({ topic }) => topic);
  if (named.length >= limit) return named.slice(0, limit);
  const typed = foldName(words);
  const alike = topics
    .filter((topic) => !named.includes(topic))
    .map((topic) => ({ topic, slips: distance(typed, foldName(topic.topic)) }))
    .sort((a, b) => a.slips - b.slips)
    .map(({ topic }) => topic);
  return [...named, ...alike].slice(0, limit);
}

/** A person is named well enough from here on, and no further than this behind the one who is named best. */
const NAMED = 0.3;
const BEHIND = 0.15;

/** A person or organisation, the topic that knows them, and how well they were named (0 to 1). */
export type Known = { readonly topic: Topic; readonly person: Person; readonly score: number };

/** The people and organisations that the words name, best first; those named equally well in the order of the topics. */
export function findPeople(words: string, topics: readonly Topic[]): readonly Known[] {
  const typed = foldName(words);
  const scored = topics.flatMap((topic) =>
    topic.people.map((person) => {
      const names = namesOf(person, () => [person.name, ...person.aliases, person.role ?? '']);
      return { topic, person, score: bestScore(typed, names) };
    }),
  );
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  return scored
    .filter(({ score }) => score >= Math.max(NAMED, best - BEHIND))
    .sort((a, b) => b.score - a.score);
}

/**
 * Whose words are asked for, those who are quoted first. Undefined where the words name nobody, a place, or a topic
 * better than anybody.
 */
export function findSpeaker(words: string, topics: readonly Topic[]): Known | undefined {
  const known = findPeople(words, topics);
  const quoted = known.find(({ topic, person }) => topic.quotes.some(({ speaker }) => speaker === person.id));
  if (quoted) return quoted;
  const typed = foldName(words);
  const asTopic = topics.reduce((best, topic) => Math.max(best, ownScore(typed, topic)), 0);
  return known.find(({ person, score }) => person.kind !== 'place' && score > asTopic);
}

function slugOf(words: string): string {
  return words.trim().toLowerCase();
}

/** Names of the topic itself weigh more than the names of people in it. */
function topicScore(typed: string, topic: Topic): number {
  const inIt = bestScore(
    typed,
    namesOf(topic.people, () => topic.people.flatMap(({ name, aliases }) => [name, ...aliases])),
  );
  return Math.max(ownScore(typed, topic), inIt * 0.9);
}

function ownScore(typed: string, topic: Topic): number {
  return bestScore(
    typed,
    namesOf(topic, () => [topic.topic, topic.title, ...topic.aliases]),
  );
}

function bestScore(typed: string, names: readonly string[]): number {
  return names.reduce((best, name) => Math.max(best, nameScore(typed, name)), 0);
}

/** Folding is the dear part, and thousands of topics are ranked at each key that a user presses. */
const namesOf = oncePer((_owner: object, names: () => readonly string[]): readonly string[] => [
  ...new Set(names().map(foldName)),
]);
