/** What depends on a topic alone. */
import { describe, expect, it } from 'vitest';
import { perTopic } from '../../src/knowledge/per-topic.ts';
import type { Topic } from '../../src/knowledge/schema.ts';
import { createLogger } from '../../src/log.ts';
import { noMetrics } from '../../src/metrics.ts';
import { openDesk } from '../../src/open-desk.ts';
import { openStorage } from '../../src/storage/open-storage.ts';

async function someTopic(): Promise<Topic> {
  const { desk } = await openDesk({
    knowledgeDir: 'knowledge',
    storage: await openStorage({ memory: true }),
    logger: createLogger('silent'),
    metrics: noMetrics,
    follow: false,
    model: undefined,
  });
  const [topic] = desk.topics();
  if (!topic) throw new Error('knowledge/ has no topic');
  return topic;
}

describe('perTopic', () => {
  it('runs once for a topic, and again for its next version', async () => {
    const topic = await someTopic();
    let runs = 0;
    const count = perTopic(() => {
      runs += 1;
      return { run: runs };
    });
    expect([count(topic), count(topic), count({ ...topic })].map(({ run }) => run)).toEqual([1, 1, 2]);
  });
});
