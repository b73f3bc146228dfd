/** Ranks the entries of a scope for a question: plan, first pass, closer look, support. */
import { createKindFinder, holdsAnswerType } from './answer-type.ts';
import { type Candidate, createCandidateFinder } from './candidates.ts';
import { findConflicts } from './conflicts.ts';
import { contextOf, type GroupScores, scoreGroups } from './context.ts';
import type { Dictionary } from './dictionary.ts';
import type { Entry } from './entry.ts';
import { FEATURES, type Features, featuresOf } from './features.ts';
import { createEntryReader, type Matching, matchEntry, matchTable } from './matching.ts';
import { type PlannedTerm, planTerms } from './plan.ts';
import type { AnalysedQuestion } from './question.ts';
import type { Scope } from './scope.ts';
import type { MetTerm, Support, UnmetTerm } from './support.ts';
import { createThesaurus } from './thesaurus.ts';
import { QUOTE_ASKED_FOR, RANKING, TOPIC_NAMED } from './weights.ts';
import type { WordNet } from './wordnet.ts';

/** An entry as ranked. */
interface Ranked {
  readonly entry: Entry;
  /** Slug of its topic. */
  readonly topic: string;
  readonly score: number;
  readonly features: Features;
  readonly support: Support;
}

/** Ranks the best `limit` entries of a scope, best first. */
export type Ranker = (question: AnalysedQuestion, scope: Scope, limit: number) => Ranked[];

/** Entries that get a closer look; on the public set more change nothing among the first three, and cost time. */
const CLOSE_LOOKS = 24;

/** A ranker that knows words by WordNet. */
export function createRanker(wordnet: WordNet, dictionary: Dictionary): Ranker {
  const thesaurus = createThesaurus(wordnet);
  const kindsIn = createKindFinder(wordnet);
  const read = createEntryReader();
  const findCandidates = createCandidateFinder();
  return (question, scope, limit) => {
    const terms = planTerms(question, scope, { wordnet, thesaurus });
    const candidates = findCandidates(terms, scope, Math.max(CLOSE_LOOKS, limit));
    const table = matchTable(terms);
    const groups = scoreGroups(candidates, terms, dictionary);
    const best = bestOf(candidates, groups);
    const looks = candidates.flatMap((candidate) => {
      const entry = candidate.segment.entries[candidate.at];
      if (!entry) return [];
      const matching = matchEntry(read(entry), terms, table);
      const kinds = kindsIn(matching.tokens, question);
      const context = contextOf(candidate, groups);
      const features = featuresOf({ question, terms, candidate, matching, context, kinds, best });
      return [
        {
          candidate,
          matching,
          features,
          score: scoreOf(features, entry, question) + TOPIC_NAMED * titleShare(candidate, terms),
        },
      ];
    });
    looks.sort((a, b) => b.score - a.score);
    return looks.slice(0, limit).map(({ candidate, matching, features, score }) => ({
      entry: matching.entry,
      topic: candidate.segment.topic.topic,
      score,
      features,
      support: supportOf(matching, {
        question,
        terms,
        conflicts: (unmet) => findConflicts(matching, { question, unmet, thesaurus }),
      }),
    }));
  };
}

function bestOf(candidates: readonly Candidate[], groups: GroupScores): { bm25: number; group: number } {
  const bm25 = candidates.map((candidate) => candidate.bm25);
  const group = candidates.map((candidate) => contextOf(candidate, groups).group);
  return { bm25: Math.max(0, ...bm25), group: Math.max(0, ...group) };
}

function scoreOf(features: Features, entry: Entry, question: AnalysedQuestion): number {
  const learned = FEATURES.reduce((sum, name) => sum + RANKING[name] * features[name], 0);
  return question.kind === 'quote' && entry.kind === 'quote' ? learned + QUOTE_ASKED_FOR : learned;
}

function titleShare({ segment: { title } }: Candidate, terms: readonly PlannedTerm[]): number {
  return terms.length === 0 ? 0 : terms.filter(({ term }) => title.has(term.stem)).length / terms.length;
}

interface Means {
  readonly question: AnalysedQuestion;
  readonly terms: readonly PlannedTerm[];
  readonly conflicts: (unmet: readonly UnmetTerm[]) => Support['conflicts'];
}

function supportOf({ matches, tokens, entry }: Matching, { question, terms, conflicts }: Means): Support {
  const met: MetTerm[] = [];
  const unmet: UnmetTerm[] = [];
  terms.forEach(({ term, idf, known }, n) => {
    const match = matches[n];
    if (match) met.push({ term, idf, how: match.how, by: match.by });
    else unmet.push({ term, idf, known });
  });
  const weigh = (list: readonly { idf: number }[]) => list.reduce((sum, { idf }) => sum + idf, 0);
  const all = weigh(met) + weigh(unmet);
  return {
    met,
    unmet,
    coverage: all > 0 ? weigh(met) / all : 0,
    answerType: question.answerType,
    answerPresent: holdsAnswerType(tokens, question, entry),
    conflicts: conflicts(unmet),
  };
}
