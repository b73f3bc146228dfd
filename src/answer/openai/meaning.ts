/** Ranks a topic's facts and quotes by how near they are to a question in meaning. */
import type { Quote, Topic } from '../../knowledge/schema.ts';
import type { Breaker } from './breaker.ts';
import type { Embed, Vector } from './embeddings.ts';

type MeaningRequest = {
  readonly question: string;
  readonly topic: Topic;
  readonly signal: AbortSignal;
  /** Gets the tokens that the question took; those of the topic are nobody's. */
  readonly onTokens: (tokens: number) => void;
};

/** Ids of the topic's facts and quotes, nearest first. Fails with ModelFailure, or with the signal's reason. */
export type MeaningRanker = (request: MeaningRequest) => Promise<readonly string[]>;

/** Finding by meaning; with a breaker of its own, for embeddings may be down while the model is not. */
export type Meaning = { readonly rank: MeaningRanker; readonly breaker: Breaker };

type Placed = { readonly id: string; readonly vector: Vector };

/** A year: a text's vector never changes while the model is the same. */
const TOPIC_KEPT_MS = 365 * 24 * 60 * 60 * 1000;
/** As long as the drafts that were made with it. */
const QUESTION_KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** Topics whose vectors are held in memory; those asked about longest ago are read again from the store. */
const MOST_TOPICS = 64;
/** For all vectors of one topic, which no question waits for longer than its signal lets it. */
const TOPIC_TIME_MS = 60_000;

/**
 * A ranker that embeds a topic with the first question about it. The question waits only as long as its signal lets it:
 * the work goes on, and the next question finds it done.
 */
export function createMeaningRanker(embed: Embed): MeaningRanker {
  const vectorsOf = rememberTopics((topic) => embedTopic(topic, embed));
  return async ({ question, topic, signal, onTokens }) => {
    const [[asked], placed] = await Promise.all([
      embed([question], { signal, keptMs: QUESTION_KEPT_MS, onTokens }),
      before(signal, vectorsOf(topic)),
    ]);
    return placed
      .map(({ id, vector }) => ({ id, nearness: asked ? product(asked, vector) : 0 }))
      .sort((one, other) => other.nearness - one.nearness)
      .map(({ id }) => id);
  };
}

async function embedTopic(topic: Topic, embed: Embed): Promise<readonly Placed[]> {
  const texts = [
    ...topic.facts.map(({ id, text }) => ({ id, text })),
    ...topic.quotes.map((quote) => ({ id: quote.id, text: inContext(quote) })),
  ];
  const vectors = await embed(
    texts.map(({ text }) => text),
    { signal: AbortSignal.timeout(TOPIC_TIME_MS), keptMs: TOPIC_KEPT_MS },
  );
  return texts.flatMap(({ id }, at) => {
    const vector = vectors[at];
    return vector ? [{ id, vector }] : [];
  });
}

/** Words alone ("cordial") do not say what they were about. */
const inContext = ({ text, context }: Quote) => (context ? `${context}: ${text}` : text);

/** The same work, done once for each version of a topic and shared by those who ask meanwhile; a failure is forgotten. */
function rememberTopics(
  work: (topic: Topic) => Promise<readonly Placed[]>,
): (topic: Topic) => Promise<readonly Placed[]> {
  const kept = new Map<string, Promise<readonly Placed[]>>();
  return (topic) => {
    const key = `${topic.topic} ${topic.hash}`;
    const known = kept.get(key);
    const result = known ?? work(topic);
    if (!known) result.catch(() => kept.delete(key));
    kept.delete(key);
    kept.set(key, result);
    const [oldest] = kept.keys();
    if (kept.size > MOST_TOPICS && oldest !== undefined) kept.delete(oldest);
    return result;
  };
}

/** The result, unless the signal comes first. */
function before<Result>(signal: AbortSignal, result: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const product = (one: Vector, other: Vector) =>
  one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
