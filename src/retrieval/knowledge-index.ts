/** Question → ranked facts and quotes, over one topic or all of them. */
import type { Topic } from '../knowledge/schema.ts';
import { holdsAnswerType } from './answer-type.ts';
import { type AnalysedQuestion, analyseQuestion, type QuestionTerm } from './question.ts';
import { type Entry, entryOf, frequencyOf, indexTopic, type Segment } from './segment.ts';
import type { MatchKind, MetTerm, Support, UnmetTerm } from './support.ts';
import { type Token, tokenise } from './tokens.ts';

/** A fact or quote found, with its score (higher is better; comparable within one result only). */
export interface Hit {
  readonly id: string;
  /** Slug of its topic. */
  readonly topic: string;
  readonly kind: 'fact' | 'quote';
  readonly score: number;
  readonly support: Support;
}

/** The question as read, and the hits, best first; empty where nothing shares a term with it. */
export interface SearchResult {
  readonly question: AnalysedQuestion;
  readonly hits: readonly Hit[];
}

/** What to search: `topic` narrows to one slug (an unknown one finds nothing); `limit` defaults to 10 hits. */
export interface SearchRequest {
  readonly question: string | AnalysedQuestion;
  readonly topic?: string | undefined;
  readonly limit?: number | undefined;
}

/** A searchable set of topics. `putTopic` replaces a topic of the same slug and indexes that topic alone. */
export interface KnowledgeIndex {
  putTopic(topic: Topic): void;
  /** False where there was none. */
  removeTopic(slug: string): boolean;
  topic(slug: string): Topic | undefined;
  /** In the order in which they were first put. */
  topics(): readonly Topic[];
  search(request: SearchRequest): SearchResult;
}

/** An index of the given topics. */
export function createKnowledgeIndex(topics: readonly Topic[] = []): KnowledgeIndex {
  const segments = new Map<string, Segment>();
  const putTopic = (topic: Topic) => void segments.set(topic.topic, indexTopic(topic));
  topics.forEach(putTopic);
  return {
    putTopic,
    removeTopic: (slug) => segments.delete(slug),
    topic: (slug) => segments.get(slug)?.topic,
    topics: () => [...segments.values()].map((segment) => segment.topic),
    search: ({ question, topic, limit = 10 }) => {
      const analysed = typeof question === 'string' ? analyseQuestion(question) : question;
      const scope =
        topic === undefined ? [...segments.values()] : [segments.get(topic)].filter((s) => s !== undefined);
      return { question: analysed, hits: rank(analysed, scope, limit) };
    },
  };
}

const K1 = 1.2;
const B = 0.5;

interface Candidate {
  readonly segment: Segment;
  readonly entry: Entry;
  readonly score: number;
}

interface WeightedTerm {
  readonly term: QuestionTerm;
  readonly idf: number;
  readonly known: boolean;
}

function rank(question: AnalysedQuestion, scope: readonly Segment[], limit: number): Hit[] {
  const terms = weigh(question.terms, scope);
  return scope
    .flatMap((segment) => score(segment, terms))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ segment, entry, score }) => ({
      id: entry.id,
      topic: segment.topic.topic,
      kind: entry.kind,
      score,
      support: supportOf(entry, question, terms),
    }));
}

function weigh(terms: readonly QuestionTerm[], scope: readonly Segment[]): WeightedTerm[] {
  const size = scope.reduce((sum, segment) => sum + segment.entries.length, 0);
  return terms.map((term) => {
    const count = scope.reduce((sum, segment) => sum + (segment.postings.get(term.stem)?.length ?? 0), 0);
    return { term, idf: Math.log(1 + (size - count + 0.5) / (count + 0.5)), known: count > 0 };
  });
}

function score(segment: Segment, terms: readonly WeightedTerm[]): Candidate[] {
  const scores = new Float64Array(segment.entries.length);
  for (const { term, idf } of terms) {
    for (const posting of segment.postings.get(term.stem) ?? []) {
      const at = entryOf(posting);
      const length = segment.entries[at]?.length ?? 1;
      const frequency = frequencyOf(posting);
      const norm = K1 * (1 - B + (B * length) / segment.averageLength);
      scores[at] = (scores[at] ?? 0) + (idf * frequency * (K1 + 1)) / (frequency + norm);
    }
  }
  return segment.entries.flatMap((entry, at) => {
    const score = scores[at] ?? 0;
    return score > 0 ? [{ segment, entry, score }] : [];
  });
}

function supportOf(entry: Entry, question: AnalysedQuestion, terms: readonly WeightedTerm[]): Support {
  const texts: readonly (readonly [MatchKind, Token[]])[] = [
    ['exact', tokenise(entry.text)],
    ['alias', tokenise(entry.aliases)],
    ['field', tokenise(entry.fields)],
  ];
  const met: MetTerm[] = [];
  const unmet: UnmetTerm[] = [];
  for (const { term, idf, known } of terms) {
    const match = matchOf(term, texts);
    if (match) met.push({ term, idf, ...match });
    else unmet.push({ term, idf, known });
  }
  const sum = (list: readonly { idf: number }[]) => list.reduce((total, { idf }) => total + idf, 0);
  const all = sum(met) + sum(unmet);
  return {
    met,
    unmet,
    coverage: all > 0 ? sum(met) / all : 0,
    answerType: question.answerType,
    answerPresent: holdsAnswerType(texts[0]?.[1] ?? [], question),
  };
}

function matchOf(
  term: QuestionTerm,
  texts: readonly (readonly [MatchKind, Token[]])[],
): { how: MatchKind; by: string } | undefined {
  for (const [how, tokens] of texts) {
    const token =
      tokens.find(({ folded }) => folded === term.folded) ?? tokens.find(({ stem }) => stem === term.stem);
    if (token)
      return { how: how === 'exact' && token.folded !== term.folded ? 'stem' : how, by: token.folded };
  }
  return undefined;
}
