/** How surely a word of a fact stands for a word of the question: its own form, a newsroom word, or a near relation. */
import { stemOf, type Token } from '../../retrieval/tokens.ts';
import type { Relation, WordNet } from '../../retrieval/wordnet.ts';
import { newsroomWords } from './lexicon.ts';

/** Stems that may stand for a term, with how surely, 0..1. */
export type Kin = ReadonlyMap<string, number>;

const NEWSROOM = 0.85;
/** Only common senses count, and less with each: rare senses join words that no reader would. */
const SENSES: Readonly<Record<Relation, readonly number[]>> = {
  synonym: [0.85, 0.75, 0.55],
  family: [0.95, 0.9, 0.7],
  similar: [0.5],
  broader: [0.6, 0.45],
  narrower: [0.55, 0.4],
  consequence: [0.5],
  opposite: [],
};

/** The kin of a question's word. */
export function kinOf(term: { readonly folded: string; readonly stem: string }, wordnet: WordNet): Kin {
  const kin = new Map<string, number>();
  const offer = (stem: string, strength: number) => {
    if (strength > (kin.get(stem) ?? 0)) kin.set(stem, strength);
  };
  for (const { word, relation, sense } of wordnet.related(term.folded))
    offer(word.split(' ').map(stemOf).join(' '), SENSES[relation][sense] ?? 0);
  for (const word of newsroomWords(term.stem)) offer(word, NEWSROOM);
  kin.set(term.stem, 1);
  return kin;
}

/** The best that any word, or any two words in a row, of a text can do for a term. */
export function strengthIn(kin: Kin, tokens: readonly Token[]): number {
  let best = 0;
  tokens.forEach(({ stem }, at) => {
    const pair = `${stem} ${tokens[at + 1]?.stem ?? ''}`;
    best = Math.max(best, kin.get(stem) ?? 0, kin.get(pair) ?? 0);
  });
  return best;
}
