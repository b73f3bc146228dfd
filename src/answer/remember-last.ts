/** Keeps what was worked out for the questions asked last: in a channel many people ask the same. */

/** Questions kept; beyond them the one kept longest goes first. */
const KEPT = 1000;
/** A longer question is asked once. */
const LONGEST = 300;

/** The same function, which works each question out once for each version of what it works on. */
export function rememberLast<Result>(
  version: () => number,
  work: (text: string, slug: string | undefined) => Result,
): (text: string, slug: string | undefined) => Result {
  const kept = new Map<string, Result>();
  let of = version();
  return (text, slug) => {
    if (of !== version()) kept.clear();
    of = version();
    const key = JSON.stringify([slug ?? null, text]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const result = work(text, slug);
    if (text.length > LONGEST) return result;
    const oldest = kept.size >= KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(key, result);
    return result;
  };
}

/** Works a value out when it is first asked for, and keeps it. */
export function lazily<Value>(work: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => {
    kept ??= { value: work() };
    return kept.value;
  };
}
