/** The log: JSON lines for machines, on standard error so that answers own standard output. */
import { type Logger, pino } from 'pino';

/** Fields that may carry a secret are never written, wherever in an object they stand. */
const SECRETS = ['token', 'authorization', 'apiKey', 'secret', 'password', 'cookie'];

/** `level` is one of pino's: trace, debug, info, warn, error, silent. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '(hidden)' },
    },
    pino.destination(2),
  );
}
