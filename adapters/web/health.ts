/** Health and metrics over HTTP, for whatever watches over the process. */
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { RunningAdapter } from '../adapter.ts';

/** What health and metrics are read from. */
export type HealthDeps = {
  readonly adapters: () => readonly Pick<RunningAdapter, 'platform' | 'status'>[];
  readonly topics: () => number;
  readonly scrape: () => Promise<string>;
  readonly contentType: string;
};

/**
 * `/healthz`: the process answers. `/readyz`: every platform is up and there are topics, else 503 with what is not.
 * `/metrics`: Prometheus text.
 */
export function healthApp({ adapters, topics, scrape, contentType }: HealthDeps): Hono {
  return new Hono()
    .get('/healthz', (context) => context.json({ status: 'ok' }))
    .get('/readyz', (context) => {
      const platforms = adapters().map(({ platform, status }) => ({ platform, ...status() }));
      const ready = topics() > 0 && platforms.every(({ state }) => state === 'up');
      return context.json(
        { status: ready ? 'ready' : 'not ready', topics: topics(), platforms },
        ready ? 200 : 503,
      );
    })
    .get('/metrics', async (context) => context.body(await scrape(), 200, { 'content-type': contentType }));
}

type HealthServer = { readonly server: ServerType; readonly stop: () => void };

/** The process that is being replaced may hold the port a little longer, in milliseconds. */
const AGAIN_MS = 2000;

/** Serves the app on a port of this host until stopped. A port that is taken is told, and tried again. */
export function serveHealth(app: Hono, port: number, logger: Pick<Logger, 'error'>): HealthServer {
  const server = serve({ fetch: app.fetch, port });
  let again: NodeJS.Timeout | undefined;
  server.on('error', (error) => {
    logger.error({ err: error, port }, 'HEALTH_PORT cannot be listened on and is tried again');
    again = setTimeout(() => server.listen(port), AGAIN_MS).unref();
  });
  const stop = () => {
    clearTimeout(again);
    server.close();
    // Nobody who asks slowly, or not at all, keeps the process from ending.
    if ('closeAllConnections' in server) server.closeAllConnections();
  };
  return { server, stop };
}
