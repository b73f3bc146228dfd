/** WordNet as the verifier asks it: whether what one word means is what another means, or falls under it. */
import { oncePerKey } from '../../../once-per-key.ts';
import { lemmasOf } from '../../../retrieval/lemmas.ts';
import {
  PARTS_OF_SPEECH,
  type PartOfSpeech,
  type Pointer,
  wordNetFile,
} from '../../../retrieval/wordnet-files.ts';

/** A sense: a synset's offset, in its part of speech. */
type Sense = { readonly pos: PartOfSpeech; readonly offset: number };

const MOST_KEPT = 20_000;
/** The answers of a look-up, kept. */
const keeping = <V extends NonNullable<unknown>>(find: (word: string) => V) => oncePerKey(find, MOST_KEPT);

/** Parts of speech that a folded word, or a base form of it, can be. */
export const partsOf = keeping((word) =>
  PARTS_OF_SPEECH.filter((pos) =>
    lemmasOf(word, pos).some((lemma) => wordNetFile(pos).synsetsOf(lemma).length > 0),
  ),
);

/** Whether the dictionary lists the verb with the particle ("put off") as a verb of its own. */
export const isPhrasal = keeping((phrase) => wordNetFile('verb').synsetsOf(underscored(phrase)).length > 0);

const underscored = (word: string) => word.replaceAll(' ', '_');

/** Rarer senses than these are mostly another word. */
const COMMON_SENSES = 3;
const LIKE_SENSES = 5;
const KNOWN_SENSES = 8;

function sensesOf(word: string, most: number): readonly Sense[] {
  return PARTS_OF_SPEECH.flatMap((pos) =>
    wordNetFile(pos)
      .synsetsOf(underscored(word))
      .slice(0, most)
      .map((offset) => ({ pos, offset })),
  );
}

/** The senses of a word and of the words made from it: "resign" and "resignation". */
function familyOf(word: string, most: number): readonly Sense[] {
  return sensesOf(word, most).flatMap((sense) => [sense, ...pointed(sense, /^[+\\]$/, word)]);
}

function pointed(sense: Sense, symbols: RegExp, word?: string): readonly Sense[] {
  const { words, pointers } = wordNetFile(sense.pos).synset(sense.offset);
  const own = word === undefined ? 0 : words.indexOf(word) + 1;
  const holds = ({ symbol, from }: Pointer) => symbols.test(symbol) && (from === 0 || from === own);
  return pointers.filter(holds).map(({ pos, offset }) => ({ pos, offset }));
}

const keyOf = ({ pos, offset }: Sense) => `${pos}${offset}`;
const keysOf = (senses: readonly Sense[]) => new Set(senses.map(keyOf));

const STEPS_UP = 3;

/** What a sense is a kind of, over a few steps. */
function above(sense: Sense): readonly Sense[] {
  const found: Sense[] = [];
  let step: readonly Sense[] = [sense];
  for (let up = 0; up < STEPS_UP; up += 1) {
    step = step.flatMap((lower) => pointed(lower, /^@/));
    found.push(...step);
  }
  return found;
}

const own = keeping((word) => keysOf(familyOf(word, KNOWN_SENSES)));
const wider = keeping((word) =>
  keysOf(
    familyOf(word, COMMON_SENSES).flatMap((sense) => [...above(sense), ...pointed(sense, /^[*>]$/, word)]),
  ),
);
const alike = keeping((word) =>
  keysOf(sensesOf(word, LIKE_SENSES).flatMap((sense) => pointed(sense, /^[&^$]$/, word))),
);
const common = keeping((word) => keysOf(sensesOf(word, LIKE_SENSES)));
const known = keeping((word) => keysOf(sensesOf(word, KNOWN_SENSES)));

/** Whether the second word follows from the first: a synonym, the noun of a verb, a wider word, what it entails. */
export const follows = (from: string, to: string) =>
  isNearTo(from, to) || !wider(from).isDisjointFrom(known(to));

/** Whether the second word says the same as the first, or as the noun or verb made from it; nothing wider. */
export const isNearTo = (from: string, to: string) =>
  !own(from).isDisjointFrom(own(to)) || !alike(from).isDisjointFrom(common(to));

/** Opposites of the word and of its near synonyms, as lemmas: no chain of senses leads from "close" to "open". */
export const oppositesOf = keeping((word): ReadonlySet<string> => {
  const direct = opposed(word);
  const near = synonymsOf(word).flatMap(opposed);
  const turned = direct.flatMap(synonymsOf);
  // "employees" are no opposite of "employs", though of "employers".
  const made = new Set(
    sensesOf(word, COMMON_SENSES)
      .flatMap((sense) => pointed(sense, /^\+$/, word))
      .flatMap(({ pos, offset }) => wordNetFile(pos).wordsOf(offset)),
  );
  return new Set(
    [...direct, ...near, ...turned].filter(
      (other) => other !== word && (direct.includes(other) || !made.has(other)),
    ),
  );
});

/** Words that the dictionary itself lists as the opposite of the word. */
export const antonymsOf = keeping((word): ReadonlySet<string> => new Set(opposed(word)));

function synonymsOf(word: string): readonly string[] {
  return familyOf(word, COMMON_SENSES)
    .flatMap(({ pos, offset }) => wordNetFile(pos).wordsOf(offset))
    .filter((other) => other !== word);
}

function opposed(word: string): readonly string[] {
  return sensesOf(word, COMMON_SENSES).flatMap(({ pos, offset }) => {
    const { words, pointers } = wordNetFile(pos).synset(offset);
    const own = words.indexOf(word) + 1;
    return pointers
      .filter(({ symbol, from }) => symbol === '!' && from === own)
      .flatMap((pointer) =>
        wordNetFile(pointer.pos)
          .wordsOf(pointer.offset)
          .slice(pointer.to - 1, pointer.to),
      );
  });
}
