/** Finds the topic that a question is about, what it asks in full, and what extraction says to it. */

import type { Topic } from '../knowledge/schema.ts';
import type { KnowledgeIndex } from '../retrieval/knowledge-index.ts';
import { analyseQuestion } from '../retrieval/question.ts';
import type { Claim } from './answer.ts';
import { claimsTelling, eachOnce } from './claims.ts';
import { dossierOf } from './dossier.ts';
import { isReadWhole } from './extract/candidate.ts';
import { extractClaims } from './extract/extract.ts';
import type { Dictionaries } from './extract/means.ts';
import { asksForAll } from './extract/overview.ts';
import { plainly } from './extract/phrasing.ts';
import { respell } from './extract/respell.ts';
import { inTurn } from './follow-up/antecedents.ts';
import { readFollowUp } from './follow-up/lead.ts';
import { type FullQuestion, fullQuestions } from './follow-up/readings.ts';
import { askedOfSaid, type Said } from './follow-up/said.ts';
import type { Turn } from './thread.ts';

/** What answers are found in. */
export type Sources = Dictionaries & {
  readonly index: KnowledgeIndex;
  /** Whether hits are wanted beside the claims: a model composes from them. */
  readonly needsHits: boolean;
};

/** A question as understood, with the hits of its topic and the claims that extraction made of them. */
export type Found = {
  readonly topic: Topic;
  /** The question in full: a follow-up with its pronouns and its missing words filled in. */
  readonly question: string;
  /** Ids of what the index found, best first; empty where nobody needs them. No more of a hit: answers are kept. */
  readonly hits: readonly string[];
  /** Ids of the facts and quotes nearest to the question, best first. */
  readonly near: readonly string[];
  /** Not yet verified; empty where extraction finds no answer. */
  readonly claims: readonly Claim[];
  /** How sure extraction is of the first claim, 0..1. */
  readonly confidence: number;
  /** How much of what was typed the first claim meets, 0..1; only in a conversation. */
  readonly met?: number;
};

/** A question and where it stands. */
export type Inquiry = {
  readonly text: string;
  /** Slug of the topic to look in; without it the best one is chosen. */
  readonly slug: string | undefined;
  readonly turns: readonly Turn[];
};

/** The reading and the topic that answer best; where none answers, the nearest topic; undefined where there is none. */
export function findAnswer({ text, slug, turns }: Inquiry, sources: Sources): Found | undefined {
  const topic = sources.index.topic(slug ?? turns.at(-1)?.topic ?? '');
  if (!topic || turns.length === 0) return findIn({ text }, slug, sources);
  const own = turns.map((turn) => (turn.topic === topic.topic ? turn : { ...turn, citations: [] }));
  return findInConversation({ text, slug, turns: own }, topic, sources);
}

/** `topic` is the one that is spoken of. */
function findInConversation(
  { text, slug, turns }: Inquiry,
  topic: Topic,
  sources: Sources,
): Found | undefined {
  const dossier = dossierOf(topic);
  const asked = inTurn(readFollowUp(text), turns, dossier);
  const said = askedOfSaid(asked, turns, { dossier, ...sources });
  if (said && (said.ids.length > 0 || !said.isOpen)) return saidAgain(said, topic);
  const [first = { text }, ...others] = fullQuestions(asked, turns, dossier, said?.isOpen);
  const fuller = others.map((reading) => extractFrom(reading, topic, sources));
  const followUp = fuller.filter(({ claims }) => claims.length > 0).reduce(muchSurer, undefined);
  // "What's the latest?" names no topic: it is about the one that is spoken of.
  const within = slug ?? (isAboutAnyTopic(text) ? topic.topic : undefined);
  const alone = others.length > 0 && first.needsContext ? undefined : findIn(first, within, sources);
  if (!followUp) return alone ?? asAsked(fuller[0], others[0]);
  if (alone?.claims[0]?.text === followUp.claims[0]?.text) return followUp;
  return alone && alone.claims.length > 0 && merit(alone) > merit(followUp) + CONTEXT_COUNTS
    ? alone
    : followUp;
}

/** How sure it is that what was just said is what is asked about. */
const SAID = 0.8;

