/** The log: sentences for a person at a terminal, and never a secret. */
import { afterEach, expect, test, vi } from 'vitest';
import { createLogger } from '../src/log.ts';

afterEach(() => vi.restoreAllMocks());

const said = (write: (logger: ReturnType<typeof createLogger>) => void): string => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  write(createLogger('info', { plain: true }));
  return lines.join('');
};

test('a person reads a sentence, with the reason and the error id where there are some', () => {
  expect(said((logger) => logger.info('knowledge files changed'))).toBe('knowledge files changed\n');
  const fault = { err: new Error('the disk is full'), errorId: '1a2b3c4d' };
  expect(said((logger) => logger.error(fault, 'a command failed'))).toBe(
    'a command failed (error id 1a2b3c4d): the disk is full\n',
  );
});

test('what is below the level is not said', () => {
  expect(said((logger) => logger.debug('details'))).toBe('');
});
