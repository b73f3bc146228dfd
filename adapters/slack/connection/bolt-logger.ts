/** Bolt's log in the desk's own. */
import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';

/**
 * Bolt's and its clients' log lines as pino's, warnings and worse. Finer ones are dropped: they hold whole requests,
 * and with them what people wrote.
 */
export function boltLogger(logger: Logger): BoltLogger {
  const line = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts: unknown[]) => logger.warn({ from: 'bolt' }, line(parts)),
    error: (...parts: unknown[]) => logger.error({ from: 'bolt' }, line(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
