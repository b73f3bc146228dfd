/** The words of a topic's texts, which a question's words are compared with. */
import { oncePer } from '../../once-per.ts';
import { isFunctionWord } from '../../retrieval/stop-words.ts';
import type { Token } from '../../retrieval/tokens.ts';
import type { Dossier } from '../dossier.ts';
import type { SentenceMeans } from './means.ts';

/** A word of a topic's texts, one object for all places where it stands, numbered from 0. */
export type Lexeme = {
  readonly number: number;
  readonly folded: string;
  readonly stem: string;
  /** Whether it says something of its own, as "the" does not. */
  readonly isContent: boolean;
  /** Its number among the word vectors. */
  readonly vector: number | undefined;
};

const lexemesIn = oncePer((_dossier: Dossier) => new Map<string, Lexeme>());

/** The words of a text of a topic, each once. */
export function lexemesOf(tokens: readonly Token[], { dossier, vectors }: SentenceMeans): readonly Lexeme[] {
  const known = lexemesIn(dossier);
  const found = new Set<Lexeme>();
  for (const { folded, stem } of tokens) {
    let lexeme = known.get(folded);
    if (!lexeme) {
      const isContent = !isFunctionWord(folded);
      lexeme = { number: known.size, folded, stem, isContent, vector: vectors.numberOf(folded) };
      known.set(folded, lexeme);
    }
    found.add(lexeme);
  }
  return [...found];
}

/** The same function, which runs once for each word of one topic: a word stands in many sentences. */
export function oncePerLexeme<Value extends NonNullable<unknown>>(
  make: (word: Lexeme) => Value,
): (word: Lexeme) => Value {
  const kept: (Value | undefined)[] = [];
  return (word) => {
    const known = kept[word.number];
    if (known !== undefined) return known;
    const made = make(word);
    kept[word.number] = made;
    return made;
  };
}
