/** A Keyv storage adapter over one SQLite file. */
import { EventEmitter } from 'node:events';
import type { StatementSync } from 'node:sqlite';
import type { KeyvStoreAdapter, StoredData } from 'keyv';
import { inTransaction, type SqliteFile } from './sqlite-file.ts';

/** The adapter with every optional part of Keyv's contract present. */
export type SqliteStore = Required<Omit<KeyvStoreAdapter, 'namespace'>> & { namespace?: string | undefined };

type Statements = Readonly<
  Record<'get' | 'set' | 'delete' | 'has' | 'clear' | 'clearRange' | 'page' | 'purge', StatementSync>
>;
type Entry = { readonly key: string; readonly value: unknown; readonly ttl?: number };

const PAGE_ROWS = 256;
const PURGE_EVERY_WRITES = 1000;

/**
 * Makes an adapter for one Keyv: Keyv writes its namespace into it, so that two of them must not share one.
 * Values are what Keyv serialises, strings; an expired entry is never given back and is removed in passing.
 */
export function createSqliteStore(file: SqliteFile): SqliteStore {
  const statements = file.attempt(() => prepareStatements(file));
  const write = purgingNowAndThen(statements);
  const events = new EventEmitter();
  const store: SqliteStore = {
    // Keyv offers its iterator only to adapters whose dialect it knows.
    opts: { dialect: 'sqlite', url: `sqlite://${file.path}` },
    on: (event, listener) => {
      events.on(event, listener);
      return store;
    },
    get: async <Value>(key: string) => file.attempt(() => readValue<Value>(statements, key)),
    getMany: async <Value>(keys: string[]) =>
      file.attempt(() => keys.map((key) => readValue<Value>(statements, key))),
    has: async (key) => file.attempt(() => isThere(statements, key)),
    hasMany: async (keys) => file.attempt(() => keys.map((key) => isThere(statements, key))),
    set: async (key: string, value: unknown, ttl?: number) =>
      file.attempt(() => write({ key, value, ...(ttl === undefined ? {} : { ttl }) })),
    setMany: async (entries) => inTransaction(file, () => entries.forEach(write)),
    delete: async (key) => file.attempt(() => remove(statements, key)),
    deleteMany: async (keys) =>
      inTransaction(file, () => keys.map((key) => remove(statements, key)).some((removed) => removed)),
    clear: async () => file.attempt(() => clearNamespace(statements, store.namespace)),
    iterator: <Value>(namespace?: string) => iterate<Value>(file, statements, namespace),
    disconnect: async () => file.close(),
  };
  return store;
}

function prepareStatements({ database }: SqliteFile): Statements {
  return {
    get: database.prepare('SELECT value FROM entries WHERE key = ? AND (expires IS NULL OR expires > ?)'),
    has: database.prepare('SELECT 1 FROM entries WHERE key = ? AND (expires IS NULL OR expires > ?)'),
    set: database.prepare(
      'INSERT INTO entries (key, value, expires) VALUES (?, ?, ?) ' +
        'ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires = excluded.expires',
    ),
    delete: database.prepare('DELETE FROM entries WHERE key = ?'),
    clear: database.prepare('DELETE FROM entries'),
    clearRange: database.prepare('DELETE FROM entries WHERE key >= ? AND key < ?'),
    page: database.prepare(
      'SELECT key, value FROM entries WHERE key > ? AND key < ? AND (expires IS NULL OR expires > ?) ' +
        `ORDER BY key LIMIT ${PAGE_ROWS}`,
    ),
    purge: database.prepare('DELETE FROM entries WHERE expires <= ?'),
  };
}

function readValue<Value>(statements: Statements, key: string): StoredData<Value> | undefined {
  // Keyv parses the string itself; its type says what comes out of that.
  const value: unknown = statements.get.get(key, Date.now())?.value;
  return value === null ? undefined : (value as StoredData<Value> | undefined);
}

function isThere(statements: Statements, key: string): boolean {
  return statements.has.get(key, Date.now()) !== undefined;
}

function remove(statements: Statements, key: string): boolean {
  return statements.delete.run(key).changes > 0;
}

function purgingNowAndThen(statements: Statements): (entry: Entry) => true {
  let writes = 0;
  return ({ key, value, ttl }) => {
    if (writes++ % PURGE_EVERY_WRITES === 0) statements.purge.run(Date.now());
    statements.set.run(key, String(value), ttl === undefined ? null : Date.now() + ttl);
    return true;
  };
}

/** Keys of a namespace are those between `name:` and `name;`, the next character after the colon. */
function rangeOf(namespace: string | undefined): readonly [string, string] {
  return namespace ? [`${namespace}:`, `${namespace};`] : ['', '\u{10FFFF}'];
}

function clearNamespace(statements: Statements, namespace: string | undefined): void {
  if (namespace) statements.clearRange.run(...rangeOf(namespace));
  else statements.clear.run();
}

/** Reads page by page, so that writes in between neither wait nor break it. */
async function* iterate<Value>(
  file: SqliteFile,
  statements: Statements,
  namespace: string | undefined,
): AsyncGenerator<Array<string | Awaited<Value> | undefined>, void> {
  const [start, end] = rangeOf(namespace);
  let last = start;
  for (;;) {
    const after = last;
    const rows = file.attempt(() => statements.page.all(after, end, Date.now()));
    for (const { key, value } of rows) yield [String(key), value as Awaited<Value>];
    if (rows.length < PAGE_ROWS) return;
    last = String(rows.at(-1)?.key);
  }
}
