/**
 * Question → ranked facts and quotes, over one topic or all of them.
 *
 * An index of its own, for what decides here is the closer look after the first pass, which needs the neighbours,
 * paragraphs and people of a fact at hand. On the public set (test/bench/retrieval.ts; articles left out of the
 * fitting) the right sentence comes first for 0.77 of the questions and among three for 0.91; SQLite FTS5 gives 0.64
 * and 0.79, MiniSearch 0.65 and 0.79, Orama 0.48 and 0.68. At 100,000 facts it holds about 50 MB, near FTS5 (30);
 * MiniSearch holds 130, Orama 270.
 */
import type { Topic } from '../knowledge/schema.ts';
import { createCollection } from './collection.ts';
import { createDictionary } from './dictionary.ts';
import type { Hit } from './hit.ts';
import { type AnalysedQuestion, analyseQuestion } from './question.ts';
import { createRanker } from './rank.ts';
import { type Scope, scopeOf } from './scope.ts';
import { indexTopic, type Segment } from './segment.ts';
import { createSurfaces } from './texts.ts';
import { openWordGlosses } from './word-glosses.ts';
import { openWordVectors, type WordVectors } from './word-vectors.ts';
import { openWordNet, type WordNet } from './wordnet.ts';

/** The question as read, and the hits, best first; empty where nothing shares a term with it. */
export type SearchResult = {
  readonly question: AnalysedQuestion;
  readonly hits: readonly Hit[];
};

/** What to search: `topic` narrows to one slug (an unknown one finds nothing); `limit` defaults to 10 hits. */
type SearchRequest = {
  readonly question: string | AnalysedQuestion;
  readonly topic?: string | undefined;
  readonly limit?: number | undefined;
};

/** A searchable set of topics. `putTopic` replaces a topic of the same slug and indexes that topic alone. */
export type KnowledgeIndex = {
  putTopic(topic: Topic): void;
  /** False where there was none. */
  removeTopic(slug: string): boolean;
  topic(slug: string): Topic | undefined;
  /** In the order in which they were first put. */
  topics(): readonly Topic[];
  /** Another number after each change: what was worked out from the index before does not hold any more. */
  version(): number;
  search(request: SearchRequest): SearchResult;
};

/** What an index may be given: dictionaries that are shared with others; by default of its own. */
export type IndexParts = {
  readonly wordnet?: WordNet;
  readonly vectors?: WordVectors;
};

/** An index of the given topics. */
export function createKnowledgeIndex(topics: readonly Topic[] = [], parts: IndexParts = {}): KnowledgeIndex {
  const dictionary = createDictionary();
  const surfaces = createSurfaces();
  const rank = createRanker({
    wordnet: parts.wordnet ?? openWordNet(),
    vectors: parts.vectors ?? openWordVectors(),
    glosses: openWordGlosses(),
    dictionary,
    surfaces,
  });
  const segments = new Map<string, Segment>();
  const collection = createCollection(dictionary);
  let version = 0;
  const removeTopic = (slug: string) => {
    version += 1;
    const segment = segments.get(slug);
    if (segment) collection.remove(segment);
    return segment !== undefined;
  };
  const putTopic = (topic: Topic) => {
    version += 1;
    const segment = indexTopic(topic, { dictionary, surfaces });
    removeTopic(topic.topic);
    segments.set(topic.topic, segment);
    collection.add(segment);
  };
  const scopeFor = (slug: string | undefined): Scope | undefined => {
    if (slug === undefined) return collection;
    const segment = segments.get(slug);
    return segment && scopeOf(segment, dictionary);
  };
  topics.forEach(putTopic);
  return {
    putTopic,
    removeTopic: (slug) => removeTopic(slug) && segments.delete(slug),
    topic: (slug) => segments.get(slug)?.topic,
    topics: () => [...segments.values()].map(({ topic }) => topic),
    version: () => version,
    search: ({ question, topic, limit = 10 }) => {
      const analysed = typeof question === 'string' ? analyseQuestion(question) : question;
      const scope = scopeFor(topic);
      return { question: analysed, hits: scope ? rank(analysed, scope, limit) : [] };
    },
  };
}
