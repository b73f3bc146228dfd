/** The desk over the first knowledge file, and the terminal's context, for tests of the terminal. */
import { pino } from 'pino';
import { terminalContext } from '../../../adapters/terminal/line.ts';
import type { Desk } from '../../../src/desk.ts';
import { noMetrics } from '../../../src/metrics.ts';
import { openDesk } from '../../../src/open-desk.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { ONE_TOPIC } from '../../one-topic.ts';

const logger = pino({ level: 'silent' });
export const context = terminalContext({});

/** Reads the folder once; remembers nothing. */
export async function realDesk(knowledgeDir = ONE_TOPIC): Promise<Desk> {
  const storage = await openStorage({ memory: true });
  const options = { knowledgeDir, storage, logger, metrics: noMetrics, follow: false, model: undefined };
  return (await openDesk(options)).desk;
}
