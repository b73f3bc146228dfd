/** Keeps what was worked out for the keys asked about. */

/**
 * The same function, which runs once for a key and then gives what it gave. At most so many answers are kept: with one
 * more all are forgotten, which costs less than to keep count of what was asked last.
 */
export function keepAnswers<Key, Value extends NonNullable<unknown>>(
  make: (key: Key) => Value,
  most: number,
): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (kept.size >= most) kept.clear();
    kept.set(key, made);
    return made;
  };
}
