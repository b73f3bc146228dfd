/** The log: JSON lines for machines, on standard error so that answers own standard output. */
import { type Logger, pino } from 'pino';
import { z } from 'zod';
import { visibleLines } from './visible.ts';

/** Fields that may carry a secret are never written, at the top of a line or up to two objects deep. */
const SECRETS = ['token', 'authorization', 'apiKey', 'secret', 'password', 'cookie'];

/** `level` is one of pino's: trace, debug, info, warn, error, silent. `plain` writes sentences for a person instead. */
export function createLogger(level: string, { plain = false } = {}): Logger {
  return pino(
    {
      level,
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '(hidden)' },
    },
    plain
      ? { write: (line: string) => process.stderr.write(`${visibleLines(sentenceOf(line))}\n`) }
      : pino.destination(2),
  );
}

const lineSchema = z.looseObject({
  msg: z.string().optional(),
  errorId: z.string().optional(),
  err: z.looseObject({ message: z.string() }).optional(),
});

/** "a command failed (error id 1a2b3c4d): the disk is full" */
function sentenceOf(line: string): string {
  const { msg = '', errorId, err } = lineSchema.parse(JSON.parse(line));
  return `${msg}${errorId ? ` (error id ${errorId})` : ''}${err ? `: ${err.message}` : ''}`;
}
