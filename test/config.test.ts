/** Settings from the environment, and what an operator reads when one cannot be used. */
import { expect, test } from 'vitest';
import { readSettings, SettingsError } from '../src/config.ts';

test('nothing has to be set', () => {
  expect(readSettings({})).toEqual({
    knowledgeDir: 'knowledge',
    dataDir: 'data',
    redisUrl: undefined,
    logLevel: 'info',
    healthPort: undefined,
  });
});

test('an empty variable counts as not set', () => {
  expect(readSettings({ KNOWLEDGE_DIR: '', HEALTH_PORT: '', REDIS_URL: '', LOG_LEVEL: '' })).toEqual(
    readSettings({}),
  );
});

test('what is set is taken', () => {
  expect(
    readSettings({ HEALTH_PORT: '9090', REDIS_URL: 'rediss://host:6380', LOG_LEVEL: 'debug' }),
  ).toMatchObject({
    healthPort: 9090,
    redisUrl: 'rediss://host:6380',
    logLevel: 'debug',
  });
});

test('every setting that cannot be used is named, and no value is told', () => {
  const read = () =>
    readSettings({ HEALTH_PORT: '99999999', REDIS_URL: 'https://user:hunter2@host', LOG_LEVEL: 'hunter2' });
  expect(read).toThrow(SettingsError);
  for (const name of ['HEALTH_PORT', 'REDIS_URL', 'LOG_LEVEL']) expect(read).toThrow(`${name}: `);
  expect(read).not.toThrow(/hunter2/u);
});
