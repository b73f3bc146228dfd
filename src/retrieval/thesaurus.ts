/** Which other stems can stand in for a question's word, and how well; and which say the opposite. */
import { oncePerKey } from '../once-per-key.ts';
import { stemOf } from './tokens.ts';
import type { Relation, WordNet } from './wordnet.ts';

/** A stem that can stand in for a word; `weight` in 0..1 is how well. */
type StandIn = {
  readonly stem: string;
  readonly weight: number;
};

/** Answers for folded words; empty for words that the dictionary does not list. */
export type Thesaurus = {
  /** Best first. */
  standIns(word: string): readonly StandIn[];
  /** Stems of opposite meaning, with their degrees: "largest" → small, smaller, smallest. */
  opposites(word: string): ReadonlySet<string>;
};

/** A thesaurus over WordNet that keeps its answers. */
export function createThesaurus(wordnet: WordNet): Thesaurus {
  return {
    standIns: oncePerKey((word: string) => findStandIns(word, wordnet), MOST_KEPT),
    opposites: oncePerKey((word: string) => findOpposites(word, wordnet), MOST_KEPT),
  };
}

const MOST_KEPT = 20_000;

/** Chosen by leaving one public article out at a time; the ranking is flat around these. */
const WEIGHTS: Readonly<Record<Relation, number>> = {
  synonym: 0.5,
  family: 0.6,
  similar: 0.3,
  broader: 0.2,
  narrower: 0.2,
  consequence: 0.3,
  opposite: 0,
};
/** A rarer sense of a word is less likely the one meant. */
const NEXT_SENSE = 0.7;
const LEAST_WEIGHT = 0.05;

function findStandIns(word: string, wordnet: WordNet): StandIn[] {
  const weights = new Map<string, number>();
  for (const { word: other, relation, sense } of wordnet.related(word)) {
    const weight = WEIGHTS[relation] * NEXT_SENSE ** sense;
    if (weight < LEAST_WEIGHT || /[ -]/.test(other)) continue;
    const stem = stemOf(other);
    if (weight > (weights.get(stem) ?? 0)) weights.set(stem, weight);
  }
  weights.delete(stemOf(word));
  return [...weights].map(([stem, weight]) => ({ stem, weight })).sort((a, b) => b.weight - a.weight);
}

function findOpposites(word: string, wordnet: WordNet): Set<string> {
  const found = wordnet.related(word).filter(({ relation }) => relation === 'opposite');
  return new Set(
    found.flatMap(({ word: other, pos }) => (pos === 'adj' ? degrees(other) : [other])).map(stemOf),
  );
}

function degrees(adjective: string): string[] {
  const root = adjective.endsWith('e') ? adjective.slice(0, -1) : adjective;
  return [adjective, `${root}er`, `${root}est`];
}
