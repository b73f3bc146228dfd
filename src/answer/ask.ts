/** Question → Answer: interpret, retrieve, compose, verify; abstain where the file does not say. */
import type { Question } from '../desk.ts';
import type { Source, Topic } from '../knowledge/schema.ts';
import type { Hit, KnowledgeIndex } from '../retrieval/knowledge-index.ts';
import { openWordNet, type WordNet } from '../retrieval/wordnet.ts';
import type { Answer, CitedSource, Claim, Engine } from './answer.ts';
import type { Composer } from './compose.ts';
import { extractClaims } from './extract/extract.ts';
import { readQuestion } from './question-text.ts';
import { keepTurn, readTurns, type ThreadStore, type Turn } from './thread.ts';
import { type DroppedClaim, verifyClaims } from './verify/verify.ts';

/** What happened on the way to an answer that operators count; never holds what users wrote. */
export type AskEvent =
  | {
      readonly kind: 'claim-dropped';
      readonly engine: Engine;
      readonly topic: string;
      readonly dropped: DroppedClaim;
    }
  | { readonly kind: 'composer-failed'; readonly topic: string; readonly error: unknown }
  | { readonly kind: 'thread-unavailable'; readonly error: unknown };

export type AskParts = {
  readonly index: KnowledgeIndex;
  /** Word relations that paraphrases are known by; by default WordNet, read when first needed. */
  readonly wordnet?: WordNet;
  /** Composes by a model; extraction answers without it and wherever it fails. */
  readonly composer?: Composer;
  readonly threads?: ThreadStore;
  readonly report?: (event: AskEvent) => void;
};

/** Facts and quotes looked at for one question. */
const HITS = 24;

/** Makes the function that answers questions. */
export function createAsk(parts: AskParts): (question: Question) => Promise<Answer> {
  const sources = { index: parts.index, wordnet: parts.wordnet ?? openWordNet() };
  return async (question) => {
    const read = readQuestion(question.text);
    if (read.kind !== 'readable') return abstain(question, undefined, []);
    const turns = await turnsOf(question, parts);
    const found = findTopicFor(read.text, question.topic, sources);
    if (!found) return abstain(question, undefined, []);
    const { claims, engine } = await compose({ question, text: read.text, turns, found }, parts);
    if (claims.length === 0) return abstain(question, found.topic, [], engine);
    await remember({ question, text: read.text, turns }, { claims, topic: found.topic }, parts);
    return answered(question, { claims, topic: found.topic, engine });
  };
}

type Sources = { readonly index: KnowledgeIndex; readonly wordnet: WordNet };
type Found = { readonly topic: Topic; readonly hits: readonly Hit[]; readonly claims: readonly Claim[] };

/** Topics that are looked at when the question does not say which. */
const TOPICS = 3;

/** The topic that answers best; where none answers, the one that is nearest. */
function findTopicFor(text: string, slug: string | undefined, sources: Sources): Found | undefined {
  const slugs = slug === undefined ? nearestTopics(text, sources.index) : [slug];
  const found = slugs.flatMap((topic) => extractFrom(text, topic, sources) ?? []);
  const best = found.reduce<(Found & { confidence: number }) | undefined>(
    (champion, next) => (champion === undefined || next.confidence > champion.confidence ? next : champion),
    undefined,
  );
  return best;
}

function nearestTopics(text: string, index: KnowledgeIndex): readonly string[] {
  const { hits } = index.search({ question: text, limit: HITS });
  return [...new Set(hits.map(({ topic }) => topic))].slice(0, TOPICS);
}

function extractFrom(
  text: string,
  slug: string,
  { index, wordnet }: Sources,
): (Found & { confidence: number }) | undefined {
  const topic = index.topic(slug);
  if (!topic) return undefined;
  const result = index.search({ question: text, topic: slug, limit: HITS });
  return { topic, hits: result.hits, ...extractClaims(result, topic, wordnet) };
}

type Composing = {
  readonly question: Question;
  readonly text: string;
  readonly turns: readonly Turn[];
  readonly found: Found;
};
type Composed = { readonly claims: readonly Claim[]; readonly engine: Engine };

