/** Ranks the entries of a scope for a question: plan, first pass, closer look, support. */
import { oncePerKey } from '../once-per-key.ts';
import { kindFinder } from './answer-type.ts';
import { type Candidate, createCandidateFinder } from './candidates.ts';
import { findConflicts } from './conflicts.ts';
import { type Context, contextOf, scoreGroups } from './context.ts';
import type { Dictionary } from './dictionary.ts';
import type { Entry } from './entry.ts';
import { FEATURES, type Features, featuresOf } from './features.ts';
import type { Hit } from './hit.ts';
import type { FeatureQuestion } from './look.ts';
import { type Matching, matchTable } from './matching.ts';
import { type PlannedTerm, planTerms } from './plan.ts';
import type { AnalysedQuestion } from './question.ts';
import { createEntryReader, type ReadEntry } from './read-entry.ts';
import type { Scope } from './scope.ts';
import { createCompany, createSentenceReader } from './sentence.ts';
import type { MetTerm, Support, UnmetTerm } from './support.ts';
import type { Surfaces } from './texts.ts';
import { createThesaurus, type Thesaurus } from './thesaurus.ts';
import { QUOTE_ASKED_FOR, RANKING, TOPIC_NAMED } from './weights.ts';
import type { WordGlosses } from './word-glosses.ts';
import { cosine, type WordVectors } from './word-vectors.ts';
import { placesByStem, turnsOf } from './wording.ts';
import type { WordNet } from './wordnet.ts';

/** Ranks the best `limit` entries of a scope, best first. */
export type Ranker = (question: AnalysedQuestion, scope: Scope, limit: number) => Hit[];

/** Entries that get a closer look; on the public set more change nothing among the first three, and cost time. */
const CLOSE_LOOKS = 20;

/** What a ranker knows words by. */
export type RankerParts = {
  readonly wordnet: WordNet;
  readonly vectors: WordVectors;
  readonly glosses: WordGlosses;
  readonly dictionary: Dictionary;
  readonly surfaces: Surfaces;
};

/** A ranker that knows words by WordNet and by the company they keep. */
export function createRanker({ wordnet, vectors, glosses, dictionary, surfaces }: RankerParts): Ranker {
  const thesaurus = createThesaurus(wordnet);
  const read = createEntryReader(surfaces, vectors);
  const findCandidates = createCandidateFinder();
  const companyOf = createCompany({ vectors, glosses });
  const directionOf = oncePerKey((entry: ReadEntry) => directionIn(entry, vectors), MOST_DIRECTIONS);
  return (question, scope, limit) => {
    const terms = planTerms(question, scope, { wordnet, thesaurus });
    const candidates = findCandidates(terms, scope, Math.max(CLOSE_LOOKS, limit));
    const groups = scoreGroups(candidates, terms, dictionary);
    const company = companyOf(terms.map(({ term }) => vectors.numberOf(term.folded)));
    const sentenceOf = createSentenceReader({ terms, table: matchTable(terms), company }, read);
    const looks = candidates.flatMap((candidate) => {
      const context = contextOf(candidate, groups, sentenceOf);
      return context ? [{ candidate, context }] : [];
    });
    const asked = featureQuestion(question, terms, { vectors, directionOf });
    const kindsIn = kindFinder(wordnet, asked);
    const best = bestOf(looks);
    const scored = looks.map(({ candidate, context }) => {
      const { matching, read: own } = context.sentence;
      const features = featuresOf({ asked, bm25: candidate.bm25, context, kinds: kindsIn(own), best });
      const score = scoreOf(features, own.entry, question) + TOPIC_NAMED * titleShare(candidate, terms);
      return { candidate, matching, features, score };
    });
    scored.sort((a, b) => b.score - a.score);
    return scored.slice(0, limit).map(({ candidate, matching, features, score }) => ({
      id: matching.read.entry.id,
      kind: matching.read.entry.kind,
      topic: candidate.segment.topic.topic,
      score,
      features,
      support: () => supportOf(matching, { asked, thesaurus }),
    }));
  };
}

/** Directions of entries kept, 1 kB each. */
const MOST_DIRECTIONS = 4000;

type Directions = {
  readonly vectors: WordVectors;
  readonly directionOf: (read: ReadEntry) => Float64Array;
};

function featureQuestion(
  question: AnalysedQuestion,
  terms: readonly PlannedTerm[],
  { vectors, directionOf }: Directions,
): FeatureQuestion {
  const isNumber = ({ term }: PlannedTerm) => /^\d/.test(term.stem);
  const weights = terms.map((planned) => (isNumber(planned) ? 1 : vectors.rarity(planned.term.folded) ** 2));
  const direction = vectors.direction(terms.map(({ term }) => vectors.numberOf(term.folded)));
  const focus = question.focus && vectors.numberOf(question.focus.folded);
  return {
    question,
    terms,
    asked: new Set(question.tokens.map(({ stem }) => stem)),
    telling: weights,
    turns: turnsOf(question.tokens),
    places: placesByStem(question.tokens),
    likeFocus: (number) =>
      focus === undefined || number < 0 ? 0 : Math.max(0, vectors.likeness(focus, number)),
    subjectOf: ({ read }) => cosine(direction, directionOf(read)),
  };
}

/** What the content words of a text are about as a whole. */
function directionIn({ words }: ReadEntry, vectors: WordVectors): Float64Array {
  const telling = words.filter(({ vector, isNumber }) => vector >= 0 && !isNumber);
  return vectors.direction(telling.map(({ vector }) => vector));
}

type InContext = { readonly candidate: Candidate; readonly context: Context };

function bestOf(looks: readonly InContext[]): { bm25: number; group: number } {
  return {
    bm25: Math.max(0, ...looks.map(({ candidate }) => candidate.bm25)),
    group: Math.max(0, ...looks.map(({ context }) => context.group)),
  };
}

const WEIGHTS = FEATURES.map((name) => [name, RANKING[name]] as const);

function scoreOf(features: Features, entry: Entry, question: AnalysedQuestion): number {
  let learned = 0;
  for (const [name, weight] of WEIGHTS) learned += weight * features[name];
  return question.kind === 'quote' && entry.kind === 'quote' ? learned + QUOTE_ASKED_FOR : learned;
}

function titleShare({ segment: { title } }: Candidate, terms: readonly PlannedTerm[]): number {
  return terms.length === 0 ? 0 : terms.filter(({ term }) => title.has(term.stem)).length / terms.length;
}

type Means = {
  readonly asked: FeatureQuestion;
  readonly thesaurus: Thesaurus;
};

function supportOf({ matches, read }: Matching, { asked, thesaurus }: Means): Support {
  const { question, terms } = asked;
  const met: MetTerm[] = [];
  const unmet: UnmetTerm[] = [];
  terms.forEach(({ term, idf, known }, n) => {
    const match = matches[n];
    if (match) met.push({ term, idf, how: match.how, by: match.by });
    else unmet.push({ term, idf, known });
  });
  const rarityOf = (list: readonly { idf: number }[]) => list.reduce((sum, { idf }) => sum + idf, 0);
  const all = rarityOf(met) + rarityOf(unmet);
  return {
    met,
    unmet,
    coverage: all > 0 ? rarityOf(met) / all : 0,
    conflicts: findConflicts(read, { question, unmet, thesaurus }),
  };
}
