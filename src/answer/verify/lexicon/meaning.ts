/** Whether one word says what another says, or something more general. */
import { openWordNet, type Relation } from '../../../retrieval/wordnet.ts';
import type { Word } from '../text/words.ts';
import { interchangeable } from './newsroom.ts';
import { wordSet } from './word-list.ts';

/** The dictionary of the verifier; its files are read at the first look-up. */
export const wordNet = openWordNet();

/** What follows from the word in the facts: a synonym, the same word as another part of speech, a wider word. */
const ENTAILED: ReadonlySet<Relation> = new Set(['synonym', 'family', 'similar', 'broader', 'consequence']);

/** Rarer senses than the first three are mostly another word. */
const SENSES = 3;
const KEPT_WORDS = 5000;
const entailedBy = new Map<string, ReadonlySet<string>>();

/** Words that follow from a word: at one step, and at two where the first step changes only the part of speech or the wording. */
function entailed(lemma: string): ReadonlySet<string> {
  const known = entailedBy.get(lemma);
  if (known) return known;
  const near = relatedTo(lemma, ENTAILED);
  const turned = relatedTo(lemma, REWORDED);
  const found = new Set([...near, ...turned.flatMap((word) => relatedTo(word, ENTAILED))]);
  if (entailedBy.size >= KEPT_WORDS) entailedBy.clear();
  entailedBy.set(lemma, found);
  return found;
}

/** The same in other words: a synonym, or the noun of a verb. */
const REWORDED: ReadonlySet<Relation> = new Set(['synonym', 'family']);

const relatedTo = (lemma: string, relations: ReadonlySet<Relation>): readonly string[] =>
  wordNet
    .related(lemma)
    .filter(({ relation, sense }) => relations.has(relation) && sense < SENSES)
    .map(({ word }) => word);

/** The same word, inflected or not. */
export const sameWord = (one: Word, other: Word) =>
  one.folded === other.folded ||
  one.lemma === other.lemma ||
  (one.stem === other.stem && one.stem.length > 2);

/** Whether `evidence` bears out `claim` as a word. Not symmetric: "vessel" follows from "boat", not the reverse. */
export function bearsOut(evidence: Word, claim: Word): boolean {
  if (sameWord(evidence, claim)) return true;
  return !isName(evidence) && !isName(claim) && isInPlaceOf(evidence, claim);
}

/** Verbs with so many senses that nearly any verb is related to one of them. */
const MANY_MEANINGS =
  wordSet(`say tell write state call ask be have do make take get go come give put set run hold keep bring
  see find work turn move pass play show stand carry`);

const isEntailed = (evidence: Word, claim: Word) =>
  entailed(evidence.lemma).has(claim.lemma) ||
  entailed(evidence.folded).has(claim.folded) ||
  isSynonym(claim.lemma, evidence.lemma);

const KEPT_PAIRS = 50_000;
const pairs = new Map<string, boolean>();

/** The dictionary's word on a pair; kept, since the same facts are compared with every claim. */
function isInPlaceOf(evidence: Word, claim: Word): boolean {
  const key = `${evidence.lemma} ${evidence.folded} ${claim.lemma} ${claim.folded}`;
  const known = pairs.get(key);
  if (known !== undefined) return known;
  const found =
    !isOpposite(evidence, claim) &&
    (interchangeable(evidence.lemma, claim.lemma) ||
      (!MANY_MEANINGS.has(evidence.lemma) && isEntailed(evidence, claim)));
  if (pairs.size >= KEPT_PAIRS) pairs.clear();
  pairs.set(key, found);
  return found;
}

const oppositeTo = new Map<string, ReadonlySet<string>>();
const OPPOSITE: ReadonlySet<Relation> = new Set(['opposite']);

/** Opposites of the word and of its near synonyms: no chain of senses leads from "close" to "open". */
function isOpposite({ lemma }: Word, claim: Word): boolean {
  const known = oppositeTo.get(lemma) ?? oppositesOf(lemma);
  if (oppositeTo.size >= KEPT_WORDS) oppositeTo.clear();
  oppositeTo.set(lemma, known);
  return known.has(claim.lemma) || known.has(claim.folded);
}

function oppositesOf(lemma: string): ReadonlySet<string> {
  const direct = relatedTo(lemma, OPPOSITE);
  const near = relatedTo(lemma, REWORDED).flatMap((word) => relatedTo(word, OPPOSITE));
  const turned = direct.flatMap((word) => relatedTo(word, REWORDED));
  return new Set([...direct, ...near, ...turned].filter((word) => word !== lemma));
}

const isName = (word: Word) => word.pos === 'PROPN';

/** Family and synonym hold both ways; the dictionary lists some of them under one of the two only. */
function isSynonym(one: string, other: string): boolean {
  return wordNet
    .related(one)
    .some(
      ({ word, relation, sense }) =>
        word === other &&
        sense < SENSES &&
        (relation === 'synonym' || relation === 'family' || relation === 'similar'),
    );
}
