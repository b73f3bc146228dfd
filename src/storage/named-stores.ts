/** Keyv stores by name, over one backend. */
import { Keyv } from 'keyv';
import type { Storage } from './storage.ts';

/** The same store for a name each time; its failures are thrown. */
export function namedStores(
  makeAdapter: () => unknown,
  { prefix = '', useKeyPrefix = true } = {},
): Storage['store'] {
  const stores = new Map<string, Keyv>();
  return (name, ttlMs) => {
    const known = stores.get(name);
    if (known) return known;
    const store = new Keyv({
      store: makeAdapter(),
      namespace: prefix + name,
      useKeyPrefix,
      throwOnErrors: true,
      ...(ttlMs === undefined ? {} : { ttl: ttlMs }),
    });
    stores.set(name, store);
    return store;
  };
}
