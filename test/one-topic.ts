/** A folder that serves the first knowledge file alone: what else is in knowledge/ is nothing to the tests. */
import { join } from 'node:path';

/** The folder; its file is a link. */
export const ONE_TOPIC = join(import.meta.dirname, 'fixtures/one-topic');
