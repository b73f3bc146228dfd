/** The desk over the real knowledge folder, and the terminal's context, for tests of the terminal. */
import { pino } from 'pino';
import { terminalContext } from '../../../adapters/terminal/line.ts';
import type { Desk } from '../../../src/desk.ts';
import { noMetrics } from '../../../src/metrics.ts';
import { openDesk } from '../../../src/open-desk.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';

const logger = pino({ level: 'silent' });
export const context = terminalContext({});

/** Reads knowledge/ once; remembers nothing. */
export async function realDesk(knowledgeDir = 'knowledge'): Promise<Desk> {
  const storage = await openStorage({ memory: true });
  const options = { knowledgeDir, storage, logger, metrics: noMetrics, follow: false, model: undefined };
  return (await openDesk(options)).desk;
}