async function compose(composing: Composing, parts: AskParts): Promise<Composed> {
  const { question, found } = composing;
  const byModel = parts.composer && (await composeByModel(composing, parts, parts.composer));
  if (byModel) return byModel;
  const claims = verified(found.claims, { topic: found.topic, engine: 'extractive' }, parts);
  for (const claim of claims) question.onClaim?.(claim, found.topic.topic);
  return { claims, engine: 'extractive' };
}

/** The model's verified claims; undefined where extraction has to take over. */
async function composeByModel(
  { question, text, turns, found }: Composing,
  parts: AskParts,
  composer: Composer,
): Promise<Composed | undefined> {
  const { topic, hits } = found;
  const kept: Claim[] = [];
  let offered = 0;
  try {
    const claims = await composer({
      question: text,
      asked: question.text,
      topic,
      evidence: hits,
      turns,
      ...(question.locale === undefined ? {} : { locale: question.locale }),
      ...(question.user === undefined ? {} : { user: question.user }),
    });
    if (!claims) return undefined;
    for await (const claim of claims) {
      offered += 1;
      for (const good of verified([claim], { topic, engine: 'openai', hits }, parts)) {
        kept.push(good);
        question.onClaim?.(good, topic.topic);
      }
    }
  } catch (error) {
    parts.report?.({ kind: 'composer-failed', topic: topic.topic, error });
    return kept.length > 0 ? { claims: kept, engine: 'openai' } : undefined;
  }
  return kept.length > 0 || offered === 0 ? { claims: kept, engine: 'openai' } : undefined;
}

type Verification = { readonly topic: Topic; readonly engine: Engine; readonly hits?: readonly Hit[] };

function verified(
  claims: readonly Claim[],
  { topic, engine, hits }: Verification,
  { report }: AskParts,
): readonly Claim[] {
  const retrieved = hits && new Set(hits.map(({ id }) => id));
  const { kept, dropped } = verifyClaims(claims, { topic, ...(retrieved ? { retrieved } : {}) });
  for (const each of dropped) report?.({ kind: 'claim-dropped', engine, topic: topic.topic, dropped: each });
  return kept;
}

/** A conversation that cannot be read or kept costs its context, never the answer. */
async function turnsOf({ thread }: Question, { threads, report }: AskParts): Promise<readonly Turn[]> {
  if (thread === undefined || !threads) return [];
  try {
    return await readTurns(threads, thread);
  } catch (error) {
    report?.({ kind: 'thread-unavailable', error });
    return [];
  }
}

type Asking = { readonly question: Question; readonly text: string; readonly turns: readonly Turn[] };

async function remember(
  { question, text, turns }: Asking,
  { claims, topic }: { claims: readonly Claim[]; topic: Topic },
  { threads, report }: AskParts,
): Promise<void> {
  if (question.thread === undefined || !threads) return;
  const citations = claims.flatMap((claim) => claim.citations);
  try {
    await keepTurn(threads, question.thread, {
      turns,
      turn: { question: text, topic: topic.topic, citations },
    });
  } catch (error) {
    report?.({ kind: 'thread-unavailable', error });
  }
}

function answered(
  question: Question,
  { claims, topic, engine }: Composed & { readonly topic: Topic },
): Answer {
  const cited = new Set(claims.flatMap(({ citations }) => citations));
  const used = new Set(
    [...topic.facts, ...topic.quotes].filter(({ id }) => cited.has(id)).map(({ source }) => source),
  );
  return {
    schema: 1,
    question: question.text,
    status: 'answered',
    engine,
    topic: topic.topic,
    asOf: topic.asOf,
    claims: [...claims],
    sources: topic.sources.filter(({ id }) => used.has(id)).map(citeSource),
    suggestions: [],
  };
}

function citeSource({ id, headline, publisher, date, url }: Source): CitedSource {
  return {
    id,
    headline,
    ...(publisher === undefined ? {} : { publisher }),
    ...(date === undefined ? {} : { date }),
    ...(url === undefined ? {} : { url }),
  };
}

function abstain(
  question: Question,
  topic: Topic | undefined,
  suggestions: readonly string[],
  engine: Engine = 'extractive',
): Answer {
  return {
    schema: 1,
    question: question.text,
    status: 'abstained',
    engine,
    ...(topic ? { topic: topic.topic, asOf: topic.asOf } : {}),
    claims: [],
    sources: [],
    suggestions: [...suggestions],
  };
}
