/** Cells in the SQLite file. */
import type { StatementSync } from 'node:sqlite';
import type { Cells, Swap } from './cells.ts';
import { inTransaction, type SqliteFile } from './sqlite-file.ts';

type Statements = Readonly<Record<'read' | 'fill' | 'replace' | 'empty' | 'purge', StatementSync>>;

type Waiting = {
  readonly key: string;
  readonly swap: Swap;
  readonly settle: (done: boolean) => void;
  readonly fail: (error: unknown) => void;
};

/** Makes cells that every process on the same file shares. Expired ones are removed when it is made. */
export function createSqliteCells(file: SqliteFile): Cells {
  const statements = file.attempt(() => prepareStatements(file));
  file.attempt(() => statements.purge.run(Date.now()));
  const read = (key: string) => {
    const value = statements.read.get(key, Date.now())?.value;
    return typeof value === 'string' ? value : undefined;
  };
  return {
    read: async (key) => file.attempt(() => read(key)),
    readMany: async (keys) => file.attempt(() => keys.map(read)),
    swap: swapTogether(file, statements),
  };
}

/**
 * Writes that come in one turn of the event loop share a transaction: committing costs more than writing. Each is
 * answered after the commit.
 */
function swapTogether(file: SqliteFile, statements: Statements): Cells['swap'] {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const batch = waiting;
    waiting = [];
    try {
      const done = inTransaction(file, () => batch.map(({ key, swap }) => swapCell(statements, key, swap)));
      for (const [index, { settle }] of batch.entries()) settle(done[index] ?? false);
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  };
  return (key, swap) =>
    new Promise((settle, fail) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ key, swap, settle, fail });
    });
}

function prepareStatements({ database }: SqliteFile): Statements {
  return {
    read: database.prepare('SELECT value FROM cells WHERE key = ? AND (expires IS NULL OR expires > ?)'),
    fill: database.prepare(
      'INSERT INTO cells (key, value, expires) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE ' +
        'SET value = excluded.value, expires = excluded.expires WHERE cells.expires <= ?',
    ),
    replace: database.prepare(
      'UPDATE cells SET value = ?, expires = ? WHERE key = ? AND value = ? AND (expires IS NULL OR expires > ?)',
    ),
    empty: database.prepare(
      'DELETE FROM cells WHERE key = ? AND value = ? AND (expires IS NULL OR expires > ?)',
    ),
    purge: database.prepare('DELETE FROM cells WHERE expires <= ?'),
  };
}

function swapCell(statements: Statements, key: string, { from, to, ttlMs }: Swap): boolean {
  const now = Date.now();
  const expires = ttlMs === undefined ? null : now + ttlMs;
  if (from === undefined)
    return to === undefined
      ? statements.read.get(key, now) === undefined
      : statements.fill.run(key, to, expires, now).changes > 0;
  const result =
    to === undefined
      ? statements.empty.run(key, from, now)
      : statements.replace.run(to, expires, key, from, now);
  return result.changes > 0;
}
