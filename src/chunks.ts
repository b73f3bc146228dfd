/** Lists in pieces, for whoever takes so many buttons, rows or keys at a time. */

/** A list in order, in pieces of at most `size`; the last may be shorter. An empty list has no pieces. */
export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
