/** A question read against a topic: who is named, what sort of answer is wanted, whose words. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import { measureOf } from './asked-measure.ts';
import { type Slot, slotFor } from './asked-slot.ts';
import { speakersOf } from './asked-speaker.ts';
import { type AskedTerm, readTerms } from './asked-terms.ts';
import { type Deed, deedOf } from './deed.ts';
import { type Lexeme, oncePerLexeme } from './lexeme.ts';
import type { QuestionMeans } from './means.ts';
import { findMentions, type Mention } from './mentions.ts';
import { anywhere, type Sort } from './sort.ts';
import { type Direction, directionOf } from './subject.ts';
import { type Weights, weigh } from './weighing.ts';

/** A question as the answering engine sees it. */
export type Asked = {
  readonly question: AnalysedQuestion;
  readonly slot: Slot;
  readonly measure?: RegExp;
  readonly mentions: readonly Mention[];
  readonly terms: readonly AskedTerm[];
  /** Ids of those whose words are asked for; empty where nobody's are. */
  readonly speakers: readonly string[];
  readonly deed?: Deed;
  /** What its terms and mentions count for, in their order. */
  readonly weights: Weights;
  /** How well its terms account for a word of the topic, 0..1. */
  readonly accountsFor: (word: Lexeme) => number;
  /** For a question that asks where: what counts as a place. */
  readonly places?: Sort;
  /** What its words are about as a whole. */
  readonly direction: Direction;
};

/** Reads the question. */
export function readAgainst(question: AnalysedQuestion, means: QuestionMeans): Asked {
  const mentions = findMentions(question.tokens, means.dossier);
  const speakers = speakersOf(question, mentions);
  const terms = readTerms(question, { mentions, speakers }, means);
  const slot = slotFor(question, { mentions, speakers });
  const deed = deedOf(question, { mentions, terms, wordnet: means.wordnet });
  const measure = slot === 'measure' ? measureOf(question, mentions, means.dossier) : undefined;
  const parts = { mentions, terms, ...(deed ? { deed } : {}) };
  return {
    question,
    slot,
    ...parts,
    speakers,
    weights: weigh(parts, means.dossier),
    accountsFor: oncePerLexeme((word) =>
      terms.reduce(
        (best, { kin, likeness }) => Math.max(best, kin.words.get(word.stem) ?? likeness(word)),
        0,
      ),
    ),
    direction: directionOf(terms, means),
    ...(measure ? { measure } : {}),
    ...(slot === 'where' ? { places: anywhere(means.wordnet) } : {}),
  };
}
