/** What goes wrong with stored data, told so that an operator knows what to do. */

/**
 * `locked`: another process holds the database; `read-only`: it may not be written; `corrupt`: it is no database or a
 * damaged one; `full`: no room; `unreachable`: no server or no file there; `other`: anything else.
 */
export type StorageFault = 'locked' | 'read-only' | 'corrupt' | 'full' | 'unreachable' | 'other';

/** Stored data could not be read or written; the message says where and what to do. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly fault: StorageFault;

  constructor(fault: StorageFault, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}

/** Primary result codes, the low byte of `errcode`: https://www.sqlite.org/rescode.html */
const SQLITE_FAULTS: Readonly<Record<number, StorageFault>> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  11: 'corrupt',
  13: 'full',
  14: 'unreachable',
  26: 'corrupt',
};

const REMEDY: Readonly<Record<StorageFault, string>> = {
  locked: 'another process holds it. Stop the other one, or give this one a DATA_DIR of its own.',
  'read-only': 'it may not be written. Check who owns the file and its folder.',
  corrupt: 'it is damaged or no SQLite database. Put back a backup, or move the file away to start anew.',
  full: 'the disk is full. Make room.',
  unreachable: 'it cannot be opened. Check that the folder exists and that this user may write there.',
  other: 'see the cause.',
};

/** Says what an error of `node:sqlite` means for the file at `path`. */
export function explainSqliteError(error: unknown, path: string): StorageError {
  if (error instanceof StorageError) return error;
  const fault = faultOf(error);
  const words = error instanceof Error ? error.message : String(error);
  return new StorageError(fault, `The database ${path} failed (${words}): ${REMEDY[fault]}`, error);
}

function faultOf(error: unknown): StorageFault {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
  if (typeof code === 'number') return SQLITE_FAULTS[code & 0xff] ?? 'other';
  const system = error instanceof Error && 'code' in error ? error.code : undefined;
  if (system === 'EROFS' || system === 'EACCES' || system === 'EPERM') return 'read-only';
  if (system === 'ENOTDIR' || system === 'ENOENT' || system === 'EEXIST') return 'unreachable';
  return system === 'ENOSPC' ? 'full' : 'other';
}

/** Says that a Redis server failed; leaves out the URL's user and password. */
export function explainRedisError(error: unknown, url: string): StorageError {
  if (error instanceof StorageError) return error;
  const words = error instanceof Error ? error.message || error.name : String(error);
  return new StorageError(
    'unreachable',
    `Redis at ${withoutSecrets(url)} failed (${words}): check REDIS_URL and that the server runs.`,
    error,
  );
}

function withoutSecrets(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'REDIS_URL';
}
