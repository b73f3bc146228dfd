/** What the model engine keeps between requests, so that it is not paid for twice. */

/** A Keyv, or anything with its two methods. */
export type CacheStore = {
  readonly get: (key: string) => Promise<unknown>;
  readonly set: (key: string, value: unknown, ttlMs: number) => Promise<unknown>;
};

/** The same store, which never fails: what cannot be read is asked for again, and what cannot be kept is let go. */
export function forgiving(store: CacheStore, onError: (error: unknown) => void): CacheStore {
  const instead = (error: unknown) => {
    onError(error);
    return undefined;
  };
  return {
    get: (key) => store.get(key).catch(instead),
    set: (key, value, ttlMs) => store.set(key, value, ttlMs).catch(instead),
  };
}
