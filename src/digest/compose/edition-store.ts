/** Keeps the editions of topics that channels were told. */
import type { Keyv } from 'keyv';
import type { Topic } from '../../knowledge/schema.ts';
import { type Edition, editionOf, editionSchema } from './edition.ts';

/** The editions that are kept. */
export type EditionStore = {
  /** The edition that the topic is now; stored when this gives it back. */
  readonly current: (topic: Topic, day: string) => Promise<Edition>;
  /** An edition by the hash that a channel was told; undefined when it is not kept any more. */
  readonly find: (topic: string, hash: string) => Promise<Edition | undefined>;
};

/** Makes a store in a Keyv namespace of its own. Editions that were used lately are kept in memory. */
export function createEditionStore(store: Keyv<unknown>): EditionStore {
  const recent = new Map<string, Promise<Edition | undefined>>();
  const remember = (key: string, load: () => Promise<Edition | undefined>) => {
    const known = recent.get(key);
    if (known) return known;
    const loading = load();
    recent.set(key, loading);
    // What failed or is not there is asked for again; a few dozen topics have a few editions each in use.
    void loading.then(
      (edition) => edition || recent.delete(key),
      () => recent.delete(key),
    );
    if (recent.size > MAX_RECENT) recent.delete(recent.keys().next().value ?? '');
    return loading;
  };
  const find = (topic: string, hash: string) =>
    remember(keyOf(topic, hash), async () => parse(await store.get(keyOf(topic, hash))));
  return {
    find,
    current: async (topic, day) => {
      const key = keyOf(topic.topic, topic.hash);
      const known = await find(topic.topic, topic.hash);
      if (known) return known;
      recent.delete(key);
      const made = await remember(key, () => makeEdition(store, topic, day));
      return made ?? editionOf(topic, day);
    },
  };
}

const MAX_RECENT = 500;

async function makeEdition(store: Keyv<unknown>, topic: Topic, day: string): Promise<Edition> {
  const latest = await store.get(latestKey(topic.topic));
  const before = typeof latest === 'string' ? parse(await store.get(keyOf(topic.topic, latest))) : undefined;
  const edition = editionOf(topic, day, before);
  await store.set(keyOf(topic.topic, topic.hash), edition);
  await store.set(latestKey(topic.topic), topic.hash);
  return edition;
}

const keyOf = (topic: string, hash: string) => `of ${topic} ${hash}`;
const latestKey = (topic: string) => `latest ${topic}`;

function parse(value: unknown): Edition | undefined {
  const parsed = editionSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
