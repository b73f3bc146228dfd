/** Opens the SQLite file that holds everything the desk remembers. */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { explainSqliteError, StorageError } from './storage-error.ts';

/** An open database; `attempt` runs work on it and turns failures into a StorageError. */
export type SqliteFile = {
  readonly path: string;
  readonly database: DatabaseSync;
  readonly attempt: <T>(work: () => T) => T;
  readonly close: () => void;
};

const SCHEMA_VERSION = 1;

// WITHOUT ROWID keeps a row beside its key: one lookup instead of two.
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, value TEXT, expires INTEGER) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_by_expiry ON entries (expires) WHERE expires IS NOT NULL;
  CREATE TABLE IF NOT EXISTS cells (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER) WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * Opens or creates the file, in write-ahead mode, so that readers and one writer do not wait for each other.
 * `lockTimeoutMs` (2,000 unless told): how long to wait for another process before giving up; nothing else runs meanwhile.
 * @throws StorageError when it cannot be used.
 */
export function openSqliteFile(path: string, lockTimeoutMs = 2000): SqliteFile {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explainSqliteError(error, path);
    }
  };
  const database = attempt(() => connect(path, lockTimeoutMs));
  return { path, database, attempt, close: () => database.isOpen && database.close() };
}

/** Runs work whose writes are kept together or not at all. @throws StorageError */
export function inTransaction<T>({ database, attempt }: SqliteFile, work: () => T): T {
  return attempt(() => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  });
}

function connect(path: string, timeout: number): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout });
  try {
    prepareSchema(database, path);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function prepareSchema(database: DatabaseSync, path: string): void {
  const version = database.prepare('PRAGMA user_version').get()?.user_version;
  if (typeof version === 'number' && version > SCHEMA_VERSION)
    throw new StorageError(
      'other',
      `The database ${path} was written by a newer Briefdesk (schema ${version}): update this one.`,
    );
  // NORMAL survives a crash of the process; after a power cut the last writes may be missing, never half there.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000;');
  if (version !== SCHEMA_VERSION) database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
  // Conversations and feedback are in there: for this user's eyes alone.
  if (path !== ':memory:') chmodSync(path, 0o600);
}
