/** The SQLite adapter against Keyv's own test suite, and what that suite leaves out. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import fc from 'fast-check';
import { Keyv } from 'keyv';
import * as vitest from 'vitest';
import { openSqliteFile } from '../../src/storage/sqlite-file.ts';
import { createSqliteStore } from '../../src/storage/sqlite-store.ts';

const { afterAll, describe, expect, test } = vitest;
const folder = mkdtempSync(join(tmpdir(), 'briefdesk-store-'));
const file = openSqliteFile(join(folder, 'suite.sqlite'));
const store = () => createSqliteStore(file);

afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

describe("Keyv's test suite", () => {
  keyvTestSuite(vitest, Keyv, store);
  keyvIteratorTests(vitest, Keyv, store);
});

describe('the SQLite store', () => {
  const keyv = (namespace: string) => new Keyv({ store: store(), namespace });

  test('gives back any JSON value under any key, however odd', async () => {
    const odd = keyv('odd');
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, unit: 'grapheme' }), fc.json(), async (key, value) => {
        await odd.set(key, value);
        expect(await odd.get(key)).toBe(value);
        expect(await odd.has(key)).toBe(true);
        expect(await odd.delete(key)).toBe(true);
        expect(await odd.has(key)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('clears a namespace and leaves those whose names begin alike or hold wildcards', async () => {
    const names = ['a', 'a_', 'ab', 'a%', 'A'];
    for (const name of names) await keyv(name).set('key', name);
    await keyv('a').clear();
    const left = await Promise.all(names.map((name) => keyv(name).get('key')));
    expect(left).toEqual([undefined, 'a_', 'ab', 'a%', 'A']);
  });

  test('forgets an entry when its time is over', async () => {
    const short = keyv('short');
    await short.set('key', 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await short.has('key')).toBe(false);
    expect(await store().get('short:key')).toBeUndefined();
  });

  test('writes many entries, reads them in order and deletes them together', async () => {
    const many = keyv('many');
    await many.setMany(Array.from({ length: 600 }, (_, n) => ({ key: `k${n}`, value: n })));
    expect(await many.getMany(['k1', 'absent', 'k599'])).toEqual([1, undefined, 599]);
    expect(await many.hasMany(['k0', 'k600'])).toEqual([true, false]);
    const seen: unknown[] = [];
    for await (const [, value] of many.iterator?.('many') ?? []) seen.push(value);
    expect(new Set(seen).size).toBe(600);
    expect(await many.delete(['k1', 'absent'])).toBe(true);
  });

  test('goes on iterating while entries are written and deleted', async () => {
    const moving = keyv('moving');
    await moving.setMany(Array.from({ length: 600 }, (_, n) => ({ key: `k${n}`, value: n })));
    let count = 0;
    for await (const [key] of moving.iterator?.('moving') ?? []) {
      await moving.delete(String(key));
      count += 1;
    }
    expect(count).toBe(600);
  });

  test('is read by a second connection to the same file', async () => {
    await keyv('shared').set('key', 'value');
    const second = openSqliteFile(file.path);
    const reader = new Keyv({ store: createSqliteStore(second), namespace: 'shared' });
    expect(await reader.get('key')).toBe('value');
    second.close();
  });
});
