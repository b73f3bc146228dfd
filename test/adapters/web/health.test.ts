/** What watches over the process reads: alive, ready, and its figures. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { pino } from 'pino';
import { describe, expect, test, vi } from 'vitest';
import type { RunningAdapter } from '../../../adapters/adapter.ts';
import { healthApp, serveHealth } from '../../../adapters/web/health.ts';
import { createMetrics } from '../../../src/prometheus.ts';

const silent = pino({ level: 'silent' });

type State = ReturnType<RunningAdapter['status']>['state'];
const platform = (name: string, state: State) => ({ platform: name, status: () => ({ state }) });

const appOf = (states: readonly State[], topics = 1) => {
  const { scrape, contentType, count } = createMetrics();
  count('answers', { status: 'answered' });
  const adapters = states.map((state, index) => platform(`platform-${index}`, state));
  return healthApp({ adapters: () => adapters, topics: () => topics, scrape, contentType });
};

describe('/healthz', () => {
  test('answers as long as the process does, whatever the platforms do', async () => {
    const answer = await appOf(['down']).request('/healthz');
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }]);
  });
});

describe('/readyz', () => {
  test.each([
    [['up', 'up'], 1, 200],
    [[], 1, 200],
    [['up', 'starting'], 1, 503],
    [['down'], 1, 503],
    [['up'], 0, 503],
  ] as const)('with platforms %j and %d topics is %d', async (states, topics, status) => {
    const answer = await appOf(states, topics).request('/readyz');
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({
      status: status === 200 ? 'ready' : 'not ready',
      topics,
      platforms: states.map((state, index) => ({ platform: `platform-${index}`, state })),
    });
  });
});

test('/metrics are in Prometheus’ format, over a real socket', async () => {
  const { server, stop } = serveHealth(appOf(['up']), 0, silent);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(await answer.text()).toContain('briefdesk_answers_total{status="answered"} 1');
  expect((await fetch(`http://127.0.0.1:${port}/nothing`)).status).toBe(404);
  stop();
});

test('a port that is taken is told and tried again until it is free', async () => {
  const first = createServer().listen(0);
  await once(first, 'listening');
  const { port } = first.address() as AddressInfo;
  const told: object[] = [];
  const { server, stop } = serveHealth(
    appOf(['up']),
    port,
    pino({}, { write: (line) => told.push(JSON.parse(line)) }),
  );
  await vi.waitFor(() => expect(told).toMatchObject([{ port, err: { code: 'EADDRINUSE' } }]));
  first.close();
  await once(server, 'listening');
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  stop();
});

test('a stop waits for nobody who asks without an end', async () => {
  const { server, stop } = serveHealth(appOf(['up']), 0, silent);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const slow = connect(port, '127.0.0.1').on('error', () => undefined);
  slow.write('GET /healthz HTTP/1.1\r\nhost: desk\r\n');
  await once(server, 'connection');
  const closed = once(server, 'close');
  stop();
  await closed;
  slow.destroy();
});
