/** Works out once what depends on a key, for as long as there is room. */

/**
 * The same function, which runs once for a key and then gives what it gave. At most so many results are kept: with one
 * more all are forgotten, which costs less than to keep count of what was asked last.
 */
export function oncePerKey<Key, Value extends NonNullable<unknown>>(
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
