/** WordNet as a dictionary of meaning: words of like meaning or family, opposites, and kinds of things. */
import { oncePerKey } from '../once-per-key.ts';
import { lemmasOf } from './lemmas.ts';
import {
  PARTS_OF_SPEECH,
  type PartOfSpeech,
  type Pointer,
  type Synset,
  type WordNetFile,
  wordNetFile,
} from './wordnet-files.ts';

/** How a related word stands to the one looked up. */
export type Relation = 'synonym' | 'family' | 'similar' | 'broader' | 'narrower' | 'consequence' | 'opposite';

/** A related word. */
type RelatedWord = {
  /** Lower case; may hold spaces. */
  readonly word: string;
  readonly relation: Relation;
  /** From 0, the commonest sense of the word looked up, to 4; rarer ones are left out. */
  readonly sense: number;
  readonly pos: PartOfSpeech;
};

/** Looks up folded words. Every answer is empty for a word that WordNet does not list. */
export type WordNet = {
  /** Relations of the word in its common senses and of its base forms. */
  related(word: string): readonly RelatedWord[];
  /** Parts of speech that the word, or a base form of it, can be. */
  partsOf(word: string): readonly PartOfSpeech[];
  /** The commonest meanings of a noun, as numbers that `kinds` of other words may hold. */
  meanings(word: string): readonly number[];
  /** Every meaning that a noun falls under in its two commonest senses, those included. */
  kinds(word: string): ReadonlySet<number>;
};

/** Opens WordNet; the files of a part of speech are read when they are first needed. */
export function openWordNet(): WordNet {
  return {
    related: oncePerKey(relatedWords, MOST_KEPT),
    partsOf: oncePerKey((word: string) => PARTS_OF_SPEECH.filter((pos) => isListed(word, pos)), MOST_KEPT),
    meanings: oncePerKey((word: string) => meaningsOf(word, wordNetFile('noun'), MEANINGS_ASKED), MOST_KEPT),
    kinds: oncePerKey((word: string) => kindsOf(word, wordNetFile('noun')), MOST_KEPT),
  };
}

/** Answers kept of each sort; about the vocabulary of 100,000 facts. */
const MOST_KEPT = 50_000;

function isListed(word: string, pos: PartOfSpeech): boolean {
  return lemmasOf(word, pos).some((lemma) => wordNetFile(pos).synsetsOf(lemma).length > 0);
}

const RELATIONS: Readonly<Record<string, Relation>> = {
  '+': 'family',
  '\\': 'family',
  '&': 'similar',
  '^': 'similar',
  $: 'similar',
  '@': 'broader',
  '@i': 'broader',
  '~': 'narrower',
  '>': 'consequence',
  '*': 'consequence',
  '!': 'opposite',
};

/** Senses beyond the first few are rare meanings, which bring noise. */
const SENSES = 5;
/** Words under a wide term ("person") are too many to be read for one question. */
const MOST_POINTERS = 40;

function relatedWords(word: string): RelatedWord[] {
  return PARTS_OF_SPEECH.flatMap((pos) => {
    const file = wordNetFile(pos);
    return lemmasOf(word, pos).flatMap((lemma) =>
      file
        .synsetsOf(lemma)
        .slice(0, SENSES)
        .flatMap((offset, sense) => wordsAround({ lemma, pos, sense }, file.synset(offset))),
    );
  });
}

type Sense = {
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  readonly sense: number;
};

function wordsAround({ lemma, pos, sense }: Sense, synset: Synset): RelatedWord[] {
  const own = synset.words.indexOf(lemma) + 1;
  const found: RelatedWord[] = [];
  for (const word of synset.words) if (word !== lemma) found.push({ word, relation: 'synonym', sense, pos });
  let read = 0;
  for (const pointer of synset.pointers) {
    const relation = RELATIONS[pointer.symbol];
    if (!relation || (pointer.from !== 0 && pointer.from !== own)) continue;
    if (read >= MOST_POINTERS) break;
    read += 1;
    for (const word of targetsOf(pointer)) found.push({ word, relation, sense, pos: pointer.pos });
  }
  return found;
}

function targetsOf({ pos, offset, to }: Pointer): readonly string[] {
  const words = wordNetFile(pos).wordsOf(offset);
  return to === 0 ? words : words.slice(to - 1, to);
}

const MEANINGS_ASKED = 3;
const MEANINGS_FOUND = 2;

function meaningsOf(word: string, nouns: WordNetFile, most: number): number[] {
  return lemmasOf(word, 'noun').flatMap((lemma) => nouns.synsetsOf(lemma).slice(0, most));
}

function kindsOf(word: string, nouns: WordNetFile): Set<number> {
  const found = new Set<number>();
  const climb = (offset: number) => {
    if (found.has(offset)) return;
    found.add(offset);
    nouns.broader(offset).forEach(climb);
  };
  meaningsOf(word, nouns, MEANINGS_FOUND).forEach(climb);
  return found;
}
