/** Finds topics and people from what a user typed. */
import { distance } from 'fastest-levenshtein';
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
  return topics
    .map((topic) => ({ topic, score: topicScore(typed, topic) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.topic.asOf.localeCompare(a.topic.asOf));
}

/** The one topic that is surely meant; undefined where none is, or two are equally well. */
export function findTopic(words: string, topics: readonly Topic[]): Topic | undefined {
  const [best, second] = rankTopics(words, topics);
  return best && best.score >= SURE && best.score > (second?.score ?? 0) ? best.topic : undefined;
}

/** The topics to offer where none was found: those that were nearly named, then those spelt most alike. */
export function nearestTopics(words: string, topics: readonly Topic[], limit = 3): readonly Topic[] {
  const named = rankTopics(words, topics).map(({ topic }) => topic);
  const typed = foldName(words);
  const alike = topics
    .filter((topic) => !named.includes(topic))
    .map((topic) => ({ topic, slips: distance(typed, foldName(topic.topic)) }))
    .sort((a, b) => a.slips - b.slips)
    .map(({ topic }) => topic);
  return [...named, ...alike].slice(0, limit);
}

/** Names of the topic itself weigh more than the names of people in it. */
function topicScore(typed: string, topic: Topic): number {
  const own = Math.max(
    ...[topic.topic, topic.title, ...topic.aliases].map((name) => nameScore(typed, foldName(name))),
  );
  const inIt = Math.max(0, ...topic.people.flatMap(namesOf).map((name) => nameScore(typed, foldName(name))));
  return Math.max(own, inIt * 0.9);
}

/** The people and organisations of a topic that the words name, best first. */
export function findPeople(words: string, topic: Topic): readonly Person[] {
  const typed = foldName(words);
  return topic.people
    .map((person) => ({
      person,
      score: Math.max(
        ...[...namesOf(person), person.role ?? ''].map((name) => nameScore(typed, foldName(name))),
      ),
    }))
    .filter(({ score }, _, all) => score >= 0.3 && score >= Math.max(...all.map((each) => each.score)) - 0.15)
    .sort((a, b) => b.score - a.score)
    .map(({ person }) => person);
}

function namesOf({ name, aliases }: Person): readonly string[] {
  return [name, ...aliases];
}
