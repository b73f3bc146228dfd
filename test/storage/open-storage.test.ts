/** Opening storage: what is kept, and what an operator reads when it cannot be opened. */
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.ts';
import { explainSqliteError, StorageError } from '../../src/storage/storage-error.ts';
import { removeKeys, TEST_REDIS_URL, testPrefix, testWithRedis } from './redis.ts';

const folder = mkdtempSync(join(tmpdir(), 'briefdesk-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const failure = async (work: Promise<unknown>): Promise<StorageError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof StorageError) return error;
  throw new Error('expected a StorageError', { cause: error });
};

describe('storage in a folder', () => {
  test('keeps what was written for the next start, in a file for this user alone', async () => {
    const dataDir = join(folder, 'deep', 'data');
    const first = await openStorage({ dataDir });
    await first.store<string>('notes').set('key', 'kept');
    await first.cells.swap('cell', { from: undefined, to: 'kept' });
    await first.close();
    const second = await openStorage({ dataDir });
    expect(await second.store('notes').get('key')).toBe('kept');
    expect(await second.cells.read('cell')).toBe('kept');
    await second.close();
    expect(statSync(join(dataDir, 'briefdesk.sqlite')).mode & 0o077).toBe(0);
  });

  test('says when the file is no database, and what to do', async () => {
    const dataDir = join(folder, 'corrupt');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'briefdesk.sqlite'), 'not a database, however long it goes on '.repeat(200));
    const error = await failure(openStorage({ dataDir }));
    expect(error.fault).toBe('corrupt');
    expect(error.message).toContain('corrupt/briefdesk.sqlite');
    expect(error.message).toContain('Put back a backup, or move the file away to start anew.');
  });

  test('says when another process holds the file', async () => {
    const dataDir = join(folder, 'locked');
    const storage = await openStorage({ dataDir, lockTimeoutMs: 20 });
    const other = new DatabaseSync(join(dataDir, 'briefdesk.sqlite'));
    other.exec('BEGIN EXCLUSIVE');
    const error = await failure(storage.store('notes').set('key', 'value'));
    expect([error.fault, error.message]).toEqual([
      'locked',
      expect.stringContaining('another process holds it'),
    ]);
    expect((await failure(storage.cells.swap('k', { from: undefined, to: 'v' }))).fault).toBe('locked');
    other.exec('ROLLBACK');
    other.close();
    expect(await storage.store('notes').set('key', 'value')).toBe(true);
    await storage.close();
  });

  test('says when the folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    const error = await failure(openStorage({ dataDir: join(folder, 'file', 'data') }));
    expect(error.fault).toBe('unreachable');
    expect(error.message).toContain('Check that the folder exists');
  });

  test('says when a write is refused because the database is read-only', () => {
    const path = join(folder, 'deep', 'data', 'briefdesk.sqlite');
    const database = new DatabaseSync(path, { readOnly: true });
    const refused = () => database.exec("INSERT INTO cells VALUES ('k', 'v', NULL)");
    try {
      refused();
      expect.unreachable();
    } catch (error) {
      const explained = explainSqliteError(error, path);
      expect([explained.fault, explained.message]).toEqual([
        'read-only',
        expect.stringContaining('Check who owns'),
      ]);
    } finally {
      database.close();
    }
  });

  test('leaves a database of a newer version alone', async () => {
    const dataDir = join(folder, 'newer');
    mkdirSync(dataDir);
    const newer = new DatabaseSync(join(dataDir, 'briefdesk.sqlite'));
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect((await failure(openStorage({ dataDir }))).message).toContain('written by a newer Briefdesk');
  });
});

describe('stores by name', () => {
  test('are the same store each time and do not see each other', async () => {
    const storage = await openStorage({ memory: true });
    await storage.store('a').set('key', 1);
    expect(storage.store('a')).toBe(storage.store('a'));
    expect(await storage.store('b').get('key')).toBeUndefined();
    await storage.store('a').clear();
    expect(await storage.store('a').get('key')).toBeUndefined();
  });
});

describe('storage on Redis', () => {
  test('says when no server answers, without the password', async () => {
    const error = await failure(openStorage({ redisUrl: 'redis://someone:hush@127.0.0.1:1' }));
    expect(error.fault).toBe('unreachable');
    expect(error.message).toContain('Redis at 127.0.0.1:1 failed');
    expect(error.message).not.toContain('hush');
  });

  /** Says OK to whatever it is told, until it says nothing any more. */
  const openServer = async ({ silent = false } = {}) => {
    const state = { silent };
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', (told) => {
        const commands = String(told).match(/^\*\d+\r$/gm) ?? [];
        if (!state.silent) socket.write('+OK\r\n'.repeat(commands.length));
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    return { state, url: `redis://127.0.0.1:${port}`, close: () => server.close() };
  };

  test('says when a server is there but says nothing', { timeout: 20_000 }, async () => {
    const { url, close } = await openServer({ silent: true });
    expect((await failure(openStorage({ redisUrl: url }))).message).toContain('no answer within');
    close();
  });

  test('waits for no server that falls silent', { timeout: 20_000 }, async () => {
    const { url, state, close } = await openServer();
    const storage = await openStorage({ redisUrl: url });
    state.silent = true;
    await expect(storage.store('a').set('one', 1)).rejects.toThrow('no answer within');
    await expect(storage.store('a').get('one')).rejects.toThrow('no answer within');
    expect((await failure(storage.cells.read('one'))).fault).toBe('unreachable');
    await storage.close();
    close();
  });

  testWithRedis('keeps stores apart and iterates over one of them', async () => {
    const redisPrefix = testPrefix('open');
    const storage = await openStorage({ redisUrl: TEST_REDIS_URL, redisPrefix });
    await storage.store<number>('a').set('one', 1);
    await storage.store<number>('a').set('two', 2, 60_000);
    await storage.store<number>('b').set('three', 3);
    const seen: unknown[] = [];
    for await (const entry of storage.store('a').iterator?.('') ?? []) seen.push(entry);
    expect(seen.sort()).toEqual([
      ['one', 1],
      ['two', 2],
    ]);
    await storage.store('a').clear();
    expect(await storage.store('b').get('three')).toBe(3);
    await removeKeys(redisPrefix);
    await storage.close();
  });
});
