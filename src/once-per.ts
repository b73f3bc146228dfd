/** Works out once what depends on a value that never changes. */

/**
 * The same function, which runs once for each first argument; what else it is given must always be the same for that.
 * What was worked out goes when the argument does. It is shared, and must not be changed. Topics, facts and quotes never
 * change: a changed file becomes new ones.
 */
export function oncePer<
  Of extends object,
  Rest extends readonly unknown[],
  Result extends NonNullable<unknown>,
>(make: (of: Of, ...rest: Rest) => Result): (of: Of, ...rest: Rest) => Result {
  const made = new WeakMap<Of, Result>();
  return (of, ...rest) => {
    const known = made.get(of);
    if (known !== undefined) return known;
    const result = make(of, ...rest);
    made.set(of, result);
    return result;
  };
}
