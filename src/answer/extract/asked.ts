/** A question read against a topic: who is named, what sort of answer is wanted, whose words. */
import type { AnalysedQuestion } from '../../retrieval/question.ts';
import type { WordVectors } from '../../retrieval/word-vectors.ts';
import type { WordNet } from '../../retrieval/wordnet.ts';
import type { Dossier } from '../dossier.ts';
import { measureOf, type Slot, slotFor } from './asked-slot.ts';
import { speakersOf } from './asked-speaker.ts';
import { type AskedTerm, readTerms } from './asked-terms.ts';
import { findMentions, type Mention } from './mentions.ts';
import { type Deed, deedOf } from './roles.ts';

/** A question as the answering engine sees it. */
export type Asked = {
  readonly question: AnalysedQuestion;
  readonly slot: Slot;
  readonly measure?: RegExp;
  readonly mentions: readonly Mention[];
  readonly terms: readonly AskedTerm[];
  /** Those of them that an answer should speak of. */
  readonly telling: readonly AskedTerm[];
  /** Stems of words that stand side by side. */
  readonly pairs: readonly Pair[];
  /** Ids of those whose words are asked for; empty where nobody's are. */
  readonly speakers: readonly string[];
  readonly deed?: Deed;
  /** What its words are about as a whole, as a direction among the word vectors. */
  readonly direction: Float64Array;
};

type Pair = { readonly first: string; readonly second: string };

type Means = { readonly dossier: Dossier; readonly wordnet: WordNet; readonly vectors: WordVectors };

/** Reads the question. */
export function readAgainst(question: AnalysedQuestion, means: Means): Asked {
  const mentions = findMentions(question.tokens, means.dossier);
  const speakers = speakersOf(question, mentions);
  const terms = readTerms(question, { mentions, speakers }, means);
  const slot = slotFor(question, { mentions, speakers });
  const deed = deedOf(question, { mentions, terms, wordnet: means.wordnet });
  const measure = slot === 'measure' ? measureOf(question) : undefined;
  const telling = terms.filter((term) => term.telling);
  return {
    question,
    slot,
    mentions,
    terms,
    speakers,
    telling,
    pairs: pairsIn(question),
    direction: means.vectors.direction(telling.map(({ folded }) => means.vectors.numberOf(folded))),
    ...(deed ? { deed } : {}),
    ...(measure ? { measure } : {}),
  };
}

function pairsIn({ terms }: AnalysedQuestion): readonly Pair[] {
  return terms.flatMap((term, at) => {
    const next = terms[at + 1];
    return next?.position === term.position + 1 ? [{ first: term.stem, second: next.stem }] : [];
  });
}
