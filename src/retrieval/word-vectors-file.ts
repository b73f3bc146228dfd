/** The file of word vectors: its layout, written and read. */

/** Words by commonness, and their vectors one after another, each coordinate in steps of `STEP`. */
export type WordVectorsFile = {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly coordinates: Int8Array;
};

/** Coordinates of a unit vector in so many dimensions lie within ±0.5. */
export const STEP = 0.5 / 127;
const HEADER = 8;

/** Layout: dimensions and length of the word list (uint32, little endian), the words a line each, the coordinates. */
export function encodeWordVectors(
  words: readonly string[],
  vectors: readonly (readonly number[])[],
): Uint8Array {
  const list = Buffer.from(words.join('\n'));
  const header = Buffer.alloc(HEADER);
  header.writeUInt32LE(vectors[0]?.length ?? 0, 0);
  header.writeUInt32LE(list.length, 4);
  const steps = vectors.flatMap((vector) =>
    vector.map((x) => Math.max(-127, Math.min(127, Math.round(x / STEP)))),
  );
  return Buffer.concat([header, list, Buffer.from(Int8Array.from(steps).buffer)]);
}

/** Reads what `encodeWordVectors` made. */
export function decodeWordVectors(file: Uint8Array): WordVectorsFile {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = HEADER + view.readUInt32LE(4);
  return {
    dimensions: view.readUInt32LE(0),
    words: view.toString('utf8', HEADER, end).split('\n'),
    coordinates: new Int8Array(file.buffer, file.byteOffset + end, file.byteLength - end),
  };
}