/** What was just said as the answer to a question about it; no claims where it does not hold what is asked for. */
function saidAgain({ question, ids }: Said, topic: Topic): Found {
  const claims = eachOnce(ids.flatMap((id) => claimsTelling(id, dossierOf(topic))));
  return { topic, question, hits: ids, near: ids, claims, confidence: claims.length > 0 ? SAID : 0 };
}

/** What has no answer was not about the question before it, but its pronouns were about somebody. */
function asAsked(found: Found | undefined, reading: FullQuestion | undefined): Found | undefined {
  return found && { ...found, question: reading?.own ?? found.question };
}

/** In a conversation the likelier reading wins unless the other is surer by this much. */
const CONTEXT_COUNTS = 0.1;

/** No further topic is looked at once one is as sure as this: they come nearest first. */
const SURE = 0.9;
/** Topics that are looked at when the question does not say which: a third one brought more wrong answers than right ones. */
const TOPICS = 2;
/** How much less the best fact of a further topic may score: a topic that is much worse is another subject. */
const NEARLY_AS_GOOD = 1.6;
/** Facts and quotes looked at for one question. */
const HITS = 24;

function findIn(reading: FullQuestion, slug: string | undefined, sources: Sources): Found | undefined {
  const slugs = slug === undefined ? nearestTopics(reading.text, sources.index) : [slug];
  const topics = slugs.flatMap((each) => sources.index.topic(each) ?? []);
  let best: Found | undefined;
  for (const topic of topics) {
    best = surer(best, extractFrom(reading, topic, sources));
    if (best.confidence >= SURE) return best;
  }
  return best;
}

/** How sure it is, and as much how well it meets what was typed: what was filled in is met by what was told before. */
const merit = ({ confidence, met = 0 }: Found) => confidence + met;

/** Readings come likeliest first: "he" is the one whom the question named rather than one of its answer. */
function muchSurer(champion: Found | undefined, next: Found): Found {
  return champion === undefined || merit(next) > merit(champion) + CONTEXT_COUNTS ? next : champion;
}

function surer(champion: Found | undefined, next: Found): Found {
  return champion === undefined || next.confidence > champion.confidence ? next : champion;
}

function nearestTopics(text: string, index: KnowledgeIndex): readonly string[] {
  const question = readPlainly(text);
  if (asksForAll(question)) return onlyTopic(index);
  const { hits } = index.search({ question, limit: HITS });
  const least = (hits[0]?.score ?? 0) - NEARLY_AS_GOOD;
  const near = hits.filter(({ score }) => score >= least);
  return [...new Set(near.map(({ topic }) => topic))].slice(0, TOPICS);
}

/** No word of "what's the latest?" tells one topic from another. */
function onlyTopic(index: KnowledgeIndex): readonly string[] {
  const topics = index.topics();
  return topics.length === 1 ? topics.map(({ topic }) => topic) : [];
}

/** Whether a question is about whatever topic is spoken of: "what's the latest?" */
export function isAboutAnyTopic(text: string): boolean {
  return asksForAll(readPlainly(text));
}

const readPlainly = (text: string) => analyseQuestion(plainly(text));

/** What extraction makes of one reading in one topic. */
export function extractFrom(
  { text, own, without, sort, typed }: FullQuestion,
  topic: Topic,
  sources: Sources,
): Found {
  const { index, wordnet, vectors, needsHits } = sources;
  const dossier = dossierOf(topic);
  const question = readPlainly(dossier.curated ? respell(text, { dossier, wordnet, vectors }) : text);
  const skipsIndex = !needsHits && isReadWhole(dossier);
  const hits = skipsIndex ? [] : index.search({ question, topic: topic.topic, limit: HITS }).hits;
  const words = {
    ...(typed ? { typed: analyseQuestion(typed) } : {}),
    wordnet,
    vectors,
    without,
    ...(sort ? { sort: analyseQuestion(sort) } : {}),
    ...(own ? { own: analyseQuestion(own) } : {}),
  };
  const ids = hits.map(({ id }) => id);
  return { topic, question: text, hits: ids, ...extractClaims({ question, hits }, topic, words) };
}
